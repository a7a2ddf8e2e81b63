import Casework
import Insight

/// How long it takes to look for sensitive words.
enum AlertsEvaluation {
    private static let mostMicroseconds = 50.0

    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        let words = ["漏气", "爆炸", "跳楼", "轻生", "聚集", "堵路", "暖气不热", "停暖", "困人", "起火", "触电", "塌陷"]
        // As many more that nobody says.
        let rare = (0..<300).map { number in
            String(
                String.UnicodeScalarView([0x3400, 0x3500, 0x3600].compactMap { Unicode.Scalar($0 + number) }))
        }
        let alerts = Alerts(
            AlertRules(words: [
                WordRule(name: "a", words: words, told: []), WordRule(name: "b", words: rare, told: []),
            ]))
        let made = try SimulatedMessages(20_000, from: "2024-03-01", days: 20, seed: 2)
        let texts = made.messages.map { $0.title + $0.content }
        let letters = texts.reduce(0) { $0 + $1.unicodeScalars.count }
        var found = 0
        let time = ContinuousClock().measure { found = texts.count { !alerts.found(in: $0).isEmpty } }
        let each = time / .microseconds(1) / Double(max(1, texts.count))
        print(
            "\(words.count + rare.count) words, \(texts.count) texts of \(letters / max(1, texts.count)) letters:",
            "\(each.text(2)) microseconds a text, \(found) with alerts")
        return each < mostMicroseconds
    }
}
