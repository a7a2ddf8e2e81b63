import CaseStore
import Casework

/// Turns cases into rows of the exchange format.
struct ExportSheet {
    private let reader: StoreReader
    private let showsCallers: Bool
    private let clock: CityClock
    private let origin: String
    private let channels: [Channel.ID: Channel]
    private let kinds: [RequestKind.ID: RequestKind]
    private let categories: [Category.ID: Category]

    init(reader: StoreReader, showsCallers: Bool) throws {
        self.reader = reader
        self.showsCallers = showsCallers
        clock = try reader.settings().clock
        origin = Importer.origin(ofStore: try reader.storeID())
        channels = try reader.allChannels()
        kinds = try reader.allKinds()
        categories = try reader.allCategories()
    }

    func rows(of number: CaseNumber) throws -> [[Column: String]] {
        guard let file = try reader.caseFile(number) else { return [] }
        // By the moment at which they happened: what a contact's own row shows is its first callback.
        let firstCalls = Dictionary(
            file.events.filter { $0.action == .callback }.map { ($0.sequence ?? 0, $0) }
        ) { first, _ in first }
        return try file.events.enumerated().sorted { $0.element.id < $1.element.id }.enumerated().compactMap {
            step, entry in
            let event = entry.element
            var cells: [Column: String]
            if event.action == .contact {
                guard let sequence = event.sequence, let contact = file.contact(sequence),
                    let state = file.contactStates[sequence]
                else { return nil }
                cells = try self.cells(of: contact, state, in: file)
                cells[.registeredAs] = event.disposition.map(exchangeName) ?? ""
                if let first = firstCalls[sequence] { cells.merge(callback(first)) { _, new in new } }
            } else {
                // The first callback stands in its contact's row; here it is only an entry of the history.
                let isFirst = firstCalls[event.sequence ?? 0]?.id == event.id
                let isFurther = event.isCall && !isFirst
                cells = try self.cells(of: event, isFurtherCall: isFurther, in: file)
            }
            cells[.number] = number.description
            cells[.origin] = origin
            cells[.step] = String(step + 1)
            cells[.at] = clock.iso(event.at)
            cells[.recordedAt] = clock.iso(event.recordedAt)
            cells[.staff] = event.staff
            cells[.stage] = event.toStage?.rawValue ?? ""
            cells[.reason] = event.reason
            cells[.note] = event.note
            return cells
        }
    }

    /// The row of what was done.
    private func cells(of event: Event, isFurtherCall: Bool, in file: CaseFile) throws -> [Column: String] {
        var cells: [Column: String] = [
            .record: isFurtherCall ? "callback" : "event", .action: event.action.rawValue,
            .contact: event.sequence.map { ContactNumber(caseNumber: file.number, sequence: $0).description }
                ?? "",
            .disposition: (event.amendment?.disposition ?? event.disposition).map(exchangeName) ?? "",
            .unit: try event.unit.flatMap { try reader.unit(id: $0)?.name } ?? "",
            .coUnits: try event.coUnits.compactMap { try reader.unit(id: $0)?.name }.joined(separator: ";"),
            .grade: try event.grade.flatMap { try reader.grade(id: $0)?.code } ?? "", .reply: event.reply,
        ]
        cells[.verdict] = event.verdict.map { $0 ? "yes" : "no" }
        cells[.ending] = event.ending?.rawValue
        cells[.allowance] = event.allowance.map { "\($0.amount) \($0.measure.rawValue)" }
        cells[.pauses] = event.pauses ? "yes" : nil
        cells[.until] = event.until?.description
        cells[.leader] = try event.leader.flatMap { try reader.leader(id: $0)?.code }
        cells[.target] = event.target?.description
        cells[.fileHash] = event.attachment.map { Hex.text($0.hash) }
        cells[.fileSize] = event.attachment.map { String($0.size) }
        if event.isCall { cells.merge(callback(event)) { _, new in new } }
        if !isFurtherCall { cells[.callbackAt] = nil }
        if let amendment = event.amendment {
            cells[.receivedAt] = amendment.receivedAt.map(clock.iso)
            cells[.channel] = amendment.channel.flatMap { channels[$0]?.name }
            cells[.kind] = amendment.kind.flatMap { kinds[$0]?.name }
            cells[.category] = amendment.category.flatMap { categories[$0]?.path }
            cells.merge(try areaCells(amendment.area)) { _, new in new }
            cells[.spot] = amendment.spot.map { $0.isEmpty ? ImportRow.cleared : $0 }
            cells[.address] = amendment.address.map { $0.isEmpty ? ImportRow.cleared : $0 }
        }
        return cells
    }

    private func areaCells(_ id: Area.ID?) throws -> [Column: String] {
        let names = try id.flatMap { try reader.area(id: $0) }?.names ?? []
        return Dictionary(zip([Column.district, .street, .community], names)) { first, _ in first }
    }

    private func exchangeName(_ disposition: Disposition) -> String {
        switch disposition {
        case .undisposed: "undisposed"
        case .direct: "direct"
        case .transferred: "transfer"
        }
    }

    private func cells(of contact: Contact, _ state: ContactState, in file: CaseFile) throws -> [Column:
        String]
    {
        var cells: [Column: String] = [
            .record: state.standing == .counted ? "contact" : state.standing == .void ? "void" : "invalid",
            .contact: contact.number.description, .receivedAt: clock.iso(state.receivedAt),
            .channel: channels[state.channel]?.name ?? "",
            .kind: state.kind.flatMap { kinds[$0]?.name } ?? "",
            .category: state.categorySource == .missing
                ? "" : state.category.flatMap { categories[$0]?.path } ?? "",
            .categorySource: state.categorySource == .suggested ? state.categorySource.rawValue : "",
            .spot: state.place.spot, .address: state.place.address,
            .title: contact.title, .content: contact.content, .wants: contact.wants,
            .urgency: Terms.name(contact.urgency), .confidential: contact.confidential ? "yes" : "",
            .likes: contact.likes.map { String($0) } ?? "",
            // A record that has no number elsewhere is known by ours.
            .source: contact.externalID == nil ? origin : contact.source,
            .externalID: contact.externalID ?? contact.number.description,
        ]
        cells.merge(try areaCells(state.place.area)) { _, new in new }
        if showsCallers {
            let caller = try reader.caller(of: contact.number)
            let hides = contact.confidential && !caller.isUnknown
            cells[.name] = hides ? Mask.confidential : caller.name
            cells[.phone] = hides ? Mask.confidential : caller.phone
            cells[.identity] = hides ? Mask.confidential : caller.identity
            cells[.home] = hides ? Mask.confidential : caller.home
            cells[.callerID] = hides ? "" : caller.externalID
        }
        return cells.merging(try course(of: contact, state, in: file)) { _, new in new }
    }

    /// How the contact was dealt with.
    private func course(of contact: Contact, _ state: ContactState, in file: CaseFile) throws -> [Column:
        String]
    {
        let sequence = contact.number.sequence
        guard state.standing == .counted, let settling = file.settling[sequence],
            state.disposition != .undisposed
        else {
            return state.standing == .counted ? try pendingReply(sequence, in: file) : [:]
        }
        var cells: [Column: String] = [.disposition: exchangeName(state.disposition)]
        let event = file.events[settling]
        if event.action == .direct {
            cells[.reply] = event.reply
            cells[.repliedAt] = clock.iso(event.at)
        } else if event.action == .dispatch, isFirst(sequence, settledBy: settling, in: file) {
            cells[.unit] = try event.unit.flatMap { try reader.unit(id: $0)?.name } ?? ""
            cells[.coUnits] = try event.coUnits.compactMap { try reader.unit(id: $0)?.name }.joined(
                separator: ";")
            let later = file.events[(settling + 1)...].prefix { $0.action != .dispatch }
            if let reply = later.first(where: { $0.action == .reply }) {
                cells[.reply] = reply.reply
                cells[.repliedAt] = clock.iso(reply.at)
            }
        }
        return cells
    }

    /// A reply that history has for a contact of which nobody recorded how it was dealt with.
    private func pendingReply(_ sequence: Int, in file: CaseFile) throws -> [Column: String] {
        guard sequence == file.state.lead, let reply = file.events.first(where: { $0.action == .reply })
        else { return [:] }
        return [.reply: reply.reply, .repliedAt: clock.iso(reply.at)]
    }

    /// Of several contacts that one dispatch settled, the first carries its unit.
    private func isFirst(_ sequence: Int, settledBy settling: Int, in file: CaseFile) -> Bool {
        file.settling.filter { $0.value == settling && file.contactStates[$0.key]?.standing != .void }.keys
            .min()
            == sequence
    }

    private func callback(_ event: Event) -> [Column: String] {
        var cells: [Column: String] = [.callbackAt: clock.iso(event.at)]
        guard let outcome = event.outcome else {
            cells[.responded] = ImportRow.unreached
            return cells
        }
        cells[.responded] = outcome.responded ? "yes" : "no"
        cells[.resolved] = outcome.resolved.rawValue
        cells[.satisfaction] = Terms.name(outcome.satisfaction)
        return cells
    }
}

extension Event {
    /// Somebody called the citizen back, whether or not anybody answered.
    fileprivate var isCall: Bool {
        action == .callback || action == .attempt
    }
}
