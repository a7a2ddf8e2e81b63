import CaseStore
import Casework

/// What `verify` looked at and found.
public struct Verification: Sendable {
    /// How many cases were compared with their histories.
    public let cases: Int
    /// What is wrong; empty for a sound store.
    public let findings: [Finding]
}

extension Desk {
    /// Checks the store: SQLite's own check, references, and every case against its history.
    ///
    /// - Parameters:
    ///   - search: also compares the index of texts with the texts.
    ///   - progress: told how many of all cases are done.
    public func verify(
        search: Bool = false, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Verification {
        let size = 10_000
        // In portions, so that no read transaction stays open for long.
        typealias Check = @Sendable (StoreReader) throws -> [Finding]
        let (total, portions, referring) = try store.read { reader in
            (try reader.caseCount(), try reader.portions(of: size), try reader.referringTables())
        }
        let damage: Check = { try $0.damage() }
        let references: [Check] = referring.map { table in { try $0.brokenReferences(of: table) } }
        let folds: [Check] = portions.map { portion in { try $0.foldFindings(in: portion) } }
        let whole = [damage] + references
        let findings = store.sideBySide(whole + folds) { count in
            progress(min(max(count - whole.count, 0) * size, total), total)
        }
        // In a damaged store nothing else that is found means anything.
        let damages = try findings[0].get()
        guard damages.isEmpty else { return Verification(cases: 0, findings: damages) }
        let broken = try search && !indexAgrees(portions)
        return Verification(
            cases: total, findings: try findings.flatMap { try $0.get() } + (broken ? [.search] : []))
    }

    /// Whether the index of texts holds what the texts say.
    private func indexAgrees(_ portions: [ClosedRange<Int64>]) throws -> Bool {
        let texts: [@Sendable (StoreReader) throws -> EntrySum] = portions.map { portion in
            { try $0.textSum(in: portion) }
        }
        let sums = try store.sideBySide([{ try $0.indexSum() }] + texts).map { try $0.get() }
        return sums[0] == sums.dropFirst().reduce(EntrySum(), +)
    }

    /// Makes the index of texts anew. Nothing can be recorded meanwhile.
    public func rebuildIndex(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
        let total = try store.read { reader in
            try require([.administrator], for: "重建检索", reader)
            return try reader.caseCount()
        }
        try store.write(.bulk) { writer in try writer.rebuildIndex { progress($0, total) } }
        try store.finishBulk()
    }

    /// What an administrator should know of the store and its surroundings.
    public func examine() throws -> Examination {
        let condition = try store.condition()
        return try store.read { reader in
            let settings = try reader.settings()
            let calendar = try reader.calendar()
            let today = settings.clock.day(of: now())
            var notices: [Notice] = []
            if !calendar.years.contains(today.parts.year) {
                notices.append(.calendarEnds(missingYear: today.parts.year))
            } else if today.parts.month == 12, !calendar.years.contains(today.parts.year + 1) {
                notices.append(.calendarEnds(missingYear: today.parts.year + 1))
            }
            if condition.free < 1 << 30 { notices.append(.diskAlmostFull(free: condition.free)) }
            notices += try reader.unownedNames().map { .unowned($0) }
            return Examination(
                path: store.path, condition: condition, settings: settings,
                calendarYears: calendar.years.sorted(), keys: try reader.keyState(),
                notices: notices)
        }
    }
}

/// What `doctor` tells.
public struct Examination: Sendable {
    /// Where the store is.
    public let path: String
    /// The store itself.
    public let condition: Condition
    /// The city's settings.
    public let settings: CitySettings
    /// The years whose calendar is in.
    public let calendarYears: [Int]
    /// With which keys callers are sealed.
    public let keys: KeyState
    /// What will soon need attention.
    public let notices: [Notice]

    /// Whether the SQLite that is loaded can lose committed pages, which the write lock guards against.
    public var hasResetBug: Bool {
        Condition.hasResetBug(sqlite: Store.sqliteVersion)
    }
}
