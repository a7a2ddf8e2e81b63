import GRDB

/// Takes the rows of tables that have damaged pages. The first column of each table's key is an integer.
struct Salvage {
    /// All that an export needs, what the hashes of events take in, who was erased, and what was published; what follows from
    /// histories is made anew.
    static let tables = [
        "store", "config_versions", "settings", "channels", "kinds", "categories", "units", "areas",
        "leaders", "grades", "calendar_years", "calendar_days", "staff", "staff_roles", "keys", "cases",
        "contacts", "callers", "events", "event_units", "originals", "attachments", "disclosures",
        "bulletin_editions", "bulletin_signatures", "historic_days",
    ]

    let source: Database
    let target: Database
    private(set) var gaps: [String: Int] = [:]

    init(source: Database, target: Database) {
        self.source = source
        self.target = target
    }

    mutating func take(_ table: String) throws {
        let columns = try target.ask("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", table)
            .map { (name: $0[0] as String, key: $0[1] as Int) }
        guard let key = columns.first(where: { $0.key == 1 })?.name else { return }
        let names = columns.map(\.name).joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let insertion = try Insertion(target, "INSERT OR REPLACE INTO \(table) (\(names)) VALUES (\(places))")
        var from = Int64.min
        while true {
            var next = from
            let isWhole = try attempt {
                var rows = try source.ask(
                    "SELECT \(key), \(names) FROM \(table) NOT INDEXED WHERE \(key) >= ? ORDER BY \(key)",
                    [from])
                while let row = rows.row {
                    let isTaken = try attempt {
                        try insertion.run { for column in columns.indices { $0.add(row, Int32(column + 1)) } }
                    }
                    if !isTaken { gaps[table, default: 0] += 1 }
                    // Rows of a damaged page may be in no order.
                    next = max(next, row[0])
                    try rows.advance()
                }
            }
            if isWhole { return }
            gaps[table, default: 0] += 1
            guard next < .max, let readable = readable(in: table, key: key, after: next + 1), readable > from
            else { return }
            from = readable
        }
    }

    /// The first row behind a damaged place.
    private func readable(in table: String, key: String, after first: Int64) -> Int64? {
        /// Nil where that cannot be read; the highest number where nothing comes any more.
        func row(from: Int64) -> Int64? {
            try? source.ask(
                """
                SELECT coalesce((
                    SELECT \(key) FROM \(table) NOT INDEXED WHERE \(key) >= ? ORDER BY \(key) LIMIT 1), \(Int64.max))
                """, [from]
            ).first { $0[0] }
        }
        var (unreadable, step) = (first - 1, Int64(1))
        var found = row(from: first)
        while found == nil {
            let (next, overflows) = unreadable.addingReportingOverflow(step)
            if overflows { break }
            found = row(from: next)
            if found == nil { (unreadable, step) = (next, step &* 2 > 0 ? step * 2 : step) }
        }
        // The damage ends between the last step and this one.
        var high = unreadable.addingReportingOverflow(step).partialValue
        while found != nil, high - unreadable > 1 {
            let middle = unreadable + (high - unreadable) / 2
            if let nearer = row(from: middle) {
                (found, high) = (nearer, middle)
            } else {
                unreadable = middle
            }
        }
        return found == .max ? nil : found
    }

    /// Whether some work was done; false where rows are damaged or contradict the schema.
    private func attempt(_ work: () throws -> Void) throws -> Bool {
        do {
            try work()
            return true
        } catch let error as DatabaseError {
            switch error.resultCode.primaryResultCode {
            case .SQLITE_CORRUPT, .SQLITE_IOERR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: return false
            default: throw error
            }
        }
    }
}
