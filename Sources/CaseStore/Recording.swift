import Casework
import GRDB
import Sealing

/// A place as a text names it.
public struct PlaceName: Hashable, Sendable {
    /// As it is printed.
    public let name: String
    /// The same for all ways of writing it.
    public let key: String

    /// A name with its key; neither is empty.
    public init(name: String, key: String) {
        self.name = name
        self.key = key
    }
}

/// One entry of a case's history that is to be recorded.
public struct HistoryEntry: Sendable {
    /// What happened; its place in the history of the store is still to come.
    public var event: Event
    /// The contact that it registers.
    public var contact: Contact?
    /// Who made that contact.
    public var caller = Caller()
    /// The place that its text names, where nobody entered one.
    public var recognised: PlaceName?
    /// What is to be kept of a file that was attached.
    public var keeping = AttachmentKeeping.absent

    /// Something that was done.
    public init(_ event: Event) {
        self.event = event
    }

    /// The registration of a contact.
    public init(_ event: Event, registering contact: Contact, of caller: Caller) {
        self.event = event
        self.contact = contact
        self.caller = caller
    }
}

extension StoreWriter {
    /// Records entries of one case's history, and what follows from them. Returns the case as it is then.
    ///
    /// - Parameter file: the case as it is stored; one without history where it is new.
    @discardableResult
    public func record(_ entries: [HistoryEntry], on file: CaseFile) throws -> CaseFile {
        let isNew = file.events.isEmpty
        var ids = try isNew ? [:] : reader.contactRows(of: file.number)
        var file = file
        let number = file.number
        // Most of what is done says nothing; then nobody need be opened. Where somebody cannot be, the name might be said openly.
        var known: TextMask?
        func mask() throws -> TextMask {
            if let known { return known }
            let earlier = try isNew ? [] : reader.knownCallers(of: number)
            let mask = TextMask(of: entries.map(\.caller) + earlier)
            known = mask
            return mask
        }
        for entry in entries { try add(PreparedEntry(entry, mask: mask), to: &file, ids: &ids) }
        try project(file, ids: ids, isNew: isNew)
        return file
    }

    /// Records the first entries of a new case.
    public func record(_ entries: [PreparedEntry], onNew number: CaseNumber) throws {
        var file = CaseFile(number: number)
        var ids: [Int: Int64] = [:]
        for entry in entries { try add(entry, to: &file, ids: &ids) }
        try project(file, ids: ids, isNew: true)
    }

    /// Records something that was done, and what follows from it. Returns the case as it is then.
    @discardableResult
    public func record(_ event: Event, on file: CaseFile) throws -> CaseFile {
        try record([HistoryEntry(event)], on: file)
    }

    /// Records an entry alone. What follows from it waits until ``settle(_:)``.
    public func add(_ entry: HistoryEntry, to file: inout CaseFile) throws {
        var ids: [Int: Int64] = [:]
        try add(PreparedEntry(entry) { TextMask(of: [entry.caller]) }, to: &file, ids: &ids)
    }

    /// Brings up to date what follows from the history of a case to which entries were added one by one.
    public func settle(_ file: CaseFile) throws {
        try project(file, ids: reader.contactRows(of: file.number), isNew: false)
    }

    private func add(
        _ prepared: PreparedEntry, to file: inout CaseFile, ids: inout [Int: Int64]
    ) throws {
        let (entry, commitment) = (prepared.entry, prepared.commitment)
        var digest: [UInt8]?
        if let contact = entry.contact {
            digest = try Digest.of(contact, from: origin(of: contact.number.caseNumber))
            let id = try add(contact)
            if let commitment {
                try add(
                    caller(prepared, of: contact, salt: commitment.salt), row: id, key: keys.current().number)
            }
            ids[contact.number.sequence] = id
            if let place = entry.recognised { try add(place, contact: id) }
        }
        var event = entry.event
        event.id = try add(
            event, digest: digest, commitment: commitment?.digest, hidden: prepared.originals.map(\.field))
        try add(prepared.originals, of: event)
        try add(entry.keeping, of: event)
        if event.hasText {
            try index(event, registering: entry.contact, place: file.events.count(where: \.hasText))
        }
        file.add(event, registering: entry.contact)
    }

    /// - Throws: ``SealingError`` without a usable key.
    private func caller(
        _ prepared: PreparedEntry, of contact: Contact, salt: [UInt8]
    ) throws -> SealedCaller {
        let key = try keys.current().key
        if let sealed = prepared.sealed, sealed.fingerprint == key.fingerprint { return sealed }
        return try SealedCaller(
            prepared.entry.caller, of: contact.number, source: contact.source, salt: salt, with: key)
    }

    /// Returns the contact's row.
    private func add(_ contact: Contact) throws -> Int64 {
        try Insertion(db, Self.addContact).run { row in
            row.add(contact.number.caseNumber.value)
            row.add(contact.number.sequence)
            row.add(contact.receivedAt.seconds)
            row.add(contact.channel)
            row.add(contact.kind)
            row.add(contact.category)
            row.add(contact.categorySource.rawValue)
            row.add(contact.place.area)
            row.add(contact.place.spot)
            row.add(contact.place.address)
            row.add(contact.title)
            row.add(contact.content)
            row.add(contact.wants)
            row.add(contact.urgency.rawValue)
            row.add(contact.confidential)
            row.add(contact.source)
            row.add(contact.externalID)
            row.add(contact.likes)
        }
    }

    private func add(_ place: PlaceName, contact: Int64) throws {
        try Insertion(db, "INSERT INTO recognised_places (contact_id, name, key) VALUES (?, ?, ?)").run {
            row in
            row.add(contact)
            row.add(place.name)
            row.add(place.key)
        }
    }

    /// Returns the event's place in the history of the store.
    private func add(
        _ event: Event, digest: [UInt8]?, commitment: [UInt8]?, hidden: [String]
    ) throws -> Int64 {
        let amendment = event.amendment
        let coUnits = event.coUnits.sorted()
        let (version, configuration) = try reader.configuration()
        let id = try chain.next()
        try Insertion(db, Self.addEvent).run(into: chain.encoding) { row in
            row.add(id)
            row.add(event.caseNumber.value)
            row.add(event.sequence)
            row.add(event.at.seconds)
            row.add(event.recordedAt.seconds)
            row.add(rules.clock.day(of: event.at).compact)
            row.add(event.staff)
            row.add(event.action.rawValue)
            row.add(event.toStage?.rawValue)
            row.add((amendment?.disposition ?? event.disposition)?.rawValue)
            row.add(event.unit)
            row.add(event.grade)
            row.add(event.outcome?.responded)
            row.add(event.outcome?.resolved.rawValue)
            row.add(event.outcome?.satisfaction.rawValue)
            row.add(event.verdict)
            row.add(event.ending?.rawValue)
            row.add(event.allowance?.amount)
            row.add(event.allowance?.measure.rawValue)
            row.add(event.pauses)
            row.add(event.until?.compact)
            row.add(event.leader)
            row.add(event.target?.value)
            row.add(event.reason)
            row.add(event.reply)
            row.add(event.note)
            row.add(amendment?.receivedAt?.seconds)
            row.add(amendment?.channel)
            row.add(amendment?.kind)
            row.add(amendment?.category)
            row.add(amendment?.area)
            row.add(amendment?.spot)
            row.add(amendment?.address)
            row.add(event.attachment?.hash)
            row.add(event.attachment?.size)
            row.add(version)
            row.add(digest)
            row.add(commitment)
            row.add(chain.link(coUnits: coUnits, hidden: hidden.sorted(), configuration: configuration))
        }
        for unit in coUnits {
            try db.run("INSERT INTO event_units (event_id, unit_id) VALUES (?, ?)", [id, unit])
        }
        return id
    }

    private static let addContact = """
        INSERT INTO contacts (
            case_number, sequence, received_at, channel_id, kind_id, category_id, category_source, area_id, spot,
            address, title, content, wants, urgency, confidential, source, external_id, likes, config_version
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            (SELECT max(version) FROM config_versions))
        """
    private static let addEvent = """
        INSERT INTO events (\(Chain.columns), hash)
        VALUES (\(Array(repeating: "?", count: 39).joined(separator: ", ")))
        """
}
