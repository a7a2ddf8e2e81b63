import CStore
import Casework
import GRDB
import Sealing

/// What could not be saved of a damaged store.
public struct Losses: Hashable, Sendable {
    /// Places in a table at which rows could not be read or were none that can be.
    public internal(set) var gaps: [String: Int] = [:]
    /// Contacts and events that are missing between others.
    public internal(set) var contacts = 0, events = 0
    /// Contacts whose registration is lost; they were registered anew as they are.
    public internal(set) var registrations = 0
    /// Names of the configuration (channels, categories, units and so on) that are lost; what bears them says so.
    public internal(set) var names = 0
    /// Cases of which too little is left.
    public internal(set) var cases: [CaseNumber] = []
    /// Attachments whose files are not there or not what was recorded.
    public internal(set) var files: [AttachmentNumber] = []
    /// What is there, but is not what was recorded.
    public internal(set) var changed: [Finding] = []

    /// Whether everything was saved.
    public var isEmpty: Bool { self == Losses() }
}

extension Store {
    /// Reads what is readable of a store, however damaged, into a new one at a path where there is nothing. The store
    /// itself is not changed.
    ///
    /// - Parameters:
    ///   - opensCallers: callers that cannot be opened are left out and told.
    ///   - progress: told the table.
    public static func salvage(
        _ path: String, into target: String, keys: KeyFile, opensCallers: Bool,
        progress: (String) -> Void = { _ in }
    ) throws -> Losses {
        guard FileSystem.exists(path) else { throw StoreError.notFound(path: path) }
        return try translating(path: path) {
            let source = try DatabaseQueue(path: path, configuration: configuration())
            try FileSystem.makeEmpty(target)
            let queue = try DatabaseQueue(path: target)
            defer { try? queue.close() }
            // No transaction around it: what cannot be read would end it.
            return try source.writeWithoutTransaction { source in
                try source.execute(sql: "PRAGMA query_only = ON")
                guard try Int.fetchOne(source, sql: "PRAGMA application_id") == Migration.applicationID else {
                    throw StoreError.notAStore(path: path)
                }
                return try queue.writeWithoutTransaction { target in
                    try Migration.run(Migration.all, on: target, from: 0)
                    try target.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL")
                    var losses = Losses()
                    try target.inTransaction {
                        try target.dropTriggers()
                        var salvage = Salvage(source: source, target: target)
                        for table in Salvage.tables {
                            progress(table)
                            try salvage.take(table)
                        }
                        losses.gaps = salvage.gaps
                        // Where that cannot be read at all, the gaps tell.
                        losses.changed += (try? StoreReader(db: source).configurationFindings()) ?? []
                        try target.settle(&losses)
                        let writer = try StoreWriter(db: target, path: path, keys: keys)
                        try writer.settle(&losses, opensCallers: opensCallers)
                        losses.files = try writer.reader.lostFiles(of: AttachedFiles(store: path))
                        return .commit
                    }
                    return losses
                }
            }
        }
    }
}

extension Database {
    fileprivate func dropTriggers() throws {
        let names: [String] = try ask("SELECT name FROM sqlite_schema WHERE type = 'trigger'").map { $0[0] }
        for name in names { try execute(sql: "DROP TRIGGER \(name)") }
    }

    /// Tells what is missing and what was changed, and takes away what points to nothing.
    fileprivate func settle(_ losses: inout Losses) throws {
        func number(_ sql: String) throws -> Int { try ask(sql).first { $0[0] } ?? 0 }
        losses.contacts = try number("SELECT coalesce(max(id), 0) - count(*) FROM contacts")
        losses.events = try number("SELECT coalesce(max(id), 0) - count(*) FROM events")
        let configurations = losses.changed.compactMap { finding in
            if case .configuration(let version) = finding { version } else { nil }
        }
        // What lies in a gap of what a hash takes in cannot be told from what somebody took away.
        if losses.gaps["event_units"] == nil, losses.gaps["originals"] == nil {
            try losses.changed += changedEvents(besides: Set(configurations))
        }
        try execute(
            sql: """
                INSERT OR IGNORE INTO cases (number) SELECT DISTINCT case_number FROM contacts;
                DELETE FROM events WHERE sequence IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM contacts
                    WHERE contacts.case_number = events.case_number AND contacts.sequence = events.sequence);
                DELETE FROM event_units WHERE event_id NOT IN (SELECT id FROM events);
                DELETE FROM originals WHERE event_id NOT IN (SELECT id FROM events);
                DELETE FROM attachments WHERE event_id NOT IN (SELECT id FROM events);
                """)
        while case let broken = try brokenReferences(), !broken.isEmpty {
            for reference in broken {
                if try standIn(for: reference) {
                    if reference.parent != "config_versions" { losses.names += changesCount }
                } else {
                    try execute(sql: "DELETE FROM \(reference.table) WHERE \(reference.condition)")
                    losses.gaps[reference.table, default: 0] += changesCount
                }
            }
        }
        // Who waits for an answer is not to be lost with the entry that registered the call.
        try execute(
            sql: """
                INSERT INTO events (
                    case_number, sequence, at, recorded_at, day, staff, action, to_stage, disposition, pauses, reason, reply,
                    note, config_version, hash)
                SELECT case_number, sequence, received_at, received_at, case_number / 1000000, '', 'contact',
                    iif(category_id IS NULL, 'invalid', NULL), 'undisposed', 0, '', '', '', config_version, zeroblob(32)
                FROM contacts WHERE NOT EXISTS (
                    SELECT 1 FROM events WHERE events.case_number = contacts.case_number
                        AND events.sequence = contacts.sequence AND action = 'contact')
                """)
        losses.registrations = changesCount
    }

    /// The events that are not what their hashes say; of those behind a gap that cannot be told.
    ///
    /// - Parameter configurations: versions that are not what they were; of events that rest on them it cannot be told either.
    private func changedEvents(besides configurations: Set<Int>) throws -> [Finding] {
        let reader = try StoreReader(db: self)
        var changed: [Finding] = []
        var from: Int64 = 1
        while case .chain(let event, let number, let at)? = try reader.chainFindings(in: from ... .max).first
        {
            let isJudged = try ask(
                """
                SELECT version FROM events JOIN config_versions ON version = config_version
                WHERE id = ? AND EXISTS (SELECT 1 FROM events WHERE id = ? - 1)
                """, [event, event]
            ).first { !configurations.contains($0[0]) }
            if isJudged == true { changed.append(.chain(event: event, number, at: at)) }
            from = event + 1
        }
        return changed
    }
}

extension StoreWriter {
    /// Makes what follows from the histories. Cases of which that cannot be made are taken away and told.
    fileprivate func settle(_ losses: inout Losses, opensCallers: Bool) throws {
        var after: Int64 = 0
        while case let numbers = try reader.caseNumbers(after: after, limit: 1000), let last = numbers.last {
            for number in numbers {
                if try follow(number) { continue }
                losses.cases.append(number)
                try db.run("DELETE FROM events WHERE case_number = ?", [number.value])
                try db.run("DELETE FROM cases WHERE number = ?", [number.value])
            }
            after = last.value
        }
        losses.changed += try reader.foldFindings(in: CaseNumber.all).filter {
            // A contact that was registered anew has no digest to compare with.
            if case .contact(let contact) = $0 { try isRegistered(contact) } else { false }
        }
        guard opensCallers else { return }
        for case .caller(let contact) in try reader.callerFindings(in: CaseNumber.all) {
            guard try isRegistered(contact) || reader.cannotOpenCaller(of: contact) else { continue }
            losses.changed.append(.caller(contact))
            try db.run(
                "DELETE FROM callers WHERE contact_id = (SELECT id FROM contacts WHERE case_number = ? AND sequence = ?)",
                [contact.caseNumber.value, contact.sequence])
        }
    }

    /// Makes what follows from a case's history. Whether that can be done.
    private func follow(_ number: CaseNumber) throws -> Bool {
        guard let file = try reader.caseFile(number), !file.contacts.isEmpty, !file.events.isEmpty else {
            return false
        }
        var isDone = false
        try db.inSavepoint {
            do {
                try project(file, ids: reader.contactRows(of: number), isNew: true)
                isDone = true
                return .commit
            } catch let error as DatabaseError
                where error.resultCode.primaryResultCode == .SQLITE_CONSTRAINT
            {
                // What is left of the history contradicts itself.
                return .rollback
            }
        }
        return isDone
    }

    private func isRegistered(_ contact: ContactNumber) throws -> Bool {
        try db.ask(
            "SELECT contact_digest IS NOT NULL FROM events WHERE case_number = ? AND sequence = ? AND action = 'contact'",
            [contact.caseNumber.value, Int64(contact.sequence)]
        ).first { $0[0] } ?? false
    }
}

extension StoreReader {
    /// The attachments whose files are missing or broken.
    fileprivate func lostFiles(of files: AttachedFiles) throws -> [AttachmentNumber] {
        try keptFiles().filter { !files.holds($0.hash) }.map { try attachmentNumber($0.number, $0.event) }
    }

    /// How many attachments there are whose files are kept.
    public func fileCount() throws -> Int {
        try keptFiles().count
    }

    fileprivate func cannotOpenCaller(of contact: ContactNumber) -> Bool {
        (try? caller(of: contact)) == nil
    }
}
