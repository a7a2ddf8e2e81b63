import Casework
import Insight
import Simulation

/// Hot phrases on made-up days: how fast, how often something is found where nothing changed, and whether words of
/// something new are found whole.
enum PhrasesEvaluation {
    private static let mostSeconds = 3.0

    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        let made = try SimulatedMessages(62_000, from: "2024-03-01", days: 31, seed: 4)
        let sayings = made.messages.map {
            (day: $0.day, saying: Saying(caller: $0.caller, text: $0.title + $0.content))
        }
        guard let first = sayings.first?.day else { return false }
        let all = sayings.map(\.saying)
        var found: [HotPhrase] = []
        let tenth = all.count / 10
        let time = ContinuousClock().measure {
            found = HotPhrases(now: Array(all.suffix(tenth)), before: Array(all.dropLast(tenth))).phrases
        }
        let whole = ContinuousClock().measure {
            _ = HotPhrases(now: all, before: Array(all.suffix(tenth))).phrases
        }
        print(
            "\(all.count) texts, a tenth of them new: \((time / .seconds(1)).text(2)) s;",
            "all of them new: \((whole / .seconds(1)).text(2)) s;",
            "found:", found.prefix(8).map { "\($0.text) \($0.callers)/\($0.expected.text(1))" })
        var (quiet, loud) = (0, 0)
        for offset in 14..<31 {
            let day = first.advanced(by: offset)
            let now = sayings.filter { $0.day == day }.map(\.saying)
            let before = sayings.filter { $0.day < day }.map(\.saying)
            let plain = HotPhrases(now: now, before: before).phrases
            if plain.isEmpty { quiet += 1 }
            // Eight people in a hundred speak of something that nobody spoke of.
            let news = now.enumerated().map { index, saying in
                index % 12 == 0
                    ? Saying(
                        caller: saying.caller,
                        text: saying.text + (index % 24 == 0 ? "听说" : "担心") + "蓝藻爆发，" + saying.text)
                    : saying
            }
            let phrases = HotPhrases(now: news, before: before).phrases.map(\.text)
            if phrases.first == "蓝藻爆发" { loud += 1 }
        }
        print("days with nothing hot: \(quiet) of 17; something new found first and whole: \(loud) of 17")
        return time / .seconds(1) < mostSeconds && whole / .seconds(1) < mostSeconds && loud == 17
    }
}
