import Casework
import City
import Insight
import Simulation

/// Concentrations hidden in made-up days: are they named, and is anything named where none is hidden.
enum ConcentrationEvaluation {
    private static let leastFound = 0.97
    private static let mostFalse = 0.01

    static func run(_ arguments: ArraySlice<String>) throws -> Bool {
        var isReached = true
        for (daily, days, seeds) in [(900, 42, 4), (3000, 28, 2), (12_000, 8, 1), (60_000, 4, 1)] {
            for hasBackground in [true, false] {
                var score = Score()
                for seed in 1...seeds {
                    try score.add(daily: daily, days: days, seed: seed, hasBackground: hasBackground)
                }
                print(
                    "\(daily) cases a day, \(hasBackground ? "with" : "without") the days before:",
                    "\(score.found) of \(score.hidden) named \(score.found.share(of: score.hidden).text(4)),",
                    "as first \(score.first.share(of: score.hidden).text(4)),",
                    "something else first \(score.wrong);",
                    "false addresses \(score.falseAddresses) and problems \(score.falseProblems)",
                    "of \(score.quiet) topic-days \(score.falseAddresses.share(of: score.quiet).text(5))")
                if score.least > 0 {
                    print(
                        "  the smallest (6 people, 12%, place recognised): \(score.leastFound) of \(score.least) named",
                        score.leastFound.share(of: score.least).text(4))
                }
                let falseShare = (score.falseAddresses + score.falseProblems).share(of: score.quiet)
                guard hasBackground else { continue }
                isReached =
                    isReached && score.found.share(of: score.hidden) >= leastFound && falseShare <= mostFalse
            }
        }
        return isReached
    }

    private struct Score {
        var (hidden, found, first, wrong, quiet, falseAddresses, falseProblems) = (0, 0, 0, 0, 0, 0, 0)
        var (least, leastFound) = (0, 0)

        mutating func add(daily: Int, days: Int, seed: Int, hasBackground: Bool) throws {
            let made = try SimulatedMessages(
                daily * days, from: "2024-05-06", days: days, seed: seed, clusters: days * 2)
            let topics = Dictionary(grouping: made.messages.filter { $0.topic != nil }) { $0.topic ?? 0 }
            let finder = PlaceFinder(
                known: made.areas.map { KnownPlace($0) },
                lexicon: PlaceLexicon.learn(from: made.messages.prefix(20_000).map(\.content)))
            let clusters = made.truth.clusters.filter { !$0.numbers.isEmpty }
            let start = made.messages[0].day
            for (_, messages) in topics {
                let numbers = Set(messages.map(\.contact.caseNumber))
                let hiddenHere = clusters.filter { numbers.contains($0.numbers[0]) }
                let sightings = messages.map { (day: $0.day, sighting: Self.sighting($0, finder)) }
                for (day, today) in Dictionary(grouping: sightings, by: \.day) {
                    guard day.number - start.number >= min(14, days / 2) else { continue }
                    let now = today.map(\.sighting)
                    let before = sightings.filter { $0.day < day }.suffix(3000).map(\.sighting)
                    let result = Concentrations(
                        now, background: hasBackground ? TopicBackground(before) : TopicBackground())
                    let keys = result.addresses.map { finder.spot(entered: $0.label)?.key }
                    let expected = hiddenHere.filter { $0.first == day }
                    for cluster in expected where cluster.callers * 100 >= 12 * now.count {
                        hidden += 1
                        let key = finder.spot(entered: cluster.place)?.key
                        if keys.contains(key) { found += 1 }
                        if keys.first == key { first += 1 }
                    }
                    let hiddenKeys = expected.map { finder.spot(entered: $0.place)?.key }
                    if !expected.isEmpty, let key = keys.first, !hiddenKeys.contains(key) { wrong += 1 }
                    if expected.isEmpty {
                        if hasBackground { addLeast(now, Array(before)) }
                        quiet += 1
                        falseAddresses += result.addresses.isEmpty ? 0 : 1
                        falseProblems += result.problems.isEmpty ? 0 : 1
                    }
                }
            }
        }

        /// Adds as small a cluster as has to be found to a day without one, at a place that is neither the best known
        /// nor among the least known.
        private mutating func addLeast(_ now: [Sighting], _ before: [Sighting]) {
            let background = TopicBackground(before)
            let places = background.places.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            guard places.count > 30 else { return }
            let callers = max(6, Int((Double(now.count) * 0.12 / 0.88).rounded(.up)))
            let key = places[3 + now.count % 28].key
            let hidden = (0..<callers).map { index in
                Sighting(contact: Int64(-index), place: Sighting.Mark(key: key, label: key))
            }
            least += 1
            if Concentrations(now + hidden, background: background).addresses.contains(where: {
                $0.label == key
            }) {
                leastFound += 1
            }
        }

        private static func sighting(_ message: Message, _ finder: PlaceFinder) -> Sighting {
            let place = finder.place(of: message).flatMap {
                $0.kind.rawValue <= PlaceKind.road.rawValue ? $0 : nil
            }
            return Sighting(
                contact: message.contact.caseNumber.value, caller: message.caller,
                place: place.map { Sighting.Mark(key: $0.key, label: $0.name) },
                text: message.title + message.content)
        }
    }
}
