import CaseStore
import Casework

/// What is to be handed over. Texts are what people type; nil is what was not given.
public struct HandoverRequest: Sendable {
    /// When the shift began; nil for the end of the person's last one, at most a day ago.
    public var since: String?
    /// What the next shift should know. Given, it ends the shift.
    public var note: String?
    /// The state as of this moment.
    public var asOf: String?

    /// The shift so far.
    public init() {}
}

/// A person's shift, for whoever comes next (交班).
public struct Shift: Sendable {
    /// How something that was taken was dealt with.
    public enum Outcome: String, Sendable, CaseIterable {
        case direct, transferred, undisposed, invalid, void
    }

    /// A case whose signal turned red.
    public struct Turned: Hashable, Sendable {
        /// The case.
        public let number: CaseNumber
        /// Where it is.
        public let stage: Stage
        /// What it is about: the spot and the category.
        public let matter: String
        /// By when the next step is due, or was.
        public let due: Instant
    }

    /// Whose shift.
    public let staff: String
    /// From when to when.
    public let since: Instant, until: Instant
    /// What the person took, and what became of it, in order.
    public let taken: [(contact: ContactNumber, outcome: Outcome)]
    /// What turned red since then, of what the person took and of what waits for the person's roles; what is due first comes first.
    public let turned: [Turned]
    /// Alerts to which nobody saw, the newest first.
    public let alerts: [RaisedAlert]
    /// What shifts before left to know, the newest first.
    public let notes: [Handover]
    /// What this one leaves; nil where it goes on.
    public let note: String?

    /// The contacts with one outcome.
    public func taken(_ outcome: Outcome) -> [ContactNumber] {
        taken.filter { $0.outcome == outcome }.map(\.contact)
    }
}

extension Desk {
    /// What a shift did and leaves. With a note it ends, and the note is kept.
    public func handOver(_ request: HandoverRequest) throws -> Shift {
        guard let text = request.note else {
            return try store.read { try Shifting(desk: self, reader: $0, request: request).shift(note: nil) }
        }
        if request.asOf != nil { throw DeskError.excludes("--note", "--as-of") }
        let note = try Texts.requiredBeside(text, field: "--note")
        return try store.write { writer in
            let shift = try Shifting(desk: self, reader: writer.reader, request: request).shift(note: note)
            try writer.add(
                Handover(since: shift.since, at: shift.until, staff: actor.staff, note: note),
                recordedAt: shift.until)
            return shift
        }
    }
}

/// Looks at one shift.
private struct Shifting {
    let desk: Desk
    let reader: StoreReader
    let settings: CitySettings
    let roles: Set<Role>
    /// The state looked at; nil for now.
    let moment: Instant?
    let since: Instant
    let until: Instant
    /// So long a shift lasts at most, where nothing is said, and so long before it notes are told.
    private static let most: Int64 = 86_400

    init(desk: Desk, reader: StoreReader, request: HandoverRequest) throws {
        self.desk = desk
        self.reader = reader
        settings = try reader.settings()
        roles = try desk.authority(reader).roles
        moment = try desk.asOf(request.asOf, clock: settings.clock)
        until = moment ?? desk.now()
        let earliest = until.advanced(bySeconds: -Self.most)
        since =
            try request.since.map { [settings, until] in
                try desk.moment($0, clock: settings.clock, now: until)
            }
            ?? reader.handovers(from: earliest, through: until).first { $0.staff == desk.actor.staff }?.at
            ?? earliest
    }

    func shift(note: String?) throws -> Shift {
        let contacts = try reader.taken(
            by: desk.actor.staff, after: since, through: until, clock: settings.clock)
        let files = try files(Set(contacts.map(\.caseNumber)))
        return Shift(
            staff: desk.actor.staff, since: since, until: until,
            taken: contacts.compactMap { contact in
                files[contact.caseNumber]?.contactStates[contact.sequence].map { (contact, $0.outcome) }
            },
            turned: try turned(files.values), alerts: try alerts(),
            notes: try reader.handovers(from: since.advanced(bySeconds: -Self.most), through: until),
            note: note)
    }

    private func alerts() throws -> [RaisedAlert] {
        let isSeen = try desk.sight(reader)
        return try reader.alerts(.open, asOf: until).filter { try isSeen($0.contact.caseNumber) }
    }

    private func files(_ numbers: Set<CaseNumber>) throws -> [CaseNumber: CaseFile] {
        var files: [CaseNumber: CaseFile] = [:]
        for number in numbers {
            guard let file = try reader.caseFile(number) else { continue }
            files[number] = moment.map(file.asOf) ?? file
        }
        return files
    }

    private func turned(_ files: some Sequence<CaseFile>) throws -> [Shift.Turned] {
        let clocks = try reader.clocks(settings.clock)
        let own = try files.compactMap { try turned($0, due: clocks.pressing($0.state)) }
        let lists = QueueName.allCases.filter { !$0.roles.isDisjoint(with: roles) }
        let units = try desk.ownUnits(reader)
        let pressing = try reader.pressing(
            in: lists.compactMap(\.worklist), after: since.advanced(bySeconds: reds.min() ?? 0),
            upTo: until.advanced(bySeconds: reds.max() ?? 0), asOf: moment
        ).filter { waiting in units.map { waiting.unit.map($0.contains) ?? false } ?? true }
        let waiting = try reader.lines(of: pressing, asOf: moment).compactMap { line in
            line.pressingAt.flatMap { turned(line, due: $0) }
        }
        return Set(own + waiting).sorted { ($0.due, $0.number) < ($1.due, $1.number) }
    }

    /// Seconds left at which a case turns red.
    private var reds: [Int64] { [settings.signals.finishing.red, settings.signals.signing.red] }

    private func turned(_ file: CaseFile, due: Instant?) throws -> Shift.Turned? {
        guard let due, isTurned(file.state.stage, due) else { return nil }
        let lead = file.contactStates[file.state.lead]
        let category = try lead?.category.flatMap { try reader.category(id: $0)?.path } ?? ""
        return Shift.Turned(
            number: file.number, stage: file.state.stage,
            matter: Self.matter(lead?.place.spot ?? "", category), due: due)
    }

    private func turned(_ line: CaseLine, due: Instant) -> Shift.Turned? {
        guard isTurned(line.stage, due) else { return nil }
        return Shift.Turned(
            number: line.number, stage: line.stage, matter: Self.matter(line.spot, line.category), due: due)
    }

    private func isTurned(_ stage: Stage, _ due: Instant) -> Bool {
        settings.signals.signal(in: stage, pressing: due, now: until) == .red
            && settings.signals.signal(in: stage, pressing: due, now: since) != .red
    }

    private static func matter(_ spot: String, _ category: String) -> String {
        [spot, category.split(separator: "/").last.map(String.init) ?? ""].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension ContactState {
    fileprivate var outcome: Shift.Outcome {
        switch standing {
        case .void: .void
        case .invalid: .invalid
        case .counted:
            switch disposition {
            case .direct: .direct
            case .transferred: .transferred
            case .undisposed: .undisposed
            }
        }
    }
}
