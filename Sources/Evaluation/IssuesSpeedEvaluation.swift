import Casework
import Glibc
import Insight
import Simulation

/// Issues of thirty days of a large city: how long, how much memory, and are the hidden issues among them.
enum IssuesSpeedEvaluation {
    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        var isGood = true
        for count in [7500, 15_000, 30_000, 60_000] {
            let made = try SimulatedMessages(count, from: "2024-03-01", days: 30, seed: 6)
            let before = residentMegabytes()
            var issues: [HotIssue] = []
            let start = processorSeconds()
            do {
                let finder = PlaceFinder(
                    known: made.areas.map { KnownPlace($0) },
                    lexicon: PlaceLexicon.learn(from: made.messages.map(\.content)))
                issues = HotIssues().find(
                    in: made.messages, places: finder,
                    asOf: made.messages.map(\.day).max() ?? CivilDay(number: 0))
            }
            let time = processorSeconds() - start
            print(
                "issues: \(made.messages.count) messages in \(time) s of one processor, \(issues.count) issues, peak \(residentMegabytes()) MB (\(before) before)"
            )
            for hidden in made.truth.issues {
                let members = Set(hidden.numbers.map { ContactNumber(caseNumber: $0, sequence: 1) })
                    .intersection(made.messages.map(\.contact))
                let best = issues.enumerated().map { rank, issue -> (score: Double, rank: Int) in
                    let firsts = Set(
                        issue.contacts.map { ContactNumber(caseNumber: $0.caseNumber, sequence: 1) })
                    let both = members.intersection(firsts).count
                    return (Double(2 * both) / Double(members.count + firsts.count), rank + 1)
                }.max { $0.score < $1.score }
                print("  hidden: \(members.count) cases, F1 \(best?.score ?? 0), rank \(best?.rank ?? 0)")
            }
            if time > 20 || residentMegabytes() > 1000 { isGood = false }
        }
        return isGood
    }

    private static func processorSeconds() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }

    /// The most memory that the process has held.
    private static func residentMegabytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
