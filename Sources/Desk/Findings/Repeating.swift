import CaseStore
import Casework
import Insight

/// Cases that seem to be one matter.
public struct RepeatGroup: Sendable {
    /// The cases, the oldest first.
    public let cases: [CaseLine]
    /// The case into which the others could be merged: the oldest that is not finished, else the newest.
    public let target: CaseNumber

    /// The cases that could be merged into it.
    public var others: [CaseNumber] {
        cases.map(\.number).filter { $0 != target }
    }
}

/// Cases of a period that seem to be told several times.
public struct RepeatReport: Sendable {
    /// The period.
    public let period: Period
    /// How many contacts were looked at.
    public let contacts: Int
    /// The groups, the largest first.
    public let groups: [RepeatGroup]
}

/// An earlier case that is likely about the same matter.
public struct SimilarCase: Hashable, Sendable {
    /// The case.
    public let line: CaseLine
    /// How like, and why.
    public let likeness: Likeness
    /// Whether it is so like that somebody should be asked.
    public var isLikely: Bool { likeness.score >= 0.5 && !line.stage.isAside && line.stage != .merged }
}

extension Desk {
    /// Groups of cases of a period that tell one matter and are not merged yet; for a handler of the own unit's cases.
    public func repeats(_ request: IssuesRequest) throws -> RepeatReport {
        try check(request.top, "--top")
        let (period, heard, areas) = try heard(request)
        let groups = Repeats.groups(in: heard.messages, places: heard.finder(areas))
        return try store.read { reader in
            var found: [RepeatGroup] = []
            for group in groups where found.count < request.top {
                let numbers = Set(group.map(\.caseNumber)).sorted()
                // What was merged already is told by the case into which it went.
                let lines = try numbers.compactMap { try reader.line(of: $0) }.filter { $0.stage != .merged }
                guard lines.count > 1, let last = lines.last else { continue }
                let target = lines.first { !$0.stage.isFinished } ?? last
                found.append(RepeatGroup(cases: lines, target: target.number))
            }
            return RepeatReport(period: period, contacts: heard.messages.count, groups: found)
        }
    }

    /// Earlier cases that are likely about what is being taken down: of the last weeks, at the same place or of the same
    /// caller.
    ///
    /// - Parameter number: a case that is left out.
    public func similar(
        to request: IntakeRequest, besides number: CaseNumber? = nil, limit: Int = 5
    ) throws -> [SimilarCase] {
        let content = try Texts.checked(request.content ?? "", field: "--content", limit: Texts.limit)
        let title = try Texts.checked(request.title ?? "", field: "--title")
        return try store.read { reader in
            let clock = try reader.settings().clock
            let today = clock.day(of: now())
            guard let draft = CaseNumber(day: today, serial: 999_999) else { return [] }
            let voices = Voices()
            let phone = try mayKnowCallers(reader) ? request.phone.flatMap(Phone.normalized) : nil
            let own = try ownUnits(reader)
            let message = Message(
                contact: ContactNumber(caseNumber: draft, sequence: 1), receivedAt: now(), day: today,
                caller: try phone.flatMap { try reader.person(phone: $0) }, spot: request.spot ?? "",
                address: request.address ?? "", title: title, content: content)
            let place = voices.finder.place(of: message).flatMap { $0.kind.isExact ? $0.key : nil }
            var candidates: [Message] = []
            try reader.candidates(
                place: place, phone: phone, since: today.advanced(by: -Self.repeatDays),
                limit: Self.candidateLimit
            ) { spoken in
                guard spoken.number.caseNumber != number else { return }
                candidates.append(voices.message(spoken, topic: nil))
            }
            return try Repeats(among: candidates, places: voices.finder)
                .similar(to: message, limit: limit)
                .compactMap { likeness in
                    try reader.line(of: likeness.contact.caseNumber).flatMap { line in
                        let isSeen = own.map { own in line.unitID.map(own.contains) ?? false } ?? true
                        return isSeen ? SimilarCase(line: line, likeness: likeness) : nil
                    }
                }
        }
    }

    /// Cases of so many days, and so many of them, are compared with what is being taken down.
    private static let repeatDays = 60
    private static let candidateLimit = 200
}
