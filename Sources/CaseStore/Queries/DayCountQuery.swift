import Casework
import GRDB

extension StoreReader {
    /// How many contacts count on each of these days as it is now, by first-level category and kind. What is asked of years is
    /// answered from these counts, which are kept with every recording.
    public func topicCounts(
        from: CivilDay, to: CivilDay,
        each: (_ day: Int, _ root: String, _ kind: RequestKind.ID, _ count: Int) throws -> Void
    ) throws {
        try db.ask(
            """
            SELECT day, root_code, kind_id, contacts FROM day_counts
            WHERE day BETWEEN ? AND ? AND contacts > 0
            """, [Int64(from.compact), Int64(to.compact)]
        ).forEach { row in try each(row[0], row[1], row[2], row[3]) }
    }

    /// How many contacts count on a day as it is now.
    public func contactCount(on day: CivilDay) throws -> Int {
        let sql = "SELECT coalesce(sum(contacts), 0) FROM day_counts WHERE day = ?"
        return try db.ask(sql, [Int64(day.compact)]).first { $0[0] } ?? 0
    }

    /// The days whose kept counts are not those of their contacts.
    public func dayCountFindings() throws -> [Finding] {
        struct Key: Hashable {
            let root: String
            let kind: Int64
        }
        let roots = try allCategories().mapValues(\.rootCode)
        let days = try db.ask(
            "SELECT DISTINCT day FROM contact_states UNION SELECT DISTINCT day FROM day_counts ORDER BY 1"
        ).map { row in row[0] as Int64 }
        return try days.compactMap { day in
            var counts: [Key: Int] = [:]
            try db.ask(
                """
                SELECT category_id, coalesce(kind_id, 0) FROM contact_states
                WHERE day = ? AND standing = 'counted' AND until = \(Instant.endOfTime.seconds)
                """, [day]
            ).forEach { row in
                if let root = roots[row[0]] { counts[Key(root: root, kind: row[1]), default: 0] += 1 }
            }
            try db.ask("SELECT root_code, kind_id, contacts FROM day_counts WHERE day = ?", [day]).forEach {
                row in
                counts[Key(root: row[0], kind: row[1]), default: 0] -= row[2] as Int
            }
            guard counts.values.contains(where: { $0 != 0 }) else { return nil }
            return CivilDay(compact: Int(day)).map(Finding.dayCount)
        }
    }
}
