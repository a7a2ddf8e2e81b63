import CaseStore
import Casework
import Sealing

extension Desk {
    /// The city's settings in force.
    public func settings() throws -> CitySettings {
        try store.read { try $0.settings() }
    }

    /// One case, by a whole number, today's serial or an ending that fits only one case.
    public func show(_ number: String, asOf: String? = nil) throws -> CaseView {
        try store.read { reader in
            let settings = try reader.settings()
            let now = now()
            let whole = try reader.existingFile(reading: number, today: settings.clock.day(of: now))
            let moment = try self.asOf(asOf, clock: settings.clock)
            let file = moment.map(whole.asOf) ?? whole
            guard !file.events.isEmpty else { throw DeskError.noSuchCase(number) }
            // What a unit had once it may still see.
            if let own = try ownUnits(reader),
                own.isDisjoint(with: whole.assignments.map(\.unit) + whole.state.coUnits)
            {
                throw try notOwnCase(reader)
            }
            return try Viewing(
                reader: reader, settings: settings, now: moment ?? now, roles: authority(reader).roles
            ).view(file)
        }
    }
}

extension Desk {
    /// The refusal of a case with which the unit of a handler has nothing to do.
    func notOwnCase(_ reader: StoreReader) throws -> DeskError {
        let unit = try reader.staffMember(actor.staff)?.unit.flatMap { try reader.unit(code: $0)?.name }
        return .notOwnCase(unit: unit ?? "")
    }
}

/// Puts names to what a case file points to.
private struct Viewing {
    let reader: StoreReader
    let settings: CitySettings
    let now: Instant
    /// Whose possibilities are told.
    let roles: Set<Role>

    func view(_ file: CaseFile) throws -> CaseView {
        let clocks = try reader.clocks(settings.clock)
        let state = file.state
        let reckoning = clocks.finishing(state)
        let stagesBefore = [Stage.received] + file.stages.dropLast()
        return CaseView(
            file: file, contacts: try file.contacts.compactMap { try view($0, of: file) },
            events: try zip(file.events, zip(stagesBefore, file.stages)).map { event, stages in
                try view(event, from: stages.0, to: stages.1)
            }, attachments: try attachments(file), unit: try unitName(state.unit),
            coUnits: try state.coUnits.map { try unitName($0) },
            reckoning: reckoning, signBy: state.stage == .dispatched ? clocks.signing(state)?.deadline : nil,
            assignments: try file.assignments.enumerated().map { index, assignment in
                AssignmentView(
                    unit: try unitName(assignment.unit), assignment: assignment,
                    deadline: clocks.finishing(assignment: index, of: file))
            },
            supervision: settings.policy.supervision.reasons(
                state, due: reckoning?.deadline.instant, now: now),
            leader: try leaderName(state.suspension?.leader), merged: try reader.followers(of: file.number),
            alerts: try reader.alerts(.ofCase(file.number), asOf: now),
            tracked: try reader.trackedIssues(of: file.number, asOf: now),
            grade: try state.grade.flatMap { try reader.grade(id: $0)?.name } ?? "",
            signal: settings.signals.signal(in: state.stage, pressing: clocks.pressing(state), now: now),
            possible: Workflow.possible(on: file, policy: settings.policy, roles: roles))
    }

    private func attachments(_ file: CaseFile) throws -> [AttachmentView] {
        let attaching = file.attaching
        guard !attaching.isEmpty else { return [] }
        let states = try reader.attachmentStates(of: file.number)
        return attaching.enumerated().compactMap { index, event in
            event.attachment.map {
                AttachmentView(
                    place: index + 1, event: event, attachment: $0, state: states[event.id] ?? .absent)
            }
        }
    }

    private func leaderName(_ id: Leader.ID?) throws -> String {
        try id.flatMap { try reader.leader(id: $0)?.name } ?? ""
    }

    private func view(_ contact: Contact, of file: CaseFile) throws -> ContactView? {
        guard let state = file.contactStates[contact.number.sequence] else { return nil }
        let (name, phone) = try masked(contact)
        return ContactView(
            number: contact.number, contact: contact, state: state,
            channel: try reader.channel(id: state.channel)?.name ?? "",
            kind: try state.kind.flatMap { try reader.kind(id: $0)?.name } ?? "",
            category: try state.category.flatMap { try reader.category(id: $0)?.path } ?? "",
            areas: try state.place.area.flatMap { try reader.area(id: $0)?.names } ?? [],
            name: name, phone: phone)
    }

    /// The caller's name and phone as far as they may be seen.
    private func masked(_ contact: Contact) throws -> (name: String, phone: String) {
        guard try reader.hasCaller(contact.number) else { return ("", "") }
        if contact.confidential { return (Mask.confidential, Mask.confidential) }
        do {
            let caller = try reader.caller(of: contact.number)
            return (Mask.name(caller.name), Mask.phone(caller.phone))
        } catch let error as SealingError where error != .broken {
            return (Mask.sealed, Mask.sealed)
        }
    }

    private func view(_ event: Event, from: Stage, to: Stage) throws -> EventView {
        EventView(
            event: event, from: from, to: to, unit: try unitName(event.unit),
            coUnits: try event.coUnits.map { try unitName($0) }, leader: try leaderName(event.leader),
            corrections: try corrections(event.amendment)
        )
    }

    private func corrections(_ amendment: Amendment?) throws -> [(field: String, value: String)] {
        guard let amendment else { return [] }
        var corrections: [(field: String, value: String)] = []
        if let moment = amendment.receivedAt { corrections.append(("受理时间", settings.clock.plain(moment))) }
        if let id = amendment.channel { corrections.append(("渠道", try reader.channel(id: id)?.name ?? "")) }
        if let id = amendment.kind { corrections.append(("诉求类型", try reader.kind(id: id)?.name ?? "")) }
        if let id = amendment.category { corrections.append(("分类", try reader.category(id: id)?.path ?? "")) }
        if let id = amendment.area { corrections.append(("区域", try reader.area(id: id)?.path ?? "")) }
        if let spot = amendment.spot { corrections.append(("点位", spot)) }
        if let address = amendment.address { corrections.append(("地址", address)) }
        if let disposition = amendment.disposition { corrections.append(("处置方式", Terms.name(disposition))) }
        return corrections
    }

    private func unitName(_ id: Unit.ID?) throws -> String {
        try id.flatMap { try reader.unit(id: $0)?.name } ?? ""
    }
}
