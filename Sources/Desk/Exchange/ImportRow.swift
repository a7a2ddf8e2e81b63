import CSV
import Casework

/// Why a row was not taken.
public enum RowFault: Error, Sendable {
    /// The line is no readable CSV.
    case csv(CSVError)
    /// A cell that must be there is empty.
    case missing(Column)
    /// A cell says something that cannot be.
    case bad(Column, String)
    /// A name that the configuration does not have.
    case unknownName(Column, String)
    /// A name that several rows of the configuration have.
    case ambiguousName(Column, String)
    /// A moment in the future.
    case future(Column, String)
    /// A moment before that of the receipt.
    case beforeReceipt(Column, String)
    /// The contact that the row is about is not in the store.
    case unknownContact(String)
    /// The case that the row follows up is void, or no request.
    case caseAside(CaseNumber)
    /// A transfer without a unit, for which no rule names one.
    case noUnit
    /// A text that is too long.
    case tooLong(Column, count: Int, limit: Int)
    /// An entry of a history whose predecessor was not taken.
    case earlierStepMissing
    /// The case has another history here.
    case otherHistory
    /// A record with this number is here already, in another case.
    case knownElsewhere(String)
    /// The row contradicts what is there.
    case contradiction
}

/// One row of a file, its times and words read, its names not yet looked up.
struct ImportRow {
    /// What a row describes.
    enum Record {
        case contact
        case callback
        case invalid
        case void
        case event
    }

    let record: Record
    let cells: [Column: String]
    let receivedAt: Instant?
    let at: Instant?
    let recordedAt: Instant?
    /// The place in the history of the case; rows with it are taken exactly as they were recorded.
    let step: Int?
    let repliedAt: Instant?
    let callbackAt: Instant?
    let outcome: CallbackOutcome?
    /// The callback did not reach anybody.
    let isAttempt: Bool
    let disposition: Disposition
    let urgency: Urgency
    let confidential: Bool
    let likes: Int?

    subscript(_ column: Column) -> String {
        cells[column] ?? ""
    }

    /// The mark of a correction that takes a field away.
    static let cleared = "∅"

    /// More likes than people.
    private static let mostLikes = 1_000_000_000

    /// The word for a callback that reached nobody, in the column `responded`.
    static let unreached = "未接通"

    init(_ fields: [String], headings: Headings, clock: CityClock, now: Instant) throws {
        var cells: [Column: String] = [:]
        for column in Column.allCases {
            let cell = headings.cell(column, of: fields, unguard: CSVWriter.unguard)
            if cell.isEmpty { continue }
            if cell.utf8.count > Texts.limit, case let count = cell.count, count > Texts.limit {
                throw RowFault.tooLong(column, count: count, limit: Texts.limit)
            }
            guard !cell.utf8.contains(0) else { throw RowFault.bad(column, "NUL") }
            cells[column] = cell
        }
        func word<Value>(_ column: Column, _ read: (String) throws -> Value) throws -> Value? {
            guard let cell = cells[column] else { return nil }
            guard let value = try? read(cell) else { throw RowFault.bad(column, cell) }
            return value
        }
        func moment(_ column: Column, notBefore: Instant? = nil) throws -> Instant? {
            guard let cell = cells[column] else { return nil }
            guard let moment = Self.moment(cell, clock: clock) else { throw RowFault.bad(column, cell) }
            guard moment <= now else { throw RowFault.future(column, cell) }
            if let notBefore, moment < notBefore { throw RowFault.beforeReceipt(column, cell) }
            return moment
        }
        self.cells = cells
        switch cells[.record] ?? "contact" {
        case "contact", "诉求": record = .contact
        case "callback", "回访": record = .callback
        case "invalid", "无效": record = .invalid
        case "void", "作废": record = .void
        case "event", "事件": record = .event
        default: throw RowFault.bad(.record, cells[.record] ?? "")
        }
        receivedAt = try moment(.receivedAt)
        at = try moment(.at)
        recordedAt = try moment(.recordedAt)
        if let at, let recordedAt, recordedAt < at {
            throw RowFault.bad(.recordedAt, cells[.recordedAt] ?? "")
        }
        step = try word(.step) { text in
            guard let step = Int(text), step >= 1 else { throw RowFault.bad(.step, text) }
            return step
        }
        // Corrected moments may lie behind what followed: only rows that are concluded from have to be in order.
        let earliest = step == nil ? receivedAt : nil
        repliedAt = try moment(.repliedAt, notBefore: earliest)
        callbackAt = try moment(.callbackAt, notBefore: earliest)
        disposition = try word(.disposition, Choice.disposition) ?? .undisposed
        urgency = try word(.urgency, Choice.urgency) ?? .normal
        confidential = try word(.confidential) { try Choice.yes("confidential", $0) } ?? false
        likes = try word(.likes) { text in
            guard let likes = Int(text), likes <= Self.mostLikes else { throw RowFault.bad(.likes, text) }
            return likes
        }
        isAttempt = cells[.responded] == Self.unreached
        if callbackAt != nil || cells[.action] == Action.callback.rawValue, !isAttempt {
            guard let responded = try word(.responded, Choice.responded) else {
                throw RowFault.missing(.responded)
            }
            guard let resolved = try word(.resolved, Choice.resolved) else {
                throw RowFault.missing(.resolved)
            }
            let satisfaction = try word(.satisfaction, Choice.satisfaction) ?? .unrated
            outcome = CallbackOutcome(responded: responded, resolved: resolved, satisfaction: satisfaction)
        } else {
            outcome = nil
            // A callback of which nobody knows when it was made would be lost.
            let isCalled = [Column.responded, .resolved, .satisfaction].contains { cells[$0] != nil }
            if step == nil, callbackAt == nil, isCalled { throw RowFault.missing(.callbackAt) }
        }
        switch record {
        case .contact, .invalid, .void:
            if receivedAt == nil { throw RowFault.missing(.receivedAt) }
            if record == .contact, cells[.content] == nil, cells[.title] == nil {
                throw RowFault.missing(.content)
            }
        case .callback:
            if callbackAt == nil { throw RowFault.missing(.callbackAt) }
        case .event:
            if step == nil { throw RowFault.missing(.step) }
        }
    }

    /// Whether a cell says yes; an empty one does not.
    func yes(_ column: Column) throws -> Bool {
        guard let answer = try? Choice.yes(column.rawValue, self[column]) else {
            throw RowFault.bad(column, self[column])
        }
        return answer
    }

    /// A moment as other systems write it too: slashes for hyphens, and without leading zeros.
    private static func moment(_ text: String, clock: CityClock) -> Instant? {
        if let time = TimeText(text, clock: clock) { return time.instant(clock: clock) }
        let halves = text.split(separator: " ", maxSplits: 1)
        guard let date = halves.first else { return nil }
        let parts = date.split(whereSeparator: { $0 == "/" || $0 == "-" }).map {
            $0.utf8.count == 1 ? "0\($0)" : "\($0)"
        }
        let time =
            halves.count == 2
            ? " " + (halves[1].firstIndex(of: ":").map { $0.utf16Offset(in: halves[1]) } == 1 ? "0" : "")
                + halves[1] : ""
        return TimeText(parts.joined(separator: "-") + time, clock: clock)?.instant(clock: clock)
    }
}
