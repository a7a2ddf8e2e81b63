import CSV
import CaseStore
import Casework

extension Desk {
    /// Writes the records as rows of the exchange format, headings first, in the order of their numbers.
    ///
    /// What was voided is left out. A contact says what is true of it after corrections; its first callback
    /// stands in its own row, further ones and attempts in rows of their own.
    ///
    /// - Parameters:
    ///   - showsCallers: names and phones are written too.
    ///   - row: told the cells of each row.
    /// - Returns: how many rows were written, the headings left out.
    public func exportTable(showsCallers: Bool, row: ([String]) throws -> Void) throws -> Int {
        try row(Column.allCases.map(\.rawValue))
        var count = 0
        var after: Int64 = 0
        // In portions, so that no read transaction stays open while the other end reads.
        while true {
            let portion = try store.read { reader in
                let numbers = try reader.caseNumbers(after: after, limit: 500)
                let sheet = try ExportSheet(reader: reader, showsCallers: showsCallers)
                return (numbers.last, try numbers.flatMap { try sheet.rows(of: $0) })
            }
            guard let last = portion.0 else { return count }
            for cells in portion.1 {
                try row(Column.allCases.map { cells[$0] ?? "" })
                count += 1
            }
            after = last.value
        }
    }
}

/// Turns cases into rows of the exchange format.
private struct ExportSheet {
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
        return try file.contacts.filter { file.contactStates[$0.number.sequence]?.standing != .void }
            .flatMap { try rows(of: $0, in: file) }
    }

    private func rows(of contact: Contact, in file: CaseFile) throws -> [[Column: String]] {
        guard let state = file.contactStates[contact.number.sequence] else { return [] }
        var cells = try cells(of: contact, state, in: file)
        let calls = file.events.filter {
            $0.sequence == contact.number.sequence && ($0.action == .callback || $0.action == .attempt)
        }
        // The row's own callback is the first; the others follow.
        if let first = calls.first { cells.merge(callback(first)) { _, new in new } }
        return [cells]
            + calls.dropFirst().map { call in
                [
                    .record: "callback", .number: number(contact), .contact: contact.number.description,
                    .origin: origin, .source: cells[.source] ?? "", .about: cells[.externalID] ?? "",
                ].merging(callback(call)) { _, new in new }
            }
    }

    private func cells(of contact: Contact, _ state: ContactState, in file: CaseFile) throws -> [Column:
        String]
    {
        let area = try state.place.area.flatMap { try reader.area(id: $0)?.names } ?? []
        var cells: [Column: String] = [
            .record: state.standing == .invalid ? "invalid" : "contact", .number: number(contact),
            .contact: contact.number.description, .origin: origin, .receivedAt: clock.iso(state.receivedAt),
            .channel: channels[state.channel]?.name ?? "",
            .kind: state.kind.flatMap { kinds[$0]?.name } ?? "",
            .category: state.categorySource == .missing
                ? "" : state.category.flatMap { categories[$0]?.path } ?? "",
            .district: area.first ?? "", .street: area.count > 1 ? area[1] : "",
            .community: area.count > 2 ? area[2] : "", .spot: state.place.spot, .address: state.place.address,
            .title: contact.title, .content: contact.content, .wants: contact.wants,
            .urgency: Terms.name(contact.urgency), .confidential: contact.confidential ? "yes" : "",
            .likes: contact.likes.map { String($0) } ?? "",
            // A record that has no number elsewhere is known by ours.
            .source: contact.externalID == nil ? origin : contact.source,
            .externalID: contact.externalID ?? contact.number.description,
        ]
        if showsCallers {
            let caller = try reader.caller(of: contact.number)
            cells[.name] = caller.name
            cells[.phone] = caller.phone
            cells[.callerID] = caller.externalID
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
        var cells: [Column: String] = [.disposition: state.disposition == .direct ? "direct" : "transfer"]
        let event = file.events[settling]
        cells[.disposedAt] = clock.iso(event.at)
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

    private func number(_ contact: Contact) -> String {
        contact.number.caseNumber.description
    }
}
