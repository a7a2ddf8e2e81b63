import Casework
import Insight

/// Concrete issues in a forum's messages: the largest are printed with their texts, to be judged by reading.
enum IssuesEvaluation {
    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        guard let path = arguments.first else {
            print("issues: skipped, no file of messages")
            return true
        }
        let messages = try ForumMessages.read(path)
        let finder = PlaceFinder(
            lexicon: PlaceLexicon.learn(from: messages.flatMap { [$0.title, $0.content] }))
        var issues: [HotIssue] = []
        let last = messages.map(\.day).max() ?? CivilDay(number: 0)
        let time = ContinuousClock().measure {
            issues = HotIssues().find(in: messages, places: finder, asOf: last)
        }
        print("issues: \(messages.count) messages, \(issues.count) issues in \(time)")
        let byNumber = Dictionary(messages.map { ($0.contact, $0) }) { first, _ in first }
        for (rank, issue) in issues.prefix(Int(arguments.dropFirst().first ?? "20") ?? 20).enumerated() {
            print(
                "\n#\(rank + 1) [\(issue.place)] \(issue.problem): \(issue.contacts.count) contacts, \(issue.callers) callers, \(issue.first) to \(issue.last), \(issue.likes) likes, score \(issue.score)"
            )
            for message in issue.contacts.compactMap({ byNumber[$0] }) {
                let content = String(message.content.filter { !$0.isWhitespace }.prefix(60))
                print("   ", message.day, message.title, "|", content)
            }
        }
        return true
    }
}
