import CSV
import CaseStore
import Casework

/// Takes rows into the store, portion by portion.
struct Importer {
    var result = ImportResult()
    let desk: Desk
    let options: ImportOptions
    private let headings: Headings
    private(set) var settings: CitySettings
    let storeID: String
    private var memory = ImportMemory(version: 0)
    /// Contacts of the portion that came so lately that they may warn.
    private var fresh: [Contact] = []
    /// The case whose history is being taken over exactly, until what follows from it is brought up to date.
    var restoring: CaseFile?

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
            if options.suggests, options.category != nil {
                throw DeskError.excludes("--category", "--suggest")
            }
            if options.suggests, try reader.newestModel() == nil { throw DeskError.nothingLearned }
        }
    }

    /// Takes a portion of rows and returns those that were not taken.
    ///
    /// The lock is let go every 50 ms, so that others wait no longer. Rows are checked before they are written, so a
    /// row that fails half written is a rarity: then the transaction is given up and its rows are taken once more,
    /// each guarded by a savepoint, which costs several times as much.
    mutating func take(_ portion: [Result<CSVRecord, CSVError>]) throws -> [RejectedRow] {
        var rejected: [RejectedRow] = []
        var rest = portion[...]
        while !rest.isEmpty {
            var outcome = self
            let (taken, faults): (Int, [RejectedRow])
            do {
                (taken, faults) = try outcome.take(rest, guarded: options.addsNames)
            } catch StoreError.halfDone {
                outcome = self
                (taken, faults) = try outcome.take(rest, guarded: true)
            }
            self = outcome
            rejected += faults
            rest = rest.dropFirst(taken)
        }
        result.rejected += rejected.count
        result.faults += rejected.prefix(max(0, ImportResult.listed - result.faults.count))
        return rejected
    }

    /// Takes rows in one transaction, as many as 50 ms allow.
    private mutating func take(
        _ rows: ArraySlice<Result<CSVRecord, CSVError>>, guarded: Bool
    ) throws -> (taken: Int, faults: [RejectedRow]) {
        let began = ContinuousClock.now
        return try desk.store.write(.bulk) { writer in
            try refresh(writer)
            var names = ImportNames(
                writer: writer, memory: memory, addsNames: options.addsNames,
                suggests: options.suggests, staff: desk.actor.staff, now: desk.now())
            var taken = 0
            var faults: [RejectedRow] = []
            for record in rows {
                taken += 1
                if let fault = try take(record, writer: writer, names: &names, guarded: guarded) {
                    faults.append(fault)
                }
                if ContinuousClock.now - began > .milliseconds(50) { break }
            }
            try settle(writer)
            try warn(writer)
            memory = names.memory
            result.addedNames += names.added
            return (taken, faults)
        }
    }

    /// Raises the alerts of what the portion brought.
    private mutating func warn(_ writer: StoreWriter) throws {
        guard !fresh.isEmpty else { return }
        let warning = try Warning(writer)
        for contact in fresh { result.alerts += try warning.raise(by: contact, at: desk.now()).count }
        fresh = []
    }

    /// Forgets what was found out where the configuration was changed since.
    private mutating func refresh(_ writer: StoreWriter) throws {
        let version = try writer.reader.configVersion()
        guard version != memory.version else { return }
        memory = ImportMemory(version: version)
        settings = writer.settings
    }

    private mutating func take(
        _ record: Result<CSVRecord, CSVError>, writer: StoreWriter, names: inout ImportNames, guarded: Bool
    ) throws -> RejectedRow? {
        switch record {
        case .failure(let error): return RejectedRow(line: error.place.line, fields: [], fault: .csv(error))
        case .success(let record):
            // Of a row that is not taken nothing stays, neither in the store nor in what is remembered.
            let before = (self, names)
            do {
                let row = try ImportRow(
                    record.fields, headings: headings, clock: settings.clock, now: desk.now())
                try writer.whole(guarded: guarded) { try take(row, writer: writer, names: &names) }
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

    /// What history makes of rows.
    private var history: History {
        History(staff: desk.actor.staff, now: desk.now(), callbacks: settings.policy.callbacks)
    }

    private mutating func takeContact(_ row: ImportRow, writer: StoreWriter, names: inout ImportNames) throws
    {
        if let known = try knownContact(row, reader: writer.reader) {
            guard options.updates, let file = try writer.reader.caseFile(known.caseNumber) else {
                result.skipped += 1
                return
            }
            let additions = try history.additions(to: known, course: course(row), of: file) {
                try TextMask(of: [caller(row)] + writer.reader.knownCallers(of: file.number))
            }
            if !additions.isEmpty { try writer.record(additions, on: file) }
            result.updated += additions.isEmpty ? 0 : 1
            result.skipped += additions.isEmpty ? 1 : 0
            return
        }
        let earlier = try earlierCase(row, reader: writer.reader)
        var contact = try contact(row, names: &names, writer: writer)
        var course = course(row)
        let isWithUnit = earlier?.file.asOf(contact.receivedAt).state.isWithUnit ?? false
        if row.disposition == .transferred, !isWithUnit {
            course.unit = try unit(row, contact, names: &names)
            course.grade = try names.grade(for: contact)
        }
        course.coUnits = try coUnits(row, names: &names).filter { $0 != course.unit }
        contact.number = try place(
            row, contact, earlier: earlier?.file, isRedirected: earlier?.isRedirected ?? false,
            writer: writer)
        let file = earlier?.file ?? CaseFile(number: contact.number.caseNumber)
        try writer.record(
            history.entries(contact, caller: caller(row), course: course, on: file), on: file)
        result.contacts += 1
        if contact.receivedAt.seconds >= desk.now().seconds - settings.findings.alertsWithin {
            fresh.append(contact)
        }
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
        contact.number = try place(row, contact, earlier: nil, isRedirected: false, writer: writer)
        var event = Event(
            caseNumber: contact.number.caseNumber, sequence: contact.number.sequence, at: contact.receivedAt,
            recordedAt: desk.now(), staff: desk.actor.staff, action: .contact)
        event.toStage = .invalid
        event.reason = row[.title]
        try writer.record(
            [HistoryEntry(event, registering: contact, of: caller(row))],
            on: CaseFile(number: contact.number.caseNumber))
        result.invalid += 1
    }

    private mutating func takeCallback(_ row: ImportRow, writer: StoreWriter) throws {
        guard let number = try calledBack(row, reader: writer.reader),
            let file = try writer.reader.caseFile(number.caseNumber), let at = row.callbackAt,
            let state = file.contactStates[number.sequence]
        else { throw RowFault.unknownContact(row[.contact].isEmpty ? row[.about] : row[.contact]) }
        guard at >= state.receivedAt else { throw RowFault.beforeReceipt(.callbackAt, row[.callbackAt]) }
        let course = course(row)
        guard !history.knows(file, number.sequence, at: at, course) else {
            result.skipped += 1
            return
        }
        let then = file.asOf(at)
        if let callback = history.callback(
            course, number.caseNumber, number.sequence, stage: then.state.stage, unit: then.state.unit,
            isDisputed: then.isDisputed(besides: number.sequence))
        {
            try writer.record(callback, on: file)
        }
        result.callbacks += 1
    }
}
