import Glibc

/// All sequences of letters that enough people used, by length, with how many used them now and before.
struct PhraseSearch {
    /// The longest sequence, in letters.
    private static let longest = 12

    private let spoken: SpokenLetters
    /// Pairs first, then ever longer ones.
    private var levels: [PhraseLevel] = []
    /// How many people spoke.
    private let people: (now: Double, before: Double)
    /// How many of them use each letter now.
    private let users: [Int32: Int]

    /// Nil where too few speak, or nobody spoke before.
    init?(now: [Saying], before: [Saying], least: Int) {
        spoken = SpokenLetters(now)
        guard spoken.people >= least, !before.isEmpty else { return nil }
        users = spoken.users
        var numbers = spoken.letters
        while levels.count < Self.longest - 1 {
            let level = PhraseLevel(spoken, &numbers, least: least)
            guard !level.now.isEmpty else { break }
            levels.append(level)
        }
        let earlier = SpokenLetters(before)
        for person in 0..<earlier.people {
            var numbers = Array(earlier.letters[earlier.range(of: person)])
            for index in levels.indices { levels[index].count(person: person, &numbers) }
        }
        people = (Double(spoken.people), Double(earlier.people))
    }

    /// The sequences that are far more frequent than before and that look like whole words.
    func found(_ policy: PhrasePolicy) -> [HotPhrase] {
        let looked = Double(levels.reduce(0) { $0 + $1.met })
        return levels.indices.flatMap { index -> [HotPhrase] in
            let level = levels[index]
            let longer = index + 1 < levels.count ? levels[index + 1].longest(for: level.now.count) : []
            return level.now.indices.compactMap { place in
                let (now, before) = (Int(level.now[place]), Double(level.before[place]))
                let expected = before / people.before * people.now
                guard Double(now) >= policy.leastFactor * expected,
                    longer.isEmpty || Double(longer[place]) < policy.wholeness * Double(now)
                else { return nil }
                // One more who used it before and one who did not: what was never said is not impossible.
                let share = (before + 1) / (people.before + 2)
                let chance = Chance.binomial(atLeast: now, of: spoken.people, share: share) * looked
                guard chance <= policy.mostByChance, coheres(place, index) else { return nil }
                let codes = letters(place, index).map { UInt32(bitPattern: $0) }
                guard !PhraseEdges.isCut(codes) else { return nil }
                return HotPhrase(
                    text: Letters.text(codes), callers: now, expected: expected, chance: chance,
                    salience: salience(Double(now), before))
            }
        }
    }

    private func letters(_ place: Int, _ index: Int) -> ArraySlice<Int32> {
        spoken.letters[levels[index].examples[place]...].prefix(index + 2)
    }

    /// Whether the first and the last letter stand beside the rest more often than if letters were strewn over people.
    private func coheres(_ place: Int, _ index: Int) -> Bool {
        let letters = letters(place, index)
        guard let first = letters.first, let last = letters.last else { return false }
        let parts = levels[index].parts[place]
        func count(_ part: Int32) -> Int {
            index == 0 ? users[part] ?? 0 : Int(levels[index - 1].now[Int(part)])
        }
        let together = Double(levels[index].now[place]) * people.now
        return together > Double(count(parts.head) * (users[last] ?? 0))
            && together > Double((users[first] ?? 0) * count(parts.tail))
    }

    /// Twice the logarithm of how much likelier the counts are with two shares than with one.
    private func salience(_ now: Double, _ before: Double) -> Double {
        func term(_ count: Double, _ expected: Double) -> Double {
            count > 0 ? count * log(count / expected) : 0
        }
        let share = (now + before) / (people.now + people.before)
        return 2
            * (term(now, people.now * share) + term(before, people.before * share)
                + term(people.now - now, people.now * (1 - share))
                + term(people.before - before, people.before * (1 - share)))
    }
}
