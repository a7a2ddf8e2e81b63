import CaseStore
import Casework

/// What `verify` looked at and found.
public struct Verification: Sendable {
    /// How many cases were compared with their histories.
    public let cases: Int
    /// What is wrong; empty for a sound store.
    public let findings: [Finding]
    /// Files beside the store that belong to no attachment: of a recording that was cut off, or of what a restored backup did
    /// not know.
    public var strangers = 0
    /// The city's clock.
    public let clock: CityClock
}

extension Desk {
    /// Checks the store: SQLite's own check, references, the chain of its history, every case against its history, and attached
    /// files.
    ///
    /// - Parameters:
    ///   - search: also compares the index of texts with the texts.
    ///   - callers: also opens who called, compares that with the history, and opens what was hidden in texts.
    ///   - files: also reads all attached files, for which no key is needed.
    ///   - head: a link that was kept elsewhere, and must be in the history still.
    ///   - progress: told how many of all cases are done.
    /// - Throws: ``SealingError`` without the key to the callers.
    public func verify(
        search: Bool = false, callers: Bool = false, files: Bool = true, head: KeptHead? = nil,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Verification {
        let size = 10_000
        typealias Check = @Sendable (StoreReader) throws -> [Finding]
        // In portions, so that no read transaction stays open for long.
        let (total, portions, links, referring, clock) = try store.read { reader in
            (
                try reader.caseCount(), try reader.portions(of: size), try reader.eventPortions(of: 100_000),
                try reader.referringTables(), try reader.settings().clock
            )
        }
        let damage: Check = { try $0.damage() }
        let references: [Check] = referring.map { table in { try $0.brokenReferences(of: table) } }
        let chains: [Check] = links.map { ids in { try $0.chainFindings(in: ids) } }
        let folds: [Check] = portions.map { portion in
            {
                try $0.foldFindings(in: portion)
                    + (callers ? $0.callerFindings(in: portion) + $0.originalFindings(in: portion) : [])
            }
        }
        let counts: Check = { try $0.dayCountFindings() }
        let configuration: Check = { try $0.configurationFindings() }
        let disclosures: Check = { try $0.disclosureFindings() }
        let originals: Check = { try $0.lostOriginalFindings() }
        let whole = [damage] + references + [counts, configuration, disclosures, originals]
        let before = whole + chains
        let answers = store.sideBySide(before + folds) { count in
            progress(min(max(count - before.count, 0) * size, total), total)
        }
        func verification(_ findings: [Finding]) -> Verification {
            Verification(cases: total, findings: findings, clock: clock)
        }
        // In a damaged store nothing else that is found means anything.
        let damages = try answers[0].get()
        guard damages.isEmpty else { return verification(damages) }
        let answered = try answers.map { try $0.get() }
        var findings = Array(answered[..<whole.count].joined())
        // After the first broken link of the chain others say nothing new.
        findings += answered[whole.count..<before.count].joined().prefix(1)
        if let head, try !store.read({ try $0.holds(head.event, head.hash) }) {
            findings.append(.rewritten(event: head.event))
        }
        findings += answered[before.count...].joined()
        if try search && !indexAgrees(portions) { findings.append(.search) }
        findings += try store.read { try issueFindings($0) }
        guard files else { return verification(findings) }
        let check = try store.checkFiles()
        var result = verification(findings + check.findings)
        result.strangers = check.strangers
        return result
    }

    /// Whether the index of texts holds what the texts say.
    private func indexAgrees(_ portions: [ClosedRange<Int64>]) throws -> Bool {
        let texts: [@Sendable (StoreReader) throws -> EntrySum] = portions.map { portion in
            { try $0.textSum(in: portion) }
        }
        let sums = try store.sideBySide([{ try $0.indexSum() }] + texts).map { try $0.get() }
        if sums[0] == sums.dropFirst().reduce(EntrySum(), +) { return true }
        // Somebody may have recorded between two of these questions: once more, from one state.
        return try store.read { try $0.indexSum() == $0.textSum(in: CaseNumber.all) }
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
