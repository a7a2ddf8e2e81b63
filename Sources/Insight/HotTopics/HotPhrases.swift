import Glibc

/// What somebody said.
public struct Saying: Hashable, Sendable {
    /// Who; nil where it is not known, then somebody of whom nothing else is known.
    public var caller: Int64?
    /// Heading and content.
    public var text: String

    /// What somebody said.
    public init(caller: Int64?, text: String) {
        self.caller = caller
        self.text = text
    }
}

/// Words that are far more frequent than before.
public struct HotPhrase: Hashable, Sendable {
    /// The words; Latin letters are small.
    public let text: String
    /// How many different people used them in the period.
    public let callers: Int
    /// How many were to be expected by the share of people who used them before.
    public let expected: Double
    /// How likely it is that any phrase stands out so far by chance, at most.
    public let chance: Double
    /// How far it stands out: twice the logarithm of how much likelier the counts are with two shares than with one.
    public let salience: Double
}

/// Which words count as far more frequent.
public struct PhrasePolicy: Hashable, Sendable {
    /// At least so many people must have used them.
    public var leastCallers = 5
    /// At least so many times as many as expected.
    public var leastFactor = 2.0
    /// Of all that is looked at, with such a probability not one stands out by chance.
    public var mostChance = 0.05
    /// A longer phrase takes the place of a shorter one if so large a part of those who used the shorter one used it.
    public var wholeness = 0.75
    /// At most so many phrases.
    public var most = 20

    /// The policy where nothing else is set.
    public init() {}
}

/// The phrases of two to twelve letters that far more people used in a period than before, the most salient first.
///
/// Each person counts once, however often. No phrase is part of another, and none begins or ends within a longer one that
/// most people used who used it: so words are not cut, as far as counts tell. Of each text 300 letters are read.
///
/// Time and memory grow with the letters: about 12 bytes for each letter of the period, and a table of the pairs of
/// letters.
public struct HotPhrases: Sendable {
    /// The phrases; none where nothing is there to compare with.
    public let phrases: [HotPhrase]

    /// - Parameters:
    ///   - now: what people said in the period.
    ///   - before: what they said in the weeks before.
    public init(now: [Saying], before: [Saying], policy: PhrasePolicy = PhrasePolicy()) {
        let spoken = SpokenLetters(now)
        guard spoken.people >= policy.leastCallers, !before.isEmpty else {
            phrases = []
            return
        }
        var numbers = spoken.letters
        var levels: [PhraseLevel] = []
        while levels.count < Self.longest - 1 {
            let level = PhraseLevel(spoken, &numbers, least: max(2, policy.leastCallers))
            guard !level.now.isEmpty else { break }
            levels.append(level)
        }
        let people = Self.count(before, in: &levels)
        let scale = (now: Double(spoken.people), before: Double(people))
        let candidates = levels.reduce(0) { $0 + $1.met }
        var found: [HotPhrase] = []
        for (index, level) in levels.enumerated() {
            let longer =
                index + 1 < levels.count
                ? levels[index + 1].longest(for: level.now.count)
                : Array(repeating: 0, count: level.now.count)
            for place in level.now.indices {
                let count = Double(level.now[place])
                guard Double(longer[place]) < policy.wholeness * count else { continue }
                let expected = Double(level.before[place]) / scale.before * scale.now
                guard count >= policy.leastFactor * expected else { continue }
                // One more who used it before and one who did not: what was never said is not impossible.
                let share = (Double(level.before[place]) + 1) / (scale.before + 2)
                let chance =
                    Chance.binomial(atLeast: Int(count), of: spoken.people, share: share) * Double(candidates)
                guard chance <= policy.mostChance else { continue }
                let begin = level.examples[place]
                let codes = spoken.letters[begin..<(begin + index + 2)].map { UInt32(bitPattern: $0) }
                guard !PhraseEdges.isCut(codes) else { continue }
                found.append(
                    HotPhrase(
                        text: Letters.text(codes), callers: Int(count), expected: expected, chance: chance,
                        salience: Self.salience(count, Double(level.before[place]), scale)))
            }
        }
        phrases = Self.chosen(found, policy.most)
    }

    private static let longest = 12

    /// Counts who used the phrases before; gives how many people spoke at all.
    private static func count(_ before: [Saying], in levels: inout [PhraseLevel]) -> Int {
        let spoken = SpokenLetters(before)
        for person in 0..<spoken.people {
            var numbers = Array(spoken.letters[spoken.range(of: person)])
            for index in levels.indices { levels[index].count(person: person, &numbers) }
        }
        return spoken.people
    }

    private static func salience(_ now: Double, _ before: Double, _ scale: (now: Double, before: Double))
        -> Double
    {
        func term(_ count: Double, _ expected: Double) -> Double {
            count > 0 ? count * log(count / expected) : 0
        }
        let share = (now + before) / (scale.now + scale.before)
        return 2
            * (term(now, scale.now * share) + term(before, scale.before * share)
                + term(scale.now - now, scale.now * (1 - share))
                + term(scale.before - before, scale.before * (1 - share)))
    }

    /// The most salient ones, without parts of one another and without pieces of the same words.
    private static func chosen(_ found: [HotPhrase], _ most: Int) -> [HotPhrase] {
        var chosen: [HotPhrase] = []
        for phrase in found.sorted(by: { ($1.salience, $0.text) < ($0.salience, $1.text) }) {
            guard chosen.count < most else { break }
            if !chosen.contains(where: { PhraseEdges.overlap($0.text, phrase.text) }) {
                chosen.append(phrase)
            }
        }
        return chosen
    }
}
