/// What came of measuring. Of a long run the rest is wanted all the same where something fails.
struct Measured {
    private(set) var rows: [Row] = []
    /// What could not be measured.
    private(set) var failed: [String] = []

    /// Nothing yet.
    init() {}

    /// Everything on the stores of one size.
    init(_ parts: [Site.Part], size: Int) {
        for part in parts {
            trying("\(part.name) (\(Cells.count(size)))") { measured in
                Bench.say("\(Cells.count(size)) cases: \(part.name)")
                let rows = try part.measure()
                for row in rows { Bench.say("  \(row.name): \(Cells.number(row.median)) \(row.unit)") }
                measured.rows += rows
            }
        }
        if let most = rows.filter({ $0.memory != nil }).max(by: { $0.memory ?? 0 < $1.memory ?? 0 }) {
            rows.append(.once("memory, the most of all", size, "MB", most.memory ?? 0))
            Bench.say("  the most memory: \(most.name)")
        }
    }

    static func += (left: inout Measured, right: Measured) {
        left.rows += right.rows
        left.failed += right.failed
    }

    /// Measures something, and remembers by its name if that fails, whatever the reason.
    mutating func trying(_ name: String, _ work: (inout Measured) throws -> Void) {
        do {
            try work(&self)
        } catch {
            Bench.say("  This could not be measured. \(error)")
            failed.append(name)
        }
    }
}
