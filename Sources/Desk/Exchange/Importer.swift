import CSV
import CaseStore
import Casework

/// Takes rows into the store, portion by portion.
struct Importer {
    var result = ImportResult()
    let desk: Desk
    private let options: ImportOptions
    private let headings: Headings
    private let settings: CitySettings
    let storeID: String
    private var known: [String: Int64?] = [:]
    private var knownVersion = 0
    /// The case whose history is being taken over exactly, until what follows from it is brought up to date.
    var restoring: CaseNumber?

    /// The name of the system of records that a store of ours made itself.
    static func origin(ofStore id: String) -> String {
        "yousu:\(id)"
    }

    init(desk: Desk, options: ImportOptions, headings: Headings) throws {
        self.desk = desk
        self.options = options
        self.headings = headings
        (settings, storeID) = try desk.store.read {
            (try $0.settings(), Self.origin(ofStore: try $0.storeID()))
        }
        // A wrong option is one mistake, not one for each row.
        try desk.store.read { reader in
            let lookup = Lookup(reader: reader)
            if let channel = options.channel { _ = try lookup.channel(channel) }
            if let category = options.category { _ = try lookup.category(category) }
        }
    }

    /// Takes a portion of rows and returns those that were not taken.
    ///
    /// The lock is let go every 50 ms, so that others wait no longer.
    mutating func take(_ portion: [Result<CSVRecord, CSVError>]) throws -> [RejectedRow] {
        var rejected: [RejectedRow] = []
        var rest = portion[...]
        while !rest.isEmpty {
            let began = ContinuousClock.now
            var outcome = self
            let taken = try desk.store.write { writer in
                var names = ImportNames(
                    writer: writer, found: try outcome.knownNames(writer.reader),
                    addsNames: outcome.options.addsNames, staff: desk.actor.staff, now: desk.now())
                var taken = 0
                for record in rest {
                    taken += 1
                    if let fault = try outcome.take(record, writer: writer, names: &names) {
                        rejected.append(fault)
                    }
                    if ContinuousClock.now - began > .milliseconds(50) { break }
                }
                try outcome.settle(writer)
                outcome.known = names.found
                outcome.knownVersion = try writer.reader.configVersion()
                outcome.result.addedNames += names.added
                return taken
            }
            self = outcome
            rest = rest.dropFirst(taken)
        }
        result.rejected += rejected.count
        result.faults += rejected.prefix(max(0, ImportResult.listed - result.faults.count))
        return rejected
    }

    private mutating func take(
        _ record: Result<CSVRecord, CSVError>, writer: StoreWriter, names: inout ImportNames
    ) throws -> RejectedRow? {
        switch record {
        case .failure(let error): return RejectedRow(line: error.place.line, fields: [], fault: .csv(error))
        case .success(let record):
            // Of a row that is not taken nothing stays, neither in the store nor in what is remembered.
            let before = (self, names)
            do {
                let row = try ImportRow(
                    record.fields, headings: headings, clock: settings.clock, now: desk.now())
                try writer.whole { try take(row, writer: writer, names: &names) }
                return nil
            } catch let fault as RowFault {
                (self, names) = before
                return RejectedRow(line: record.line, fields: record.fields, fault: fault)
            } catch StoreError.contradiction {
                (self, names) = before
                return RejectedRow(line: record.line, fields: record.fields, fault: .contradiction)
            }
        }
    }

    private mutating func take(_ row: ImportRow, writer: StoreWriter, names: inout ImportNames) throws {
        guard row.step == nil else { return try takeExactly(row, writer: writer, names: &names) }
        switch row.record {
        case .contact: try takeContact(row, writer: writer, names: &names)
        case .invalid: try takeInvalid(row, writer: writer, names: &names)
        case .callback: try takeCallback(row, writer: writer)
        case .void, .event: throw RowFault.missing(.step)
        }
    }

    /// What the transactions before found, unless the configuration was changed since.
    private func knownNames(_ reader: StoreReader) throws -> [String: Int64?] {
        try reader.configVersion() == knownVersion ? known : [:]
    }

    private mutating func takeContact(_ row: ImportRow, writer: StoreWriter, names: inout ImportNames) throws
    {
        let history = History(writer: writer, staff: desk.actor.staff, now: desk.now())
        if let known = try knownContact(row, reader: writer.reader) {
            guard options.updates, let file = try writer.reader.caseFile(known.caseNumber) else {
                result.skipped += 1
                return
            }
            let isNew = try history.update(known, course: course(row, unit: nil, coUnits: []), of: file)
            if isNew { try writer.project(known.caseNumber) }
            result.updated += isNew ? 1 : 0
            result.skipped += isNew ? 0 : 1
            return
        }
        let earlier = try earlierCase(row, reader: writer.reader)
        var contact = try contact(row, names: &names, writer: writer)
        let isWithUnit = earlier?.asOf(contact.receivedAt).state.stage.isWithUnit ?? false
        let needsUnit = row.disposition == .transferred && !isWithUnit
        let unit = try needsUnit ? unit(row, contact, names: &names, writer: writer) : nil
        let coUnits = try coUnits(row, names: &names)
        contact.number = try place(row, contact, earlier: earlier, writer: writer)
        let file = earlier ?? CaseFile(number: contact.number.caseNumber, contacts: [], events: [])
        try history.add(
            contact, caller: caller(row),
            course: course(row, unit: unit, coUnits: coUnits.filter { $0 != unit }), on: file)
        try writer.project(contact.number.caseNumber)
        result.contacts += 1
    }

    private mutating func takeInvalid(_ row: ImportRow, writer: StoreWriter, names: inout ImportNames) throws
    {
        guard try knownContact(row, reader: writer.reader) == nil else {
            result.skipped += 1
            return
        }
        var contact = try contact(row, names: &names, writer: writer)
        contact.kind = nil
        contact.category = nil
        contact.categorySource = .missing
        contact.number = try place(row, contact, earlier: nil, writer: writer)
        let event = Event(
            caseNumber: contact.number.caseNumber, sequence: contact.number.sequence, at: contact.receivedAt,
            recordedAt: desk.now(), staff: desk.actor.staff, action: .contact, toStage: .invalid,
            reason: row[.title])
        try writer.add(contact, caller: caller(row), event: event)
        try writer.project(contact.number.caseNumber)
        result.invalid += 1
    }

    private mutating func takeCallback(_ row: ImportRow, writer: StoreWriter) throws {
        guard let number = try calledBack(row, reader: writer.reader),
            let file = try writer.reader.caseFile(number.caseNumber), let at = row.callbackAt,
            let state = file.contactStates[number.sequence]
        else { throw RowFault.unknownContact(row[.contact].isEmpty ? row[.about] : row[.contact]) }
        guard at >= state.receivedAt else { throw RowFault.beforeReceipt(.callbackAt, row[.callbackAt]) }
        let history = History(writer: writer, staff: desk.actor.staff, now: desk.now())
        let course = course(row, unit: nil, coUnits: [])
        guard !history.knows(file, number.sequence, at: at, course) else {
            result.skipped += 1
            return
        }
        try history.callback(course, number.caseNumber, number.sequence, stage: file.asOf(at).state.stage)
        try writer.project(number.caseNumber)
        result.callbacks += 1
    }

    func source(_ row: ImportRow) -> String {
        row[.source].isEmpty ? options.source : row[.source]
    }

    /// Whose case numbers the row's are.
    private func origin(_ row: ImportRow) -> String {
        row[.origin].isEmpty ? source(row) : row[.origin]
    }

    /// The contact that the row describes, where it is in the store already.
    private func knownContact(_ row: ImportRow, reader: StoreReader) throws -> ContactNumber? {
        if row[.origin] == storeID, let number = ContactNumber(row[.contact]),
            try reader.caseFile(number.caseNumber)?.contact(number.sequence) != nil
        {
            return number
        }
        return row[.externalID].isEmpty
            ? nil : try reader.contact(source: source(row), externalID: row[.externalID])
    }

    /// The case that the row's contact follows up.
    private func earlierCase(_ row: ImportRow, reader: StoreReader) throws -> CaseFile? {
        if !row[.number].isEmpty {
            return try knownCase(row, reader: reader).flatMap { try reader.caseFile($0) }
        }
        guard !row[.about].isEmpty else { return nil }
        guard let number = try contact(named: row[.about], of: row, reader: reader) else {
            throw RowFault.unknownContact(row[.about])
        }
        return try reader.caseFile(number.caseNumber)
    }

    func knownCase(_ row: ImportRow, reader: StoreReader) throws -> CaseNumber? {
        if row[.origin] == storeID, let number = CaseNumber(row[.number]), try reader.caseExists(number) {
            return number
        }
        return try reader.caseNumber(origin: origin(row), externalNumber: row[.number])
    }

    /// A contact by its number in the other system, or by ours.
    private func contact(named text: String, of row: ImportRow, reader: StoreReader) throws -> ContactNumber?
    {
        if let number = try reader.contact(source: source(row), externalID: text) {
            return number
        }
        if let number = ContactNumber(text),
            try reader.caseFile(number.caseNumber)?.contact(number.sequence) != nil
        {
            return number
        }
        if let number = CaseNumber(text), try reader.caseExists(number) {
            return ContactNumber(caseNumber: number, sequence: 1)
        }
        return nil
    }

    /// The contact that a callback's row is about.
    private func calledBack(_ row: ImportRow, reader: StoreReader) throws -> ContactNumber? {
        if let sequence = sequence(row), let number = try knownCase(row, reader: reader) {
            return ContactNumber(caseNumber: number, sequence: sequence)
        }
        let name = row[.about].isEmpty ? row[.contact] : row[.about]
        return name.isEmpty ? nil : try contact(named: name, of: row, reader: reader)
    }

    /// The contact's place in its case, as the file says: `2`, or `20240319000123-2`.
    func sequence(_ row: ImportRow) -> Int? {
        guard !row[.number].isEmpty else { return nil }
        let last = row[.contact].split(separator: "-").last.flatMap { Int($0) }
        return last.flatMap { (1...999_999).contains($0) ? $0 : nil }
    }

    /// Where the contact goes: into its case, or into a new one, under the file's numbers where they are free.
    func place(
        _ row: ImportRow, _ contact: Contact, earlier: CaseFile?, writer: StoreWriter
    ) throws -> ContactNumber {
        let number: CaseNumber
        if let earlier {
            number = earlier.number
        } else {
            let day = settings.clock.day(of: contact.receivedAt)
            let wanted = CaseNumber(row[.number]).flatMap { wanted in
                row[.origin].isEmpty && !CaseNumber.range(of: day).contains(wanted.value) ? nil : wanted
            }
            number = try writer.openCase(
                on: day, wanted: wanted, origin: origin(row),
                externalNumber: row[.number].isEmpty ? nil : row[.number])
        }
        let next = (earlier?.contacts.last?.number.sequence ?? 0) + 1
        if let wanted = sequence(row), earlier?.contact(wanted) == nil {
            return ContactNumber(caseNumber: number, sequence: wanted)
        }
        return ContactNumber(caseNumber: number, sequence: next)
    }

    /// The contact, under a provisional number.
    func contact(_ row: ImportRow, names: inout ImportNames, writer: StoreWriter) throws -> Contact {
        guard let receivedAt = row.receivedAt,
            let number = CaseNumber(day: settings.clock.day(of: receivedAt), serial: 1)
        else { throw RowFault.bad(.receivedAt, row[.receivedAt]) }
        let lookup = Lookup(reader: writer.reader)
        // What this store itself recorded has no number elsewhere.
        let isOwn = source(row) == storeID
        let channel: Channel.ID
        if !row[.channel].isEmpty {
            channel = try names.channel(row[.channel])
        } else if let given = options.channel {
            channel = try lookup.channel(given).id
        } else {
            throw RowFault.missing(.channel)
        }
        let category: Category.ID
        let categorySource: CategorySource
        if !row[.category].isEmpty {
            category = try names.category(row[.category])
            categorySource = .given
        } else if let given = options.category {
            category = try lookup.category(given).id
            categorySource = .given
        } else {
            category = try names.category(Self.otherCategory)
            categorySource = .missing
        }
        return Contact(
            number: ContactNumber(caseNumber: number, sequence: 1), receivedAt: receivedAt, channel: channel,
            kind: try names.kind(row[.kind]), category: category, categorySource: categorySource,
            place: Place(
                area: try names.area(
                    district: row[.district], street: row[.street], community: row[.community]),
                spot: row[.spot], address: row[.address]), title: row[.title], content: row[.content],
            wants: row[.wants], urgency: row.urgency, confidential: row.confidential,
            source: isOwn ? "" : source(row),
            externalID: isOwn || row[.externalID].isEmpty ? nil : row[.externalID], likes: row.likes)
    }

    /// The name of the category for what has none.
    private static let otherCategory = "其他"

    func caller(_ row: ImportRow) -> Caller {
        // What was exported as confidential is not known here.
        if row[.name] == Mask.confidential, row[.phone] == Mask.confidential { return Caller() }
        // A number that cannot be one is kept as the other system has it.
        return Caller(
            name: row[.name], phone: Phone.normalized(row[.phone]) ?? row[.phone], externalID: row[.callerID])
    }

    private func unit(
        _ row: ImportRow, _ contact: Contact, names: inout ImportNames, writer: StoreWriter
    ) throws -> Unit.ID {
        if !row[.unit].isEmpty { return try names.unit(row[.unit]) }
        let reader = writer.reader
        let category = try contact.category.flatMap { try reader.category(id: $0) }
        let area = try contact.place.area.flatMap { try reader.area(id: $0) }
        guard let suggestion = try Suggestion(category: category, area: area, reader: reader) else {
            throw RowFault.noUnit
        }
        return suggestion.unit.id
    }

    func coUnits(_ row: ImportRow, names: inout ImportNames) throws -> [Unit.ID] {
        try row[.coUnits].split(whereSeparator: { ";；".contains($0) })
            .map { try names.unit(Texts.trimmed(String($0)), column: .coUnits) }
    }

    private func course(_ row: ImportRow, unit: Unit.ID?, coUnits: [Unit.ID]) -> History.Course {
        History.Course(
            disposition: row.disposition, unit: unit, coUnits: coUnits,
            reply: row[.reply],
            repliedAt: row.repliedAt, outcome: row.outcome, isAttempt: row.isAttempt,
            callbackAt: row.callbackAt)
    }
}
