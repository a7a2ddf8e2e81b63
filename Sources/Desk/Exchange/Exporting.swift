import CaseStore
import Casework

extension Desk {
    /// Writes the records as rows of the exchange format, headings first, in the order of their numbers.
    ///
    /// A contact's row says what is true of it after corrections and carries its first callback; further
    /// callbacks, and everything else that was done, stand in rows of their own, all in the order in which they
    /// were recorded, so that a case can be restored exactly.
    ///
    /// - Parameters:
    ///   - request: which cases are wanted; their contacts are written whole.
    ///   - showsCallers: names and phones are written too.
    ///   - row: told the cells of each row.
    /// - Returns: how many rows were written, the headings left out.
    public func exportTable(
        _ request: ListRequest = ListRequest(), showsCallers: Bool, row: ([String]) throws -> Void
    ) throws -> Int {
        try store.read { reader in
            let roles: Set<Role> = showsCallers ? [.supervisor, .administrator] : Set(Role.allCases)
            try require(roles, for: showsCallers ? "导出诉求人信息" : "导出", reader)
        }
        let numbers = try exported(request)
        // In portions, so that no read transaction stays open while the other end reads.
        let portions = stride(from: 0, to: numbers.count, by: 500).map {
            numbers[$0..<min($0 + 500, numbers.count)]
        }
        // Who takes callers along is known before anything is written.
        if showsCallers {
            let people = try portions.reduce(0) { sum, portion in
                try sum
                    + store.read { reader in try portion.reduce(0) { try $0 + reader.callerCount(of: $1) } }
            }
            try store.write { writer in
                try writer.add(
                    Disclosure(
                        at: now(), staff: actor.staff, deed: .export, people: people, reason: ""))
            }
        }
        try row(Column.allCases.map(\.rawValue))
        var count = 0
        for portion in portions {
            let rows = try store.read { reader in
                let sheet = try ExportSheet(reader: reader, showsCallers: showsCallers)
                return try portion.flatMap { try sheet.rows(of: $0) }
            }
            for cells in rows { try row(Column.allCases.map { cells[$0] ?? "" }) }
            count += rows.count
        }
        return count
    }

    /// The cases that are wanted, and behind them those into which they were merged: a merger makes no sense without the
    /// other case.
    private func exported(_ request: ListRequest) throws -> [CaseNumber] {
        var numbers = try caseNumbers(request)
        var known = Set(numbers)
        var looked = 0
        while looked < numbers.count {
            let portion = numbers[looked..<min(looked + 500, numbers.count)]
            let others = try store.read { reader in try portion.flatMap { try reader.targets(of: $0) } }
            numbers += others.filter { known.insert($0).inserted }
            looked += portion.count
        }
        return numbers
    }
}
