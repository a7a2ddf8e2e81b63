import Casework
import Insight
import Simulation

/// Places in texts: do all ways of writing a hidden place come to one key, and how fast are texts read.
enum PlacesEvaluation {
    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        let target = 0.97
        var isGood = true
        for knowsSpots in [false, true] {
            var (right, all) = (0, 0)
            for seed in 1...3 {
                let made = try SimulatedMessages(9000, from: "2024-03-01", days: 30, seed: seed)
                let spots = Dictionary(made.messages.map { ($0.spot, 1) }, uniquingKeysWith: +)
                let known =
                    made.areas.map { KnownPlace($0) }
                    + (knowsSpots
                        ? spots.filter { $0.value >= 3 && !$0.key.isEmpty }.map {
                            KnownPlace(name: $0.key, count: $0.value)
                        } : [])
                let finder = PlaceFinder(
                    known: known, lexicon: PlaceLexicon.learn(from: made.messages.map(\.content)))
                let (hits, misses) = share(made, finder)
                right += hits
                all += hits + misses.count
                if seed == 1 { misses.prefix(8).forEach { print("  not the hidden place:", $0) } }
            }
            let share = Double(right) / Double(max(1, all))
            print(
                "places: from the text alone, known spots \(knowsSpots): \(right) of \(all) hidden cases,",
                share)
            if share < target { isGood = false }
        }
        let made = try SimulatedMessages(20_000, from: "2024-03-01", days: 30, seed: 9)
        let finder = PlaceFinder(known: made.areas.map { KnownPlace($0) })
        let texts = made.messages.map { $0.title + $0.content + $0.content }
        let letters = texts.reduce(0) { $0 + $1.unicodeScalars.count }
        var found = 0
        let time = ContinuousClock().measure { found = texts.reduce(0) { $0 + finder.places(in: $1).count } }
        let rate =
            Double(letters) / 150
            / (Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)) * 60
        print(
            "speed: \(texts.count) texts, \(letters) letters, \(found) places in \(time): \(Int(rate)) texts of 150 letters a minute"
        )
        return isGood && rate >= 100_000
    }

    /// Hidden cases whose text, without the fields, gives the true place's key; and those that don't.
    private static func share(_ made: SimulatedMessages, _ finder: PlaceFinder) -> (Int, [String]) {
        let byNumber = Dictionary(made.messages.map { ($0.contact, $0) }) { first, _ in first }
        var hits = 0
        var misses: [String] = []
        for hidden in made.truth.issues + made.truth.clusters {
            let key = finder.spot(entered: hidden.place)?.key
            for number in hidden.numbers {
                guard var message = byNumber[ContactNumber(caseNumber: number, sequence: 1)] else { continue }
                (message.spot, message.title) = ("", "")
                let place = finder.place(of: message)
                if place?.key == key {
                    hits += 1
                } else {
                    misses.append("\(key ?? "-") / \(place?.key ?? "-") / \(message.content)")
                }
            }
        }
        return (hits, misses)
    }
}
