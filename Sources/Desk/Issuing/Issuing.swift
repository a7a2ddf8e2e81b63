import CaseStore
import Casework
import Reports

/// What became of a bulletin that somebody signed.
public struct IssueReceipt: Sendable {
    /// The day.
    public let day: CivilDay
    /// 0 for the original, or the correction's number.
    public let number: Int
    /// What was signed, as it is printed.
    public let text: String
    /// Whether it is issued; where not, a second signature is missing.
    public let isIssued: Bool
    /// What the editor should know.
    public let notices: [Notice]
}

extension Desk {
    /// Issues a day's bulletin as it is computed now, with the editor's words; from then on it stays as it is.
    public func issue(_ day: String?) throws -> IssueReceipt {
        try store.write { writer in
            try require([.editor], for: "签发日报", writer.reader)
            let day = try publicationDay(day, settings: writer.settings)
            if let issued = try writer.reader.editions(from: day, to: day).last(where: \.isIssued) {
                throw DeskError.alreadyIssued(day, by: issued.staff)
            }
            return try putUp(day, writer) { _ in }
        }
    }

    /// Issues a numbered correction beside a bulletin that was issued.
    public func correct(_ day: String, reason: String?) throws -> IssueReceipt {
        let reason = try Texts.requiredBeside(reason, field: "--reason")
        return try store.write { writer in
            try require([.editor], for: "更正日报", writer.reader)
            let day = try publicationDay(day, settings: writer.settings)
            let issued = try writer.reader.editions(from: day, to: day).filter(\.isIssued)
            guard let last = issued.last else { throw DeskError.notIssued(day) }
            return try putUp(day, writer) { publication in
                guard
                    (publication.text, publication.figures) != (
                        last.publication.text, last.publication.figures
                    )
                else { throw DeskError.nothingToCorrect(day) }
                publication.number = last.publication.number + 1
                publication.reason = reason
                publication.heading = "更正第\(publication.number)号\n更正原因：\(reason)"
            }
        }
    }

    /// Signs, as the second person, what another has put up, if it is still what the records say.
    public func approve(_ day: String?) throws -> IssueReceipt {
        try store.write { writer in
            let reader = writer.reader
            try require([.editor, .supervisor], for: "会签日报", reader)
            let day = try publicationDay(day, settings: writer.settings)
            guard let waiting = try reader.editions(from: day, to: day).last, !waiting.isIssued else {
                throw DeskError.nothingToApprove(day)
            }
            guard waiting.staff != actor.staff else { throw DeskError.ownSignature(day) }
            let publication = waiting.publication
            let draft = try draft(day, settings: writer.settings, reader: reader).daily
            guard (draft.text, draft.bulletin.json.text) == (publication.text, publication.figures) else {
                throw DeskError.changedSince(day, by: waiting.staff)
            }
            try writer.sign(waiting.id, by: actor.staff, at: now())
            return IssueReceipt(
                day: day, number: publication.number, text: waiting.printed, isIssued: true, notices: [])
        }
    }

    private func putUp(_ day: CivilDay, _ writer: StoreWriter, _ edit: (inout Publication) throws -> Void)
        throws
        -> IssueReceipt
    {
        let reader = writer.reader
        try checkRecorded(day, reader)
        let draft = try draft(day, settings: writer.settings, reader: reader).daily
        guard draft.obstacles.isEmpty else { throw DeskError.draft(day, draft.obstacles) }
        var publication = Publication(
            day: day, text: draft.text, figures: draft.bulletin.json.text,
            template: writer.settings.bulletinTemplate, signatures: max(1, writer.settings.bulletinSignatures)
        )
        try edit(&publication)
        // What waits already and says the same needs no second asking.
        if let waiting = try reader.editions(from: day, to: day).last, !waiting.isIssued,
            waiting.publication == publication
        {
            throw DeskError.alreadyAsked(day, by: waiting.staff)
        }
        let moment = now()
        try writer.add(publication, by: actor.staff, at: moment)
        let isIssued = publication.signatures == 1
        let text = [publication.heading, publication.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
        return IssueReceipt(
            day: day, number: publication.number, text: text, isIssued: isIssued,
            notices: draft.warnings
                + (isIssued ? [] : [.awaitsSignature(actor.staff, day, number: publication.number)]))
    }
}

extension Desk {
    /// A day before the records begin would be issued as one without requests, for good.
    private func checkRecorded(_ day: CivilDay, _ reader: StoreReader) throws {
        guard try reader.hasNothing(on: day) else { return }
        guard try reader.historicDays(from: day, to: day).isEmpty else { throw DeskError.onlyFigures(day) }
        guard let first = try reader.firstDay(), first <= day else { throw DeskError.nothingRecorded(day) }
    }
}

/// A day in the list of bulletins.
public struct IssueState: Sendable {
    /// The day.
    public let day: CivilDay
    /// What was issued, in order.
    public let issued: [Edition]
    /// What waits for a second signature.
    public let waiting: Edition?
    /// Whether it is known from what was published alone.
    public let isHistoric: Bool

    /// Whether there is nothing.
    public var isMissing: Bool { issued.isEmpty && waiting == nil && !isHistoric }
}

extension Desk {
    /// The days of a stretch that are over, with what was issued of them.
    public func bulletins(_ stretch: Stretch) throws -> [IssueState] {
        try store.read { reader in
            let clock = try reader.settings().clock
            let period = try period(stretch, clock: clock, now: now())
            let last = min(period.last, clock.day(of: now()).advanced(by: -1))
            let editions = Dictionary(grouping: try reader.editions(from: period.first, to: last)) {
                $0.publication.day
            }
            let historic = Set(try reader.historicDays(from: period.first, to: last).map(\.day))
            return (period.first.number..<max(period.first.number, last.number + 1)).map { number in
                let day = CivilDay(number: number)
                let known = editions[day] ?? []
                return IssueState(
                    day: day, issued: known.filter(\.isIssued),
                    waiting: known.last.flatMap { $0.isIssued ? nil : $0 }, isHistoric: historic.contains(day)
                )
            }
        }
    }

    /// Whether what was issued is what it was, rests on the history that is there, and counts what it counted.
    func issueFindings(_ reader: StoreReader) throws -> [Finding] {
        var findings = try reader.historicFindings()
        for edition in try reader.editions(from: .earliest, to: .latest) {
            let publication = edition.publication
            func report(_ fault: Finding.BulletinFault) {
                findings.append(.bulletin(publication.day, number: publication.number, fault))
            }
            if try !reader.isUnchanged(edition) { report(.content) }
            if try !reader.holds(edition.head.event, edition.head.hash) { report(.head) }
            let facets = try reader.contactLines(of: edition.id).map { FacetCount(facet: $0.facet, count: 1) }
            let bulletin = try? edition.bulletin
            let counted = Bulletin(
                day: publication.day, counts: facets,
                callbacks: try reader.callbackLines(of: edition.id).count,
                topicCount: bulletin?.topics.count ?? 0)
            if bulletin?.counts != counted.counts { report(.figures) }
        }
        return findings
    }
}

extension Bulletin {
    /// The figures that count contacts or callbacks, without what is found out or said about them.
    fileprivate var counts: [Int] {
        [calls, messages, direct, transferred, undisposed, callbacks] + channels.map(\.count)
            + topics.map(\.count)
    }
}
