/// The citizens' own words for what is wrong.
struct Wording {
    /// The heading of the message that is most like all of them; where the likest have none, the clause of their texts
    /// that holds most of what all say.
    let best: String

    /// A phrase of so many letters can be read in a list.
    private static let lengths = 5...30
    /// So many of the likest messages are looked at.
    private static let likest = 5

    init(_ members: [Int], _ messages: [Message], _ reading: Reading) {
        var words = TermVector()
        var problem = TermVector()
        for member in members {
            words = words + reading.entries[member].words
            problem = problem + reading.entries[member].problem
        }
        let ranked = members.map { (member: $0, likeness: reading.entries[$0].words.dot(words)) }
            .sorted { ($1.likeness, $0.member) < ($0.likeness, $1.member) }
            .prefix(Self.likest).map { messages[$0.member] }
        if let heading = ranked.map({ Self.stripped($0.title) }).first(where: { !$0.isEmpty }) {
            best = Self.shortened(heading)
            return
        }
        let weights = Dictionary(uniqueKeysWithValues: zip(problem.terms, problem.weights))
        var clauses: [(text: String, worth: Float)] = []
        for message in ranked {
            for clause in message.content.prefix(Pairs.read).split(whereSeparator: { stops.contains($0) }) {
                let text = Self.stripped(String(clause))
                guard Self.lengths.contains(text.count) else { continue }
                clauses.append((text, Self.worth(text, weights, reading.vocabulary)))
            }
        }
        let chosen = clauses.max { ($0.worth, $1.text) < ($1.worth, $0.text) }?.text
        best = chosen ?? Self.shortened(Self.stripped(ranked.first?.content ?? ""))
    }

    /// How much of what all say is in a clause, a long one not preferred for its length.
    private static func worth(_ text: String, _ weights: [Int32: Float], _ vocabulary: Vocabulary) -> Float {
        var terms: [Int32] = []
        Pairs.each(Letters(text).codes) { pair, _ in
            if let term = vocabulary.number(of: pair, least: 2) { terms.append(term) }
        }
        let sum = Set(terms).sorted().reduce(Float(0)) { $0 + (weights[$1] ?? 0) }
        return sum / Float(terms.count + 4)
    }

    /// Without blanks and without the words with which people begin.
    private static func stripped(_ text: String) -> String {
        var text = text.prefix(300).filter { !$0.isWhitespace }[...]
        while let opening = openings.first(where: text.hasPrefix), text.count > opening.count + 3 {
            text = text.dropFirst(opening.count)
        }
        while let last = text.last, stops.contains(last) { text = text.dropLast() }
        return String(text)
    }

    /// Up to the first stop after enough letters, and no longer than a list has room for.
    private static func shortened(_ text: String) -> String {
        let head = text.dropFirst(lengths.lowerBound).firstIndex { stops.contains($0) }
        let phrase = head.map { text[..<$0] } ?? text[...]
        return phrase.count > lengths.upperBound
            ? phrase.prefix(lengths.upperBound - 1) + "…" : String(phrase)
    }
}

private let stops: Set<Character> = ["，", "。", "！", "？", "；", "：", "!", "?", ";", ",", "、", "\n", "\r\n"]

private let openings = [
    "关于", "投诉", "反映", "举报", "咨询", "请问", "建议", "求助", "强烈", "您好", "你好", "市民", "诉求人", "来电人称", "来电", "：", "，",
    ":",
    ",", "！",
]
