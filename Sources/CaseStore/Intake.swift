import Casework
import GRDB

extension StoreWriter {
    /// Takes the next free number of a day and opens a case under it.
    ///
    /// - Parameters:
    ///   - wanted: the number to take if it is free.
    ///   - origin, externalNumber: the store that the case comes from, and its number there.
    public func openCase(
        on day: CivilDay, wanted: CaseNumber? = nil, origin: String? = nil, externalNumber: String? = nil
    ) throws -> CaseNumber {
        let origin = Digest.Origin(store: externalNumber == nil ? nil : origin, number: externalNumber)
        // Whether a number is free is told by trying to take it.
        func take(_ number: CaseNumber) throws -> Bool {
            try Insertion(
                db,
                """
                INSERT INTO cases (number, origin, external_number) VALUES (?, ?, ?)
                ON CONFLICT (number) DO NOTHING
                """
            ).run { row in
                row.add(number.value)
                row.add(origin.store)
                row.add(origin.number)
            }
            guard db.changesCount > 0 else { return false }
            origins[number] = origin
            return true
        }
        if let wanted, try take(wanted) { return wanted }
        let range = CaseNumber.range(of: day)
        let last = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(number) FROM cases WHERE number BETWEEN ? AND ?"),
            arguments: [range.lowerBound, range.upperBound])
        let serial = Int((last ?? range.lowerBound) - range.lowerBound) + 1
        guard let next = try CaseNumber(day: day, serial: serial) ?? gap(in: range), try take(next) else {
            throw StoreError.numbersExhausted(day: day.description)
        }
        return next
    }

    /// Where a case comes from.
    func origin(of number: CaseNumber) throws -> Digest.Origin {
        if let origin = origins[number] { return origin }
        return try db.ask("SELECT origin, external_number FROM cases WHERE number = ?", [number.value]).first
        {
            Digest.Origin(store: $0[0], number: $0[1])
        } ?? Digest.Origin()
    }

    /// The lowest free number of a day whose highest is taken, as an import may have taken it.
    private func gap(in range: ClosedRange<Int64>) throws -> CaseNumber? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT number + 1 FROM (
                    SELECT ? AS number UNION ALL SELECT number FROM cases WHERE number BETWEEN ? AND ?) AS taken
                WHERE number < ? AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.number = taken.number + 1)
                ORDER BY 1 LIMIT 1
                """, arguments: [range.lowerBound, range.lowerBound, range.upperBound, range.upperBound]
        ).flatMap(CaseNumber.init(value:))
    }

    /// Runs a piece of work of which nothing stays when it fails.
    ///
    /// - Parameter guarded: by a savepoint. Without it, work that fails after it wrote something gives up the whole
    ///   transaction.
    /// - Throws: ``StoreError/contradiction`` where a constraint of the schema refuses; ``StoreError/halfDone``.
    public func whole(guarded: Bool, _ work: () throws -> Void) throws {
        let before = db.totalChangesCount
        do {
            guard guarded else { return try work() }
            try db.inSavepoint {
                try work()
                return .commit
            }
        } catch {
            // Names, events and keys that the work added are gone again.
            reader.cache.forget()
            chain.forget()
            keys.forget()
            if !guarded, db.totalChangesCount != before { throw StoreError.halfDone }
            if let error = error as? DatabaseError,
                error.resultCode.primaryResultCode == .SQLITE_CONSTRAINT
            {
                throw StoreError.contradiction
            }
            throw error
        }
    }
}
