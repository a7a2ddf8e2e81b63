import Casework
import GRDB

extension StoreWriter {
    /// Brings the rows that follow from a case's history up to date.
    ///
    /// - Parameters:
    ///   - file: the case with all that was recorded.
    ///   - ids: the rows of its contacts, by sequence.
    ///   - isNew: nothing is stored yet of what follows.
    func project(_ file: CaseFile, ids: [Int: Int64], isNew: Bool) throws {
        let projection = Projection(of: file, ids: ids, rules: rules)
        for table in Projection.Table.allCases {
            var missing = Array(0..<projection.count(of: table))
            if !isNew { try removeOutdated(table, projection, of: file.number, missing: &missing) }
            if missing.isEmpty { continue }
            let insertion = try Insertion(db, table.insertion)
            for place in missing {
                try insertion.run { row in projection.put(place, of: table, into: &row) }
            }
        }
    }

    /// Brings the rows that follow from a case's history up to date, whatever is stored of it.
    func project(_ number: CaseNumber) throws {
        guard let file = try reader.caseFile(number) else { throw StoreError.fault("no case \(number)") }
        try project(file, ids: reader.contactRows(of: number), isNew: false)
    }

    /// Takes away the rows that no longer hold. What is stored already is no longer missing.
    private func removeOutdated(
        _ table: Projection.Table, _ projection: Projection, of number: CaseNumber, missing: inout [Int]
    ) throws {
        var places: [RowKey: Int] = [:]
        for place in missing {
            var key = RowKey()
            projection.put(place, of: table, into: &key)
            places[key] = place
        }
        var outdated: [RowKey] = []
        try db.ask(table.question, [number.value, number.value]).forEach { row in
            let key = RowKey(row[table.first], row[table.first + 1])
            if let place = places[key], row.agrees(with: projection, place, of: table) {
                places[key] = nil
            } else {
                outdated.append(key)
            }
        }
        for key in outdated { try db.run(table.deletion, [key.first, key.second]) }
        missing = places.values.sorted()
    }
}

extension StoreReader {
    /// The rows of a case's contacts, by sequence.
    func contactRows(of number: CaseNumber) throws -> [Int: Int64] {
        var rows: [Int: Int64] = [:]
        try db.ask("SELECT sequence, id FROM contacts WHERE case_number = ?", [number.value]).forEach { row in
            rows[row[0]] = row[1]
        }
        return rows
    }
}

/// The first two values of a row, which tell it from all others of its table.
private struct RowKey: Hashable, RowValues {
    private(set) var first: Int64?, second: Int64?
    private var count = 0

    init() {}

    init(_ first: Int64, _ second: Int64) {
        (self.first, self.second, count) = (first, second, 2)
    }

    mutating func add(_ value: Int64?) {
        if count == 0 { first = value } else if count == 1 { second = value }
        if count < 2 { count += 1 }
    }

    mutating func add(_ value: String?) {}
}

extension Question {
    /// Whether the rows of a case are those that follow from its history.
    mutating func agrees(with projection: Projection, _ table: Projection.Table, of number: Int64) throws
        -> Bool
    {
        let count = projection.count(of: table)
        var (place, agrees) = (0, true)
        try rows(of: number) { row in
            agrees = agrees && place < count && row.agrees(with: projection, place, of: table)
            place += 1
        }
        return agrees && place == count
    }
}

extension Columns {
    fileprivate func agrees(with projection: Projection, _ place: Int, of table: Projection.Table) -> Bool {
        var comparison = Comparison(self, from: table.first)
        projection.put(place, of: table, into: &comparison)
        return comparison.agrees
    }
}
