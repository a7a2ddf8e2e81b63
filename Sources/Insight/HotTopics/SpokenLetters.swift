/// What people said, letter by letter, one after the other, all texts of one person together.
struct SpokenLetters {
    /// So many letters of a text are read.
    static let limit = 300

    /// Chinese characters and Latin letters; -1 for all else, digits among it, and between texts.
    private(set) var letters: [Int32] = []
    /// Where the texts of each person begin.
    private(set) var starts: [Int] = []

    init(_ sayings: [Saying]) {
        let order = sayings.indices.sorted {
            (sayings[$0].caller ?? .max, $0) < (sayings[$1].caller ?? .max, $1)
        }
        var before: Int64?
        for index in order {
            let saying = sayings[index]
            if saying.caller == nil || saying.caller != before { starts.append(letters.count) }
            before = saying.caller
            for code in Letters(saying.text, limit: Self.limit).codes {
                letters.append(Letters.isWord(code) && !Letters.isDigit(code) ? Int32(code) : -1)
            }
            letters.append(-1)
        }
    }

    /// How many different people spoke.
    var people: Int { starts.count }

    /// How many people used each letter.
    var users: [Int32: Int] {
        var users: [Int32: (count: Int, last: Int)] = [:]
        for person in 0..<people {
            for letter in letters[range(of: person)] where users[letter]?.last != person {
                users[letter] = ((users[letter]?.count ?? 0) + 1, person)
            }
        }
        return users.mapValues(\.count)
    }

    /// The letters of a person.
    func range(of person: Int) -> Range<Int> {
        starts[person]..<(person + 1 < starts.count ? starts[person + 1] : letters.count)
    }
}
