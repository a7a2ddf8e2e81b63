import CaseStore
import Casework
import Sealing

extension Desk {
    /// Writes a copy of the store as it is at one moment, while others go on writing. It is checked before it appears.
    ///
    /// - Parameters:
    ///   - replaces: a file of that name is replaced.
    ///   - progress: told how many pages of all are written.
    /// - Returns: how much it holds, and the attachments whose files are lost already.
    public func backUp(
        to path: String, replaces: Bool, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> (extent: Extent, lost: [AttachmentNumber]) {
        try store.read { try require([.administrator], for: "备份", $0) }
        return try store.backUp(to: path, replaces: replaces, at: now(), progress: progress)
    }
}

/// Putting a backup in the place of a store, and saving what can be saved of a damaged one. Neither needs a store that can
/// be opened.
public enum Recovery {
    /// What was put in a store's place.
    public struct Restored: Sendable {
        /// How many cases it has.
        public let cases: Int
        /// Where what stood there before is kept; nil where there was nothing.
        public let kept: String?
        /// Attachments whose files the copy did not have.
        public let lost: [AttachmentNumber]
    }

    /// Puts a copy in a store's place, after all of it was checked as by ``Desk/verify(search:callers:files:head:progress:)``.
    /// What stood there is kept beside it.
    ///
    /// - Parameters:
    ///   - replaces: there may be a store already.
    ///   - allowsLosses: files of attachments may be missing.
    ///   - onMigration: told the path of what was kept when an older copy was brought up to date.
    ///   - progress: told how much of what is done.
    /// - Throws: ``DeskError/badCopy(path:count:)`` where anything is wrong with the copy,
    ///   ``DeskError/copyLacksFiles(path:_:)``
    public static func restore(
        _ copy: String, to path: String, replaces: Bool, allowsLosses: Bool = false, keys: KeyFile,
        program: String, actor: Actor,
        now: @escaping @Sendable () -> Instant, onMigration: (String) -> Void = { _ in },
        progress: (_ step: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
    ) throws -> Restored {
        // Where there is a store that can be opened, not everybody may put another in its place.
        if replaces, let store = try? Store(path: path, program: program, keys: keys) {
            let desk = Desk(store: store, actor: actor, now: now)
            try store.read { try desk.require([.administrator], for: "恢复", $0) }
        }
        let replacement = try Replacement(of: copy, for: path, replaces: replaces) { progress("字节", $0, $1) }
        if replacement.isCurrent {
            let store = try Store(path: replacement.path, program: program, keys: keys)
            let result: Verification
            do {
                result = try Desk(store: store, actor: actor, now: now).verify(files: false) {
                    progress("件", $0, $1)
                }
            } catch StoreError.damaged {
                throw DeskError.badCopy(path: copy, count: nil)
            }
            guard result.findings.isEmpty else {
                throw DeskError.badCopy(path: copy, count: result.findings.count)
            }
        } else if try !replacement.isSound() {
            throw DeskError.badCopy(path: copy, count: nil)
        }
        let lost = try replacement.bringFiles(allowsLosses: allowsLosses)
        guard lost.isEmpty || allowsLosses else { throw DeskError.copyLacksFiles(path: copy, lost) }
        let moment = String(CityClock(offset: 0).iso(now()).prefix(19)).filter { $0 != "-" && $0 != ":" }
        let kept = try replacement.place(keeping: ".before-\(moment)Z")
        let store = try Store(path: path, program: program, keys: keys, onMigration: onMigration)
        return Restored(cases: try store.read { try $0.caseCount() }, kept: kept, lost: lost)
    }
}

extension Recovery {
    /// What was saved of a damaged store.
    public struct Repaired: Sendable {
        /// How many rows were written, the headings left out.
        public let rows: Int
        /// The texts of bulletins that were issued, and of days before the store, in the order of the days.
        public let bulletins: [String]
        /// What could not be saved.
        public let losses: Losses
        /// How many attachments there are, whose files are not among the rows.
        public let files: Int
        /// Whether the store itself keeps that callers were taken along, where they were.
        public let isRecorded: Bool
        /// The city's clock.
        public let clock: CityClock
    }

    /// Writes what is readable of a store, however damaged, as rows of the exchange format. The store is not changed, except
    /// that it keeps who took callers along, where that can still be written. It takes an administrator or a supervisor, as
    /// long as the list of staff that can be read has one.
    ///
    /// - Parameters:
    ///   - draft: a path where there is nothing, beside which a store is made for the time being.
    ///   - showsCallers: names and phones are written too.
    ///   - progress: told which table is read.
    ///   - row: told the cells of each row.
    public static func repair(
        _ path: String, draft: String, showsCallers: Bool, keys: KeyFile, actor: Actor,
        now: @escaping @Sendable () -> Instant, progress: (String) -> Void = { _ in },
        row: ([String]) throws -> Void
    ) throws -> Repaired {
        defer { Store.remove(draft) }
        let losses = try Store.salvage(
            path, into: draft, keys: keys, opensCallers: showsCallers, progress: progress)
        let store = try Store(path: draft, program: "", keys: keys)
        let desk = Desk(store: store, actor: actor, now: now)
        let keepers: Set<Role> = [.administrator, .supervisor]
        let staff = try store.read { try $0.staff() }
        if !staff.contains(where: { $0.isEnabled && !$0.roles.isDisjoint(with: keepers) }) {
            // Nobody is left who could be asked for.
            try store.write { writer in
                let member = StaffMember(name: actor.staff, roles: Set(Role.allCases))
                try writer.put(member, by: actor.staff, at: now())
            }
        }
        // Who sees the own unit's cases alone would take the rest for lost.
        try store.read { try desk.require(keepers, for: "抢救", $0) }
        var isRecorded = true
        if showsCallers {
            let people = try store.read { try $0.callerCount() }
            // Before anything is shown, and where it stays: the copy goes away.
            isRecorded =
                (try? Store(path: path, program: "", keys: keys).write { writer in
                    try writer.add(
                        Disclosure(at: now(), staff: actor.staff, deed: .export, people: people, reason: "抢救")
                    )
                }) != nil
        }
        let rows = try desk.exportTable(showsCallers: showsCallers, row: row)
        let files = try store.read { try $0.fileCount() }
        let bulletins = try store.read { reader in
            let issued = try reader.editions(from: .earliest, to: .latest).filter(\.isIssued)
            let historic = try reader.historicDays(from: .earliest, to: .latest)
            return (issued.map { ($0.publication.day, $0.printed) } + historic.map { ($0.day, $0.text) })
                .sorted { $0.0 < $1.0 }.map(\.1)
        }
        return Repaired(
            rows: rows, bulletins: bulletins, losses: losses, files: files, isRecorded: isRecorded,
            clock: try desk.settings().clock
        )
    }
}
