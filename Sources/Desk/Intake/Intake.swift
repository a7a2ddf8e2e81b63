import CaseStore
import Casework

extension Desk {
    /// Registers a call or message, and answers or transfers it at once where that is asked for.
    public func record(_ request: IntakeRequest) throws -> Receipt {
        if request.reply != nil, request.unit != nil { throw DeskError.excludes("--direct", "--to") }
        if request.knowledge != nil, request.unit != nil { throw DeskError.excludes("--knowledge", "--to") }
        if request.unit == nil, !request.coUnits.isEmpty { throw DeskError.missing("--to") }
        return try store.write { writer in
            try Registration(desk: self, writer: writer).record(request)
        }
    }

    /// Registers a call that is no request (无效来电): counted apart, never among the requests.
    public func recordInvalid(_ request: IntakeRequest, reason: String) throws -> Receipt {
        try store.write { writer in
            try Registration(desk: self, writer: writer).recordInvalid(request, reason: reason)
        }
    }
}

/// One registration in one transaction.
struct Registration {
    private let desk: Desk
    private let writer: StoreWriter
    private let lookup: Lookup
    private let settings: CitySettings
    private let now: Instant
    private let handling: Handling

    init(desk: Desk, writer: StoreWriter) throws {
        self.desk = desk
        self.writer = writer
        lookup = Lookup(reader: writer.reader)
        now = desk.now()
        handling = try Handling(desk: desk, writer: writer)
        settings = handling.settings
    }

    func record(_ request: IntakeRequest) throws -> Receipt {
        let clock = settings.clock
        let at = try desk.moment(request.at, clock: clock, now: now)
        let named = try request.about.map { try followed($0) }
        // What follows up a merged case belongs to the one into which it went.
        let earlier = try named.flatMap { try writer.reader.finalTarget(of: $0) }
        let lead = earlier.flatMap { file in file.contactStates[file.state.lead].map { ($0, file) } }
        var contact = try drafted(request, number: nextNumber(earlier, at: at), at: at, following: lead?.0)
        if let id = contact.externalID,
            let known = try writer.reader.contact(source: contact.source, externalID: id)
        {
            throw DeskError.knownExternalID(id, known)
        }
        let caller = try caller(request)
        let (unit, coUnits) = try lookup.units(lead: request.unit, helping: request.coUnits)
        let cited = try request.knowledge.map { try writer.reader.cited($0, clock: clock, at: at) }
        let reply = try request.reply.map { try Texts.required($0, field: "--direct") } ?? cited?.answer

        let number = try earlier?.number ?? writer.openCase(on: clock.day(of: at))
        contact.number = ContactNumber(caseNumber: number, sequence: contact.number.sequence)
        var event = Event(
            caseNumber: number, sequence: contact.number.sequence, at: at, recordedAt: now,
            staff: desk.actor.staff,
            action: .contact)
        if let earlier {
            if reply != nil { event.disposition = .undisposed }
            event = try handling.decided(event, on: earlier)
        }
        var file = try writer.record(
            [.registration(event, contact, of: caller)], on: earlier ?? CaseFile(number: number))
        if let unit, file.undisposed.contains(contact.number.sequence) == false {
            guard file.state.unit == unit, coUnits.isEmpty else {
                let current = try file.state.unit.flatMap { try writer.reader.unit(id: $0)?.name } ?? ""
                throw DeskError.withOtherUnit(number, unit: current)
            }
        } else if reply != nil || unit != nil {
            var action = Event(
                caseNumber: number, sequence: reply == nil ? nil : contact.number.sequence, at: at,
                recordedAt: now,
                staff: desk.actor.staff, action: reply == nil ? .dispatch : .direct)
            action.reply = reply ?? ""
            action.note = cited.map { Wording.citation($0) } ?? ""
            action.unit = unit
            action.coUnits = coUnits
            file = try handling.act(action, on: file)
        }
        return Receipt(
            number: number, contact: contact.number,
            notices: try handling.clockNotices + redirection(from: named, to: earlier)
                + notices(file, contact, isFollowUp: earlier != nil)
                + Warning(writer).raise(by: contact, at: now).map(Notice.alert)
                + (unit.map { try handling.streetWarning($0, for: file) } ?? []))
    }

    func recordInvalid(_ request: IntakeRequest, reason: String) throws -> Receipt {
        let clock = settings.clock
        let at = try desk.moment(request.at, clock: clock, now: now)
        guard settings.invalidReasons.contains(reason) else {
            throw DeskError.badChoice(field: "--reason", value: reason, choices: settings.invalidReasons)
        }
        let channel = try channel(request)
        try checkRole(channel)
        let number = try writer.openCase(on: clock.day(of: at))
        let contact = Contact(
            number: ContactNumber(caseNumber: number, sequence: 1), receivedAt: at, channel: channel.id,
            kind: nil,
            category: nil, categorySource: .missing, title: reason,
            content: try Texts.checked(request.content ?? "", field: "--content", limit: Texts.limit))
        var event = Event(
            caseNumber: number, sequence: 1, at: at, recordedAt: now, staff: desk.actor.staff,
            action: .contact)
        event.toStage = .invalid
        event.reason = reason
        try writer.record(
            [.registration(event, contact, of: caller(request))], on: CaseFile(number: number))
        return Receipt(number: number, contact: contact.number, notices: handling.clockNotices)
    }

    /// The contact as it will be recorded. What a follow-up leaves open is as in the contact before it.
    private func drafted(
        _ request: IntakeRequest, number: ContactNumber, at: Instant, following lead: ContactState?
    ) throws -> Contact {
        let kind = try request.kind.map { try lookup.kind($0).id } ?? lead?.kind
        let category = try request.category.map { try lookup.category($0).id } ?? lead?.category
        guard let kind else { throw DeskError.missing("--kind") }
        guard let category else { throw try missingCategory(request) }
        let channel = try channel(request)
        try checkRole(channel)
        return Contact(
            number: number, receivedAt: at, channel: channel.id, kind: kind, category: category,
            place: try place(request, following: lead),
            title: try Texts.checked(request.title ?? "", field: "--title"),
            content: try Texts.required(request.content, field: "--content"),
            wants: try Texts.checked(request.wants ?? "", field: "--wants"),
            urgency: try request.urgency.map { try Choice.urgency($0) } ?? .normal,
            confidential: request.confidential,
            externalID: try request.externalID.map {
                try Texts.required($0, field: "--external-id", limit: 200)
            })
    }

    /// Where no category is given, those that are like it.
    private func missingCategory(_ request: IntakeRequest) throws -> DeskError {
        let guesses = try Guessing(writer.reader)?.guesses(request.said, top: 3) ?? []
        return guesses.isEmpty ? .missing("--category") : .categorySuggested(guesses)
    }

    /// Calls and messages are taken by agents; units, grid workers among them, raise cases themselves through
    /// channels of their own (网格吹哨).
    private func checkRole(_ channel: Channel) throws {
        let roles: Set<Role> =
            channel.group == .internal ? [.agent, .dispatcher, .handler] : [.agent, .dispatcher]
        if handling.authority.roles.isDisjoint(with: roles) {
            throw WorkflowError.notAllowed(.contact, roles: roles)
        }
    }

    private func channel(_ request: IntakeRequest) throws -> Channel {
        if request.isMessage {
            guard let text = request.channel else { throw DeskError.missing("--channel") }
            let channel = try lookup.channel(text)
            guard channel.group == .online else { throw DeskError.notOnline(channel.name) }
            return channel
        }
        if let text = request.channel { return try lookup.channel(text) }
        let channels = try writer.reader.channels()
        guard let phone = channels.first(where: { $0.group == .phone }) else {
            throw DeskError.missing("--channel")
        }
        return phone
    }

    /// Where the matter is. What a follow-up does not say is as in the contact before it.
    private func place(_ request: IntakeRequest, following lead: ContactState?) throws -> Place {
        let area = try lookup.smallestArea(
            district: request.district, street: request.street, community: request.community)
        return Place(
            area: area?.id ?? lead?.place.area,
            spot: try request.spot.map { try Texts.checked($0, field: "--spot") } ?? lead?.place.spot ?? "",
            address: try request.address.map { try Texts.checked($0, field: "--address") } ?? lead?.place
                .address ?? "")
    }

    private func caller(_ request: IntakeRequest) throws -> Caller {
        let phone = try request.phone.map { text in
            guard let phone = Phone.normalized(text) else { throw DeskError.badPhone(text) }
            return phone
        }
        return Caller(
            name: try Texts.checked(request.name ?? "", field: "--name", limit: 200), phone: phone ?? "",
            identity: try Texts.checked(request.identity ?? "", field: "--identity", limit: 50),
            home: try Texts.checked(request.home ?? "", field: "--home"))
    }

    private func followed(_ text: String) throws -> CaseFile {
        let choice = try writer.reader.recordingNumber(text, today: settings.clock.day(of: now))
        guard let file = try writer.reader.caseFile(choice.caseNumber) else {
            throw DeskError.noSuchCase(text)
        }
        return file
    }

    /// The number that the contact will have; the case's part is provisional where a case is still to be opened.
    private func nextNumber(_ file: CaseFile?, at: Instant) throws -> ContactNumber {
        if let file {
            return ContactNumber(
                caseNumber: file.number, sequence: (file.contacts.last?.number.sequence ?? 0) + 1)
        }
        guard let number = CaseNumber(day: settings.clock.day(of: at), serial: 1) else {
            throw DeskError.badTime(settings.clock.iso(at))
        }
        return ContactNumber(caseNumber: number, sequence: 1)
    }

    private func redirection(from named: CaseFile?, to earlier: CaseFile?) -> [Notice] {
        guard let named, let earlier, named.number != earlier.number else { return [] }
        return [.followedMerger(named.number, into: earlier.number)]
    }

    private func notices(_ file: CaseFile, _ contact: Contact, isFollowUp: Bool) throws -> [Notice] {
        var notices: [Notice] = []
        if isFollowUp, let state = file.contactStates[contact.number.sequence] {
            notices.append(.followUp(contact.number, state.disposition))
        }
        if let last = file.events.last, contact.receivedAt < last.at {
            notices.append(.lateEntry(contact.number))
        }
        notices += try writer.reader.issuedBefore([file.contactStates[contact.number.sequence]], now: now)
        return notices + writer.clocks.notices(file)
    }
}

extension Lookup {
    /// The smallest of the areas named, each within the one before; nil where none is named.
    func smallestArea(district: String?, street: String?, community: String?) throws -> Area? {
        let district = try district.map { try area($0, level: .district, within: nil) }
        let street = try street.map { try area($0, level: .street, within: district) }
        let community = try community.map { try area($0, level: .community, within: street ?? district) }
        return community ?? street ?? district
    }
}
