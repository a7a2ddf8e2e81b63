import Casework
import Crypto
import GRDB

/// The newest link of a store's history: who keeps it elsewhere can prove that nothing before it was rewritten.
public struct ChainHead: Hashable, Sendable {
    /// The event's place in the history of the store; 0 before the first.
    public let event: Int64
    /// The event's hash: 32 bytes.
    public let hash: [UInt8]

    /// A link.
    public init(event: Int64, hash: [UInt8]) {
        self.event = event
        self.hash = hash
    }
}

/// Links each new event to the one before: its hash is SHA-256 over the other's hash, its own columns, its units,
/// in which of its texts something was hidden, and the configuration's digest.
final class Chain {
    /// What of an event is hashed, in this order; after it come how many units help, these in their order, in how many texts
    /// something was hidden, these in their order, and the digest of the configuration's version.
    static let columns = """
        id, case_number, sequence, at, recorded_at, day, staff, action, to_stage, disposition, unit_id, grade_id,
        responded, resolved, satisfaction, verdict, ending, allowance_amount, allowance_measure, pauses, until_day,
        leader_id, target_number, reason, reply, note, amended_received_at, amended_channel_id, amended_kind_id,
        amended_category_id, amended_area_id, amended_spot, amended_address, file_hash, file_size, config_version, contact_digest,
        caller_commitment
        """

    private let reader: StoreReader
    private var head: ChainHead?
    /// Takes down the columns of the event that is being added.
    let encoding = Encoding()

    init(_ reader: StoreReader) {
        self.reader = reader
    }

    /// Begins the next event. Returns its place in the history.
    func next() throws -> Int64 {
        let last = try head ?? reader.chainHead()
        head = last
        last.hash.withUnsafeBytes { encoding.begin(with: $0) }
        return last.event + 1
    }

    /// Ends the event whose columns were taken down. Returns its hash.
    ///
    /// - Parameters:
    ///   - hidden: the texts in which something was hidden, by name, rising.
    ///   - configuration: the digest of the version in force.
    func link(coUnits: [Casework.Unit.ID], hidden: [String], configuration: [UInt8]) -> [UInt8] {
        encoding.add(coUnits: coUnits, hidden: hidden, configuration: configuration)
        let hash = Array(encoding.digest)
        head = ChainHead(event: (head?.event ?? 0) + 1, hash: hash)
        return hash
    }

    /// Events that were added are gone again.
    func forget() {
        head = nil
    }
}

extension Encoding {
    fileprivate func add(coUnits: [Casework.Unit.ID], hidden: [String], configuration: [UInt8]) {
        add(Int64(coUnits.count))
        for unit in coUnits { add(unit) }
        add(Int64(hidden.count))
        for field in hidden { add(field) }
        configuration.withUnsafeBytes { add(.blob, $0) }
    }
}

extension StoreReader {
    /// The newest link.
    public func chainHead() throws -> ChainHead {
        try link(before: .max)
    }

    /// Whether an event has a hash; without an event, whether any has it.
    public func holds(_ event: Int64?, _ hash: [UInt8]) throws -> Bool {
        guard let event else {
            let isThere = try db.ask("SELECT 1 FROM events WHERE hash = ?") { $0.add(hash) }.first { _ in true
            }
            return try isThere ?? (beginning().hash == hash)
        }
        let there = try db.ask("SELECT hash FROM events WHERE id = ?", [event]).first { $0.bytes(0) }
        return try there == hash || event == 0 && beginning().hash == hash
    }

    /// When an event was entered; nil where there is no such event.
    public func entered(_ event: Int64) throws -> Instant? {
        try db.ask("SELECT recorded_at FROM events WHERE id = ?", [event]).first { Instant(seconds: $0[0]) }
    }

    /// All events in portions of so many, as ranges of their places in the history.
    public func eventPortions(of count: Int64) throws -> [ClosedRange<Int64>] {
        stride(from: 1, through: try chainHead().event, by: Int(count)).map { $0...$0 + count - 1 }
    }

    /// The first event of a portion that is not what its hash says, or does not follow the one before it.
    public func chainFindings(in ids: ClosedRange<Int64>) throws -> [Finding] {
        let bounds = [ids.lowerBound, ids.upperBound]
        var previous = try link(before: ids.lowerBound).hash
        var events = try db.ask(
            "SELECT \(Chain.columns), hash FROM events WHERE id BETWEEN ? AND ? ORDER BY id", bounds)
        var helpers = try db.ask(
            """
            SELECT event_id, unit_id FROM event_units WHERE event_id BETWEEN ? AND ? ORDER BY event_id, unit_id
            """, bounds)
        var originals = try db.ask(
            "SELECT event_id, field FROM originals WHERE event_id BETWEEN ? AND ? ORDER BY event_id, field",
            bounds)
        let (version, hash): (Int32, Int32) = (35, 38)
        var configurations: [Int: [UInt8]] = [:]
        try db.ask("SELECT version, digest FROM config_versions").forEach {
            configurations[$0[0]] = $0.bytes(1)
        }
        let encoding = Encoding()
        var coUnits: [Casework.Unit.ID] = []
        var hidden: [String] = []
        while let row = events.row {
            previous.withUnsafeBytes { encoding.begin(with: $0) }
            for column in 0..<hash { row.write(column, into: encoding) }
            coUnits.removeAll(keepingCapacity: true)
            try helpers.rows(of: row[0]) { coUnits.append($0[1]) }
            hidden.removeAll(keepingCapacity: true)
            try originals.rows(of: row[0]) { hidden.append($0[1]) }
            encoding.add(
                coUnits: coUnits, hidden: hidden, configuration: configurations[row[version]] ?? [])
            guard encoding.digest.withUnsafeBytes({ row.holds(hash, $0) }) else {
                return [.chain(event: row[0], CaseNumber(value: row[1]), at: Instant(seconds: row[3]))]
            }
            previous.withUnsafeMutableBytes { $0.copyMemory(from: row.rawBytes(hash)) }
            try events.advance()
        }
        return []
    }

    /// The newest link before an event.
    private func link(before event: Int64) throws -> ChainHead {
        try db.ask("SELECT id, hash FROM events WHERE id < ? ORDER BY id DESC LIMIT 1", [event]).first {
            ChainHead(event: $0[0], hash: $0.bytes(1))
        } ?? beginning()
    }

    /// What stands before the first event: each store has a chain of its own.
    private func beginning() throws -> ChainHead {
        let encoding = Encoding()
        encoding.add(try storeID())
        return ChainHead(event: 0, hash: Array(encoding.digest))
    }
}
