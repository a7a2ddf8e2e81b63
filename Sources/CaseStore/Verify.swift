import Casework
import GRDB

/// Something about a store that is not as it must be.
public enum Finding: Hashable, Sendable {
    /// SQLite's own check found damage; its words.
    case damage(String)
    /// A row points to one that is not there: the table and how many.
    case brokenReference(table: String, count: Int)
    /// What is stored of a case is not what follows from its history.
    case projection(CaseNumber)
    /// A contact, or where its case comes from, is not what its event vouches for.
    case contact(ContactNumber)
    /// A version of the configuration is not what was put in force.
    case configuration(Int)
    /// The record of who saw what is sealed is not what was recorded, from this entry on.
    case disclosures(from: Int64)
    /// The index of texts does not hold what the texts say.
    case search
    /// A case without contacts or without history.
    case empty(CaseNumber)
    /// The first event that is not what its hash says, or does not follow the one before it: its place in the history of
    /// the store, its case, and when it happened.
    case chain(event: Int64, CaseNumber?, at: Instant)
    /// What is kept of how many contacts count on a day is not how many there are.
    case dayCount(CivilDay)
    /// What is sealed of who made a contact is not what its event vouches for.
    case caller(ContactNumber)
    /// What a text of a case said before something was hidden in it cannot be opened any more, or is gone.
    case original(CaseNumber)
    /// The file of an attachment is not there, or is not what was recorded.
    case attachment(AttachmentNumber, isThere: Bool)
    /// History up to an event is not what it was when the event's hash was kept elsewhere; nil where only that was.
    case rewritten(event: Int64?)
    /// A bulletin is not what was issued; 0 for the original, or the correction's number.
    case bulletin(CivilDay, number: Int, BulletinFault)
    /// A day that was read from a published text is not what was read.
    case historicDay(CivilDay)

    /// What of an issued bulletin is not as it was.
    public enum BulletinFault: Hashable, Sendable {
        /// The text, the figures or what was counted.
        case content
        /// The history that it rests on.
        case head
        /// The figures are not those of what was counted.
        case figures
    }
}

extension StoreReader {
    /// What SQLite itself finds damaged.
    public func damage() throws -> [Finding] {
        // The indexes are compared with their tables in no order of their own: more memory saves most of the reading.
        try db.execute(sql: "PRAGMA cache_size = -65536")
        return try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
            .map { .damage($0) }
    }

    /// The tables that point to others.
    public func referringTables() throws -> [String] {
        try db.ask(
            """
            SELECT name FROM sqlite_schema AS declared
            WHERE type = 'table' AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(declared.name)) ORDER BY name
            """
        ).map { $0[0] }
    }

    /// Rows of a table that point to others that are not there.
    public func brokenReferences(of table: String) throws -> [Finding] {
        let count = try db.ask("SELECT count(*) FROM pragma_foreign_key_check(?)", table).first { $0[0] } ?? 0
        return count == 0 ? [] : [.brokenReference(table: table, count: count)]
    }

    /// How many cases there are.
    public func caseCount() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM cases") ?? 0
    }

    /// All cases in portions of so many, as ranges of their numbers.
    public func portions(of count: Int) throws -> [ClosedRange<Int64>] {
        var portions: [ClosedRange<Int64>] = []
        var first = CaseNumber.all.lowerBound
        while let next = try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT number FROM cases WHERE number >= ? ORDER BY number LIMIT 1 OFFSET ?"),
            arguments: [first, count])
        {
            portions.append(first...next - 1)
            first = next
        }
        return portions + [first...CaseNumber.all.upperBound]
    }

    /// Compares the cases of a range with their histories: what is kept of them must be what follows, and each
    /// contact what its event vouches for.
    ///
    /// Every table is gone through once, in the order of the cases, so that no case is looked up by itself.
    public func foldFindings(in numbers: ClosedRange<Int64>) throws -> [Finding] {
        let rules = try ProjectionRules(self, clock: settings().clock)
        let coUnits = try coUnits(of: numbers)
        let bounds = [numbers.lowerBound, numbers.upperBound]
        var cases = try db.ask(
            "SELECT number, origin, external_number FROM cases WHERE number BETWEEN ? AND ? ORDER BY number",
            bounds)
        var contacts = try db.ask(
            "\(Self.contactColumns) WHERE case_number BETWEEN ? AND ? ORDER BY case_number, sequence",
            bounds)
        var events = try db.ask(
            """
            SELECT \(Self.eventFacts) FROM events
            WHERE case_number BETWEEN ? AND ? ORDER BY case_number, id
            """, bounds)
        var caseStates = try db.ask(Projection.Table.cases.question, bounds)
        var contactStates = try db.ask(Projection.Table.contacts.question, bounds)
        var assignments = try db.ask(Projection.Table.assignments.question, bounds)
        var helpers = try db.ask(Projection.Table.helpers.question, bounds)
        var findings: [Finding] = []
        while let row = cases.row {
            let value: Int64 = row[0]
            var stored = StoredCase(origin: Digest.Origin(store: row[1], number: row[2]))
            try cases.advance()
            guard let number = CaseNumber(value: value) else { continue }
            try contacts.rows(of: value) { stored.addContact($0) }
            try events.rows(of: value) { stored.addEvent($0, coUnits: coUnits) }
            guard let file = stored.file(number) else {
                findings.append(.empty(number))
                continue
            }
            let projection = Projection(of: file, ids: stored.ids, rules: rules)
            let agree = [
                try caseStates.agrees(with: projection, .cases, of: value),
                try contactStates.agrees(with: projection, .contacts, of: value),
                try assignments.agrees(with: projection, .assignments, of: value),
                try helpers.agrees(with: projection, .helpers, of: value),
            ]
            if agree.contains(false) { findings.append(.projection(number)) }
            findings += stored.changed.map { .contact($0) }
        }
        return findings
    }
}

/// All that was recorded of one case.
private struct StoredCase {
    let origin: Digest.Origin
    private var contacts: [Contact] = []
    private var events: [Event] = []
    private var digests: [Int: [UInt8]] = [:]
    /// The rows of the contacts, by sequence.
    private(set) var ids: [Int: Int64] = [:]

    init(origin: Digest.Origin) {
        self.origin = origin
    }

    mutating func addContact(_ row: Columns) {
        guard let contact = StoreReader.contact(row) else { return }
        contacts.append(contact)
        ids[contact.number.sequence] = row[StoreReader.contactIDColumn]
    }

    mutating func addEvent(_ row: Columns, coUnits: [Int64: [Casework.Unit.ID]]) {
        guard var event = StoreReader.eventFacts(row) else { return }
        if !coUnits.isEmpty { event.coUnits = coUnits[event.id] ?? [] }
        if event.action == .contact, let sequence = event.sequence {
            digests[sequence] = row.bytes(StoreReader.eventDigestColumn)
        }
        events.append(event)
    }

    /// The case; nil without contacts or without history.
    func file(_ number: CaseNumber) -> CaseFile? {
        guard !events.isEmpty, !contacts.isEmpty else { return nil }
        return CaseFile(number: number, contacts: contacts, events: events)
    }

    /// The contacts that are not what their events vouch for.
    var changed: [ContactNumber] {
        contacts.filter { digests[$0.number.sequence] != Digest.of($0, from: origin) }.map(\.number)
    }
}
