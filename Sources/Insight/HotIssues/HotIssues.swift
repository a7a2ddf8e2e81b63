import Casework
import Glibc

/// Finds the concrete issues in the messages of a period.
public struct HotIssues: Sendable {
    /// When messages are one issue.
    public let policy: HotIssuesPolicy

    /// A finder of issues.
    public init(_ policy: HotIssuesPolicy = HotIssuesPolicy()) {
        self.policy = policy
    }

    /// The issues in these messages, the most important first. The order of the messages doesn't matter.
    ///
    /// - Parameter day: from which recency is counted; later messages count as of this day.
    public func find(in messages: [Message], places: PlaceFinder, asOf day: CivilDay) -> [HotIssue] {
        let messages = messages.sorted { $0.contact < $1.contact }
        let reading = Reading(messages, places: places)
        let clusters = Agglomeration(reading, policy).clusters
        let issues = clusters.compactMap { members -> HotIssue? in
            issue(members, messages, reading, day)
        }
        return issues.sorted { left, right in
            let (first, second) = (left.callers, right.callers)
            if policy.ranking.order == .callers, first != second { return first > second }
            if left.score != right.score { return left.score > right.score }
            return (left.contacts.first.map { $0.caseNumber.value } ?? 0)
                < (right.contacts.first.map { $0.caseNumber.value } ?? 0)
        }
    }

    private func issue(_ members: [Int], _ messages: [Message], _ reading: Reading, _ day: CivilDay)
        -> HotIssue?
    {
        let group = members.map { messages[$0] }
        var latest: [Int64: CivilDay] = [:]
        var unknown: [CivilDay] = []
        for message in group {
            guard let caller = message.caller else {
                unknown.append(message.day)
                continue
            }
            latest[caller] = max(latest[caller] ?? message.day, message.day)
        }
        let days = (unknown + latest.values).map(\.number).sorted()
        guard days.count >= policy.ranking.leastCallers, let first = group.map(\.day).min(),
            let last = group.map(\.day).max()
        else { return nil }
        let likes = group.reduce(0) { $0 + max(0, $1.likes) }
        let recency = days.reduce(0.0) {
            $0 + exp2(-Double(max(0, day.number - $1)) / max(0.1, policy.ranking.halfLife))
        }
        let label = IssueLabel(members, messages, reading)
        return HotIssue(
            place: label.place, placeKey: label.placeKey, problem: label.problem,
            contacts: group.map(\.contact),
            callers: days.count, likes: likes, first: first, last: last,
            score: policy.ranking.callerWeight * Double(days.count) + policy.ranking.recencyWeight * recency
                + policy.ranking.supportWeight * Double(likes).squareRoot())
    }
}
