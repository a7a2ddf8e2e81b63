import Glibc

/// Which of some answered questions fit a text, by the pairs of letters that they share with it; the rarer a pair, the more it
/// says.
public struct Relevance: Sendable {
    /// A question, and what belongs to it.
    public struct Entry: Sendable {
        let question: String
        let topic: String
        let answer: String

        /// - Parameter topic: what it is about; may be empty.
        public init(question: String, topic: String, answer: String) {
            self.question = question
            self.topic = topic
            self.answer = answer
        }
    }

    /// How well an entry fits.
    public struct Match: Hashable, Sendable {
        /// The entry's place.
        public let place: Int
        /// The weight of all that is shared; what stands in the question counts twice.
        public let score: Double
        /// Which share of the question the text has too, from 0 to 1.
        public let share: Double
    }

    private struct Terms {
        let question: Set<UInt64>
        let others: Set<UInt64>
    }

    private let terms: [Terms]
    /// Each entry as it is read.
    private let letters: [String]
    private let weights: [UInt64: Double]

    /// Entries among which is sought.
    public init(_ entries: [Entry]) {
        terms = entries.map { entry in
            let question = Self.terms(of: entry.question)
            let others = Self.terms(of: entry.topic).union(Self.terms(of: entry.answer))
            return Terms(question: question, others: others.subtracting(question))
        }
        letters = entries.map { entry in
            [entry.question, entry.topic, entry.answer].map(Self.letters).joined(separator: "\n")
        }
        var counts: [UInt64: Int] = [:]
        for entry in terms {
            for term in entry.question { counts[term, default: 0] += 1 }
            for term in entry.others { counts[term, default: 0] += 1 }
        }
        weights = counts.mapValues { log(1 + Double(entries.count) / Double($0)) }
    }

    /// The entries that share anything with a text, the best first; of equals the first.
    public func matches(with text: String) -> [Match] {
        let wanted = Self.terms(of: text, limit: Pairs.read)
        guard !wanted.isEmpty else { return whole(Self.letters(text)) }
        return terms.enumerated().compactMap { place, entry in
            let shared = weight(entry.question.intersection(wanted))
            let score = 2 * shared + weight(entry.others.intersection(wanted))
            let all = weight(entry.question)
            return score > 0 ? Match(place: place, score: score, share: all > 0 ? shared / all : 0) : nil
        }.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    }

    /// A single letter has no pair: it is sought as it stands.
    private func whole(_ text: String) -> [Match] {
        guard !text.isEmpty else { return [] }
        return letters.indices.filter { letters[$0].contains(text) }.map {
            Match(place: $0, score: 1, share: 0)
        }
    }

    private func weight(_ terms: Set<UInt64>) -> Double {
        // In an order, so that sums of the same terms are the same.
        terms.map { weights[$0] ?? 0 }.sorted().reduce(0, +)
    }

    private static func letters(_ text: String) -> String {
        let letters = Letters(text)
        return letters.text(0..<letters.codes.count)
    }

    /// The pairs of a text; a number or a foreign word says something alone, too.
    ///
    /// - Parameter limit: so many letters are read.
    private static func terms(of text: String, limit: Int = .max) -> Set<UInt64> {
        var terms: Set<UInt64> = []
        Pairs.each(Letters(text, limit: limit).codes) { pair, _ in
            terms.insert(pair)
            for half in [pair >> 32, pair & 0xFFFF_FFFF] where half & 0x8000_0000 != 0 { terms.insert(half) }
        }
        return terms
    }
}
