/// Which texts mention a term or a place, for finding those that may be like one.
struct Mentions: Sendable {
    /// What is counted while candidates are sought, kept from one search to the next.
    struct Tally {
        fileprivate var scores: [Double]

        fileprivate func likest(_ texts: some Collection<Int>) -> [Int] {
            texts.map { (score: scores[$0], text: $0) }.sorted { ($1.score, $0.text) < ($0.score, $1.text) }
                .map(\.text)
        }
    }

    private let vocabulary: Vocabulary
    private var byTerm: [[Mention]]
    private var byPlace: [Int32: [Int32]] = [:]
    /// A term of more texts than this leads to too many others.
    private let common: Int
    private let size: Int

    private struct Mention: Sendable {
        let text: Int32
        let weight: Float
    }

    /// By so many of its weightiest terms a text looks for others.
    private static let probes = 24
    /// So many mentions of these terms in other texts are looked at.
    private static let reach = 2500
    /// So many of the last texts that name a place are looked at.
    private static let local = 250
    /// Texts that share less than this with one are not like it.
    private static let least = 0.04

    init(_ vocabulary: Vocabulary, texts: Int) {
        self.vocabulary = vocabulary
        byTerm = Array(repeating: [], count: vocabulary.count)
        common = max(60, Int(4 * Double(texts).squareRoot()))
        size = texts
    }

    /// A tally for searches.
    var tally: Tally { Tally(scores: Array(repeating: 0, count: size)) }

    /// Enters a text.
    mutating func enter(_ index: Int, _ entry: Reading.Entry) {
        for position in probes(entry.words) {
            let mention = Mention(text: Int32(index), weight: entry.words.weights[position])
            byTerm[Int(entry.words.terms[position])].append(mention)
        }
        for key in entry.keys { byPlace[key, default: []].append(Int32(index)) }
    }

    /// The texts entered so far that may be like one, the likest first: those of a place that it names too, and the
    /// others, of which so many are enough.
    func near(_ entry: Reading.Entry, enough: Int, _ tally: inout Tally) -> (here: [Int], elsewhere: [Int]) {
        var touched: [Int] = []
        var seen = 0
        for position in probes(entry.words) {
            let mentions = byTerm[Int(entry.words.terms[position])]
            for other in mentions.suffix(max(0, Self.reach - seen)) {
                if tally.scores[Int(other.text)] == 0 { touched.append(Int(other.text)) }
                tally.scores[Int(other.text)] += Double(entry.words.weights[position] * other.weight)
            }
            seen += mentions.count
        }
        var here: Set<Int> = []
        for key in entry.keys {
            here.formUnion(byPlace[key, default: []].suffix(Self.local).lazy.map(Int.init))
        }
        // The least likely are left out before the rest is put in order.
        var elsewhere = touched.filter { !here.contains($0) }
        var floor = Self.least
        while elsewhere.count > enough {
            let likelier = elsewhere.filter { tally.scores[$0] >= floor }
            guard likelier.count >= enough || floor == Self.least else { break }
            elsewhere = likelier
            floor *= 1.5
        }
        let near = (
            here: tally.likest(here), elsewhere: Array(tally.likest(elsewhere).prefix(enough))
        )
        for other in touched { tally.scores[other] = 0 }
        return near
    }

    private func probes(_ words: TermVector) -> ArraySlice<Int> {
        words.terms.indices.filter { vocabulary.frequency(words.terms[$0]) <= common }
            .sorted { (words.weights[$1], $0) < (words.weights[$0], $1) }.prefix(Self.probes)
    }
}
