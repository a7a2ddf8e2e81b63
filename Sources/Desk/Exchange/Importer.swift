import CSV
import CaseStore
import Casework

/// Takes rows into the store, portion by portion.
struct Importer {
    var result = ImportResult()
    let desk: Desk
    let options: ImportOptions
    private let headings: Headings
    let settings: CitySettings
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
        var event = Event(
            caseNumber: contact.number.caseNumber, sequence: contact.number.sequence, at: contact.receivedAt,
            recordedAt: desk.now(), staff: desk.actor.staff, action: .contact)
        event.toStage = .invalid
        event.reason = row[.title]
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
        let then = file.asOf(at)
        try history.callback(
            course, number.caseNumber, number.sequence, stage: then.state.stage, unit: then.state.unit,
            isDisputed: then.isDisputed(besides: number.sequence))
        try writer.project(number.caseNumber)
        result.callbacks += 1
    }
}
