import CaseStore
import Casework

extension Desk {
    /// Does something to one or several cases: to all of them, or to none where one refuses.
    public func handle(_ request: HandlingRequest) throws -> [Receipt] {
        try store.write { writer in
            let handling = try Handling(desk: self, writer: writer)
            try handling.checkDistinct(request.numbers)
            guard request.numbers.count > 1 else {
                return try request.numbers.map { try handling.handle(request, number: $0) }
            }
            return try request.numbers.map { number in
                do {
                    return try handling.handle(request, number: number)
                } catch let error as DeskError {
                    throw RefusedAmongSeveral(number: number, reason: error)
                } catch let error as WorkflowError {
                    throw RefusedAmongSeveral(number: number, reason: error)
                }
            }
        }
    }
}

/// Actions on cases within one transaction.
struct Handling {
    let desk: Desk
    let writer: StoreWriter
    let now: Instant
    let settings: CitySettings
    let authority: Authority
    /// What is to be said of the clock with whatever is recorded.
    let clockNotices: [Notice]

    var reader: StoreReader { writer.reader }

    init(desk: Desk, writer: StoreWriter) throws {
        self.desk = desk
        self.writer = writer
        now = desk.now()
        settings = writer.settings
        authority = try desk.authority(writer.reader)
        clockNotices = try writer.reader.clockNotices(now: now)
    }

    func handle(_ request: HandlingRequest, number: String) throws -> Receipt {
        let choice = try reader.recordingNumber(number, today: settings.clock.day(of: now))
        let file = try reader.existingFile(choice, named: number)
        let event = try event(request, on: file, sequence: choice.sequence)
        try check(event, of: request, on: file)
        let after = try act(event, on: file)
        if request.makesRule { try makeRule(of: after) }
        let contact = after.events.last { $0.recordedAt == now && $0.action == request.action }?.sequence
        return Receipt(
            number: file.number,
            contact: contact.map { ContactNumber(caseNumber: file.number, sequence: $0) },
            notices: try clockNotices + notices(event, from: file, to: after))
    }

    /// Refuses a list that names a case twice, under whatever names.
    func checkDistinct(_ numbers: [String]) throws {
        let today = settings.clock.day(of: now)
        var seen: [CaseNumber: Int?] = [:]
        for text in numbers {
            let choice = try reader.recordingNumber(text, today: today)
            if let other = seen.updateValue(choice.sequence, forKey: choice.caseNumber),
                other == nil || choice.sequence == nil || other == choice.sequence
            {
                throw DeskError.namedTwice(text)
            }
        }
    }

    /// Does what the workflow makes of an event, and what follows from it for other cases. Returns the case as it
    /// is then.
    ///
    /// - Parameter keeping: what is to be kept of a file that it attaches.
    func act(_ event: Event, keeping: AttachmentKeeping = .absent, on file: CaseFile) throws -> CaseFile {
        var event = try decided(joined(event, file), on: file)
        if event.unit != nil, file.state.grade == nil, [.dispatch, .rework].contains(event.action) {
            event.grade = try Grading(reader: reader).grade(of: file)?.id
        }
        var entry = HistoryEntry(event)
        entry.keeping = keeping
        let after = try writer.record([entry], on: file)
        try follow(event, from: file, to: after)
        return after
    }

    /// An event with what it does, where the workflow allows it.
    func decided(_ event: Event, on file: CaseFile) throws -> Event {
        let due = event.action == .extend ? writer.clocks.finishing(file.state)?.deadline.instant : nil
        do throws(WorkflowError) {
            return try Workflow.decide(
                event, on: file, by: authority,
                in: WorkflowContext(policy: settings.policy, clock: settings.clock, due: due))
        } catch {
            throw try named(error)
        }
    }

    /// An error of the workflow in which moments and rows have the names that people know.
    private func named(_ error: WorkflowError) throws -> any Error {
        switch error {
        case .beforeLast(let at, let last): DeskError.beforeLast(at, last: last, settings.clock)
        case .otherUnit(let action, let unit):
            DeskError.otherUnit(action, unit: try reader.unit(id: unit)?.name ?? "")
        case .notInvolved(let unit): DeskError.notInvolved(unit: try reader.unit(id: unit)?.name ?? "")
        case .missing(let action, let need):
            if let choices = try reader.choices(need, of: action, settings.policy) {
                DeskError.missingChoice(Terms.option(need, of: action), choices: choices)
            } else {
                error
            }
        default: error
        }
    }

    /// What was asked for, as an event that the workflow has yet to complete.
    private func event(_ request: HandlingRequest, on file: CaseFile, sequence: Int?) throws -> Event {
        let clock = settings.clock
        let lookup = Lookup(reader: reader)
        var event = Event(
            caseNumber: file.number, sequence: sequence,
            at: try desk.moment(request.at, clock: clock, now: now), recordedAt: now,
            staff: desk.actor.staff, action: request.action)
        (event.unit, event.coUnits) = try lookup.units(lead: request.unit, helping: request.coUnits)
        event.unit = try event.unit.map { try held($0, by: file) }
        let field = Terms.option(.reply, of: request.action)
        event.reply = try Texts.checked(request.reply ?? "", field: field, limit: Texts.limit)
        event.reason = try Texts.checked(request.reason ?? "", field: "--reason")
        event.note = try Texts.checked(request.note ?? "", field: "--note", limit: Texts.limit)
        if let knowledge = request.knowledge {
            let article = try reader.cited(knowledge, clock: clock, at: event.at)
            event.note = Wording.citation(article)
            if request.reply == nil { event.reply = article.answer }
        }
        event.verdict = request.verdict
        event.until = try request.until.map { try desk.day($0, clock: clock) }
        event.leader = try request.leader.map { try lookup.leader($0).id }
        event.target = try request.target.map { try target($0, of: file) }
        if request.action == .extend, request.verdict != false { event.allowance = try allowance(request) }
        event.outcome = try outcome(request)
        event.amendment = try request.correction.map { try amendment($0, clock: clock, lookup: lookup) }
        if let received = event.amendment?.receivedAt, received > event.at {
            throw DeskError.future(request.correction?.receivedAt ?? "")
        }
        return event
    }

    /// The row under which a case holds a unit that was renamed meanwhile.
    private func held(_ unit: Unit.ID, by file: CaseFile) throws -> Unit.ID {
        let code = try reader.unit(id: unit)?.code
        let held = ([file.state.unit].compactMap { $0 } + file.state.coUnits).first {
            (try? reader.unit(id: $0)?.code) == code
        }
        return held ?? unit
    }

    private func allowance(_ request: HandlingRequest) throws -> Allowance? {
        let most = settings.policy.extensions.allowance
        guard let text = request.amount else { return request.verdict == nil ? most : nil }
        guard let amount = Int(text), amount > 0 else {
            throw DeskError.badCount(field: "--amount", value: text, least: 1)
        }
        return Allowance(amount: amount, measure: most.measure)
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
        amendment.spot = try correction.spot.map { try Texts.checked($0, field: "--spot") }
        amendment.address = try correction.address.map { try Texts.checked($0, field: "--address") }
        amendment.disposition = try correction.disposition.map { try Choice.disposition($0) }
        return amendment
    }
}
