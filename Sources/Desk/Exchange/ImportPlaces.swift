import CaseStore
import Casework

/// What a row stands for: which contact and case, under which numbers, and with which rows of the directory.
extension Importer {
    func source(_ row: ImportRow) -> String {
        row[.source].isEmpty ? options.source : row[.source]
    }

    /// Whose case numbers the row's are.
    func origin(_ row: ImportRow) -> String {
        row[.origin].isEmpty ? source(row) : row[.origin]
    }

    /// The contact that the row describes, where it is in the store already.
    func knownContact(_ row: ImportRow, reader: StoreReader) throws -> ContactNumber? {
        if row[.origin] == storeID, let number = ContactNumber(row[.contact]),
            try reader.caseFile(number.caseNumber)?.contact(number.sequence) != nil
        {
            return number
        }
        return row[.externalID].isEmpty
            ? nil : try reader.contact(source: source(row), externalID: row[.externalID])
    }

    /// The case that the row's contact follows up; of a merged one that into which it went. Whether that is another
    /// than the one whose number the row bears.
    func earlierCase(_ row: ImportRow, reader: StoreReader) throws -> (file: CaseFile, isRedirected: Bool)? {
        let named: CaseNumber?
        if !row[.number].isEmpty {
            named = try knownCase(row, reader: reader)
        } else if !row[.about].isEmpty {
            named = try contact(named: row[.about], of: row, reader: reader)?.caseNumber
            if named == nil { throw RowFault.unknownContact(row[.about]) }
        } else {
            named = nil
        }
        guard let named, let file = try reader.caseFile(named) else { return nil }
        guard let final = try reader.finalTarget(of: file) else { throw RowFault.contradiction }
        if final.state.stage.isAside { throw RowFault.caseAside(final.number) }
        return (file: final, isRedirected: !row[.number].isEmpty && final.number != named)
    }

    func knownCase(_ row: ImportRow, reader: StoreReader) throws -> CaseNumber? {
        if row[.origin] == storeID, let number = CaseNumber(row[.number]), try reader.caseExists(number) {
            return number
        }
        return try reader.caseNumber(origin: origin(row), externalNumber: row[.number])
    }

    /// A contact by its number in the other system, or by ours.
    func contact(named text: String, of row: ImportRow, reader: StoreReader) throws -> ContactNumber? {
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
    func calledBack(_ row: ImportRow, reader: StoreReader) throws -> ContactNumber? {
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
    ///
    /// - Parameter isRedirected: the file's case was merged into the earlier one, so its places mean nothing there.
    func place(
        _ row: ImportRow, _ contact: Contact, earlier: CaseFile?, isRedirected: Bool,
        writer: StoreWriter
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
        if let wanted = sequence(row), !isRedirected, earlier?.contact(wanted) == nil {
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
            guard ["", CategorySource.suggested.rawValue].contains(row[.categorySource]) else {
                throw RowFault.bad(.categorySource, row[.categorySource])
            }
            categorySource = row[.categorySource].isEmpty ? .given : .suggested
        } else if let given = options.category {
            category = try lookup.category(given).id
            categorySource = .given
        } else if let guess = try names.guess(Contact.said(row[.title], row[.content])) {
            category = guess
            categorySource = .suggested
        } else {
            category = try names.category(Category.other)
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

    func caller(_ row: ImportRow) -> Caller {
        // What was exported as confidential is not known here.
        if row[.name] == Mask.confidential, row[.phone] == Mask.confidential { return Caller() }
        // A number that cannot be one is kept as the other system has it.
        return Caller(
            name: row[.name], phone: Phone.normalized(row[.phone]) ?? row[.phone], identity: row[.identity],
            home: row[.home], externalID: row[.callerID])
    }

    func unit(_ row: ImportRow, _ contact: Contact, names: inout ImportNames) throws -> Unit.ID {
        if !row[.unit].isEmpty { return try names.unit(row[.unit]) }
        guard let unit = try names.unit(for: contact) else { throw RowFault.noUnit }
        return unit
    }

    func coUnits(_ row: ImportRow, names: inout ImportNames) throws -> [Unit.ID] {
        try row[.coUnits].split(whereSeparator: { ";；".contains($0) })
            .map { try names.unit(Texts.trimmed(String($0)), column: .coUnits) }
    }

    /// What became of a contact, as the row says; units and grade are still to be found.
    func course(_ row: ImportRow) -> History.Course {
        History.Course(
            disposition: row.disposition, reply: row[.reply], repliedAt: row.repliedAt, outcome: row.outcome,
            isAttempt: row.isAttempt, callbackAt: row.callbackAt)
    }
}
