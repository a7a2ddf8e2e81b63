import CaseStore
import Casework
import Sealing

/// What is sealed of a case, opened.
public struct Revealed: Sendable {
    /// The case.
    public let number: CaseNumber
    /// Its contacts whose callers are known.
    public let callers: [(contact: ContactNumber, caller: Caller)]
    /// What texts said before something was hidden in them: the entry of the history, the field, the text.
    public let originals: [(event: Event, field: String, text: String)]
}

/// Which disclosures somebody wants to see. Names are what people type; nil is what was not given.
public struct AuditRequest: Sendable {
    /// The days.
    public var stretch = Stretch()
    /// Only of this case.
    public var number: String?
    /// Only by this person.
    public var staff: String?

    /// All of the last thirty days.
    public init() {}
}

extension Desk {
    /// Opens who called about a case. That it was opened is recorded before anything is shown.
    ///
    /// Callback staff, supervisors and administrators may, and the handlers of the unit that has the case; who asked
    /// for confidentiality is shown to supervisors and administrators alone.
    public func reveal(_ number: String, reason: String?) throws -> Revealed {
        let reason = try Texts.requiredBeside(reason, field: "--reason")
        return try store.write { writer in
            let reader = writer.reader
            let file = try file(number, reader)
            let isConfidential = file.contacts.contains(where: \.confidential)
            try checkMayReveal(file, isConfidential: isConfidential, reader)
            let callers = try reader.callers(of: file.number)
            let events = Dictionary(file.events.map { ($0.id, $0) }) { first, _ in first }
            let originals = try reader.originals(of: file.number).compactMap { original in
                events[original.event].map { ($0, original.field, original.text) }
            }
            try writer.add(
                Disclosure(
                    at: now(), staff: actor.staff, deed: .reveal, number: file.number, people: callers.count,
                    reason: reason))
            return Revealed(number: file.number, callers: callers, originals: originals)
        }
    }

    func checkMayReveal(_ file: CaseFile, isConfidential: Bool, _ reader: StoreReader) throws {
        let authority = try authority(reader)
        let always: Set<Role> = [.supervisor, .administrator]
        if !authority.roles.isDisjoint(with: always) { return }
        guard !isConfidential else { throw DeskError.notAllowed("查看保密诉求人", roles: always) }
        if authority.roles.contains(.callback) { return }
        guard authority.roles.contains(.handler) else {
            throw DeskError.notAllowed("查看诉求人", roles: always.union([.callback, .handler]))
        }
        let units = Set(([file.state.unit] + file.state.coUnits).compactMap { $0 })
        if let own = authority.units, own.isDisjoint(with: units) { throw try notOwnCase(reader) }
    }

    /// Erases who called about a case, what was hidden in its texts, and what is sealed of its attachments; the history stays
    /// whole.
    public func forget(_ number: String, reason: String?) throws -> Receipt {
        let reason = try Texts.requiredBeside(reason, field: "--reason")
        let (receipt, files) = try store.write { writer in
            try require([.administrator, .supervisor], for: "清除诉求人信息", writer.reader)
            // What cannot be undone is not done to a case that an ending fits by chance.
            let choice = try writer.reader.recordingNumber(
                number, today: writer.settings.clock.day(of: now()))
            let file = try writer.reader.existingFile(choice, named: number)
            let (people, texts) = try writer.eraseCallers(of: file.number)
            let files = try writer.eraseAttachments(of: file.number)
            guard people + texts + files.count > 0 else { throw DeskError.nothingToForget(file.number) }
            // Whatever the clock says: what is erased was recorded before.
            let at = file.events.map(\.recordedAt).reduce(now(), max)
            try writer.add(
                Disclosure(
                    at: at, staff: actor.staff, deed: .erase, number: file.number, people: people,
                    reason: reason))
            return (Receipt(number: file.number, contact: nil, notices: []), files)
        }
        // What was erased lies in the store until what lies over it comes there from the write-ahead log.
        try? store.finishBulk()
        store.removeFiles(files)
        return receipt
    }

    /// Who saw what, the newest first.
    public func audit(_ request: AuditRequest) throws -> [Disclosure] {
        try store.read { reader in
            try require([.administrator, .supervisor], for: "查阅记录", reader)
            let clock = try reader.settings().clock
            let period = try period(request.stretch, clock: clock, now: now())
            let number = try request.number.map { try file($0, reader).number }
            return try reader.disclosures(
                from: clock.start(of: period.first), through: clock.end(of: period.last), of: number,
                by: request.staff)
        }
    }

    /// The key in use, and whether a change of it is still under way.
    public func keyState() throws -> KeyState {
        try store.read { try $0.keyState() }
    }

    /// Seals everything with a new key, portion by portion; one that was cut off is taken up where it stood. Older keys
    /// stay in the file, because older backups need them.
    ///
    /// - Returns: how many entries were sealed anew.
    public func rotateKey(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws -> Int {
        guard let file = store.keys else { throw SealingError.missing }
        let state = try store.read { reader in
            try require([.administrator], for: "更换密钥", reader)
            return try reader.keyState()
        }
        if state.older == 0 {
            let ring = try file.update { ring in
                // A key that is in the file but not in use yet is one whose change was cut off at once.
                guard ring.current.fingerprint == state.fingerprint else { return false }
                ring.add(Keyring.Key())
                return true
            }
            try store.write { try $0.enter(ring.current) }
        }
        let total = try keyState().older
        var (done, place) = (0, ResealPlace())
        while true {
            let portion = try store.write(.bulk) { try $0.reseal(from: &place, atMost: 500) }
            if portion == 0 { break }
            done += portion
            progress(done, total)
        }
        try store.write { writer in
            try writer.add(
                Disclosure(at: now(), staff: actor.staff, deed: .rotate, people: done, reason: ""))
        }
        try store.finishBulk()
        return done
    }

    private func file(_ number: String, _ reader: StoreReader) throws -> CaseFile {
        let today = try reader.settings().clock.day(of: now())
        return try reader.existingFile(reading: number, today: today)
    }
}
