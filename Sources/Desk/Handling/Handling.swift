import CaseStore
import Casework

/// What somebody does to a case. Names are what people type; nil is what was not given.
public struct HandlingRequest: Sendable {
    /// What is done.
    public var action: Action
    /// The cases or contacts.
    public var numbers: [String]
    /// The unit that leads.
    public var unit: String?
    /// Units that help.
    public var coUnits: [String] = []
    /// What the caller is told.
    public var reply: String?
    /// Why.
    public var reason: String?
    /// What stays in the file.
    public var note: String?
    /// Whether the unit got in touch with the caller.
    public var responded: String?
    /// Whether the matter is solved.
    public var resolved: String?
    /// How satisfied the caller is.
    public var satisfaction: String?
    /// What is corrected.
    public var correction: Correction?
    /// When it happened; nil for now.
    public var at: String?

    /// An action on cases in which nothing else is given yet.
    public init(_ action: Action, numbers: [String]) {
        self.action = action
        self.numbers = numbers
    }
}

/// The fields of a contact that are corrected. Names are what people type; nil leaves a field as it is.
public struct Correction: Sendable {
    /// When it was received.
    public var receivedAt: String?
    /// Its channel.
    public var channel: String?
    /// Its kind.
    public var kind: String?
    /// Its category.
    public var category: String?
    /// The district of the matter.
    public var district: String?
    /// The street of the matter.
    public var street: String?
    /// The community of the matter.
    public var community: String?
    /// The spot; empty takes it away.
    public var spot: String?
    /// The free address; empty takes it away.
    public var address: String?
    /// `direct` or `transfer`.
    public var disposition: String?

    /// A correction of nothing yet.
    public init() {}
}

extension Desk {
    /// Does something to one or several cases: to all of them, or to none where one refuses.
    public func handle(_ request: HandlingRequest) throws -> [Receipt] {
        try store.write { writer in
            let handling = Handling(desk: self, writer: writer, now: now())
            try handling.checkDistinct(request.numbers)
            return try request.numbers.map { try handling.handle(request, number: $0) }
        }
    }
}

/// Actions on cases within one transaction.
struct Handling {
    let desk: Desk
    let writer: StoreWriter
    let now: Instant

    func handle(_ request: HandlingRequest, number: String) throws -> Receipt {
        let reader = writer.reader
        let clock = try reader.settings().clock
        let choice = try reader.recordingNumber(number, today: clock.day(of: now))
        let file = try reader.existingFile(choice, named: number)
        let lookup = Lookup(reader: reader)
        var event = Event(
            caseNumber: file.number, sequence: choice.sequence,
            at: try desk.moment(request.at, clock: clock, now: now), recordedAt: now, staff: desk.actor.staff,
            action: request.action)
        (event.unit, event.coUnits) = try lookup.units(lead: request.unit, helping: request.coUnits)
        event.reply = try Texts.checked(request.reply ?? "", field: "reply", limit: Texts.limit)
        event.reason = try Texts.checked(request.reason ?? "", field: "reason")
        event.note = try Texts.checked(request.note ?? "", field: "note", limit: Texts.limit)
        event.outcome = try outcome(request)
        event.amendment = try request.correction.map { try amendment($0, clock: clock, lookup: lookup) }
        if request.action == .dispatch, event.unit == nil, Workflow.possible(on: file).contains(.dispatch) {
            try suggestUnit(for: file)
        }
        let after = try act(event, on: file)
        let contact = after.events.last { $0.recordedAt == now && $0.action == request.action }?.sequence
        return Receipt(
            number: file.number,
            contact: contact.map { ContactNumber(caseNumber: file.number, sequence: $0) },
            notices: try Deadlines(reader: reader).notices(after))
    }

    /// Refuses a list that names a case twice, under whatever names.
    func checkDistinct(_ numbers: [String]) throws {
        let today = try writer.reader.settings().clock.day(of: now)
        var seen: [CaseNumber: Int?] = [:]
        for text in numbers {
            let choice = try writer.reader.recordingNumber(text, today: today)
            if let other = seen.updateValue(choice.sequence, forKey: choice.caseNumber),
                other == nil || choice.sequence == nil || other == choice.sequence
            {
                throw DeskError.namedTwice(text)
            }
        }
    }

    /// Does what the workflow makes of an event. Returns the case as it is then.
    func act(_ event: Event, on file: CaseFile) throws -> CaseFile {
        var event = event
        do {
            event = try Workflow.decide(event, on: file, roles: desk.actor.roles)
        } catch .beforeLast(let at, let last) {
            // The workflow knows moments; people are told them by the city's clock.
            throw DeskError.beforeLast(at, last: last, try writer.reader.settings().clock)
        }
        if event.action == .dispatch, file.state.grade == nil {
            event.grade = try Deadlines(reader: writer.reader).grade(of: file)?.id
        }
        try writer.add(event)
        return try writer.project(file.number)
    }

    private func outcome(_ request: HandlingRequest) throws -> CallbackOutcome? {
        guard request.action == .callback else { return nil }
        guard let responded = request.responded else { throw DeskError.missing("--responded") }
        guard let resolved = request.resolved else { throw DeskError.missing("--resolved") }
        guard let satisfaction = request.satisfaction else { throw DeskError.missing("--satisfaction") }
        return CallbackOutcome(
            responded: try Choice.responded(responded), resolved: try Choice.resolved(resolved),
            satisfaction: try Choice.satisfaction(satisfaction))
    }

    private func amendment(_ correction: Correction, clock: CityClock, lookup: Lookup) throws -> Amendment {
        var amendment = Amendment()
        amendment.receivedAt = try correction.receivedAt.map { try desk.moment($0, clock: clock, now: now) }
        amendment.channel = try correction.channel.map { try lookup.channel($0).id }
        amendment.kind = try correction.kind.map { try lookup.kind($0).id }
        amendment.category = try correction.category.map { try lookup.category($0).id }
        amendment.area = try lookup.smallestArea(
            district: correction.district, street: correction.street, community: correction.community)?.id
        amendment.spot = try correction.spot.map { try Texts.checked($0, field: "spot") }
        amendment.address = try correction.address.map { try Texts.checked($0, field: "address") }
        amendment.disposition = try correction.disposition.map { try Choice.disposition($0) }
        return amendment
    }

    /// Without a unit nothing is transferred, but the person learns whom the rules name.
    private func suggestUnit(for file: CaseFile) throws {
        guard let state = file.contactStates[file.state.lead] else { return }
        let reader = writer.reader
        let category = try state.category.flatMap { try reader.category(id: $0) }
        let area = try state.place.area.flatMap { try reader.area(id: $0) }
        guard let suggestion = try Suggestion(category: category, area: area, reader: reader) else {
            let path = category?.path ?? ""
            guard let category, area == nil,
                try reader.dispatchRules(ofCategories: reader.lineage(ofCategory: category.code)).isEmpty
                    == false
            else { throw DeskError.noRule(category: path) }
            throw DeskError.noDistrict(category: path)
        }
        throw DeskError.unitSuggested(suggestion.unit.name, why: suggestion.why)
    }
}
