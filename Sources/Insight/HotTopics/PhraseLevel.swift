/// The sequences of equally many letters that enough people used.
struct PhraseLevel {
    /// A sequence is the pair of the two that it has without its last and without its first letter.
    private var table = PairTable()
    /// By the number in the table: the place among the frequent ones, or -1.
    private var places: [Int32] = []
    /// How many people used each frequent sequence, now and before.
    private(set) var now: [Int32] = []
    private(set) var before: [Int32] = []
    /// Of each frequent sequence the place, in the level below, of the one without its last letter and of the one without
    /// its first; of a pair the letters.
    private(set) var parts: [(head: Int32, tail: Int32)] = []
    /// Where each frequent sequence stands, for one.
    private(set) var examples: [Int] = []
    private var last: [Int32] = []

    /// - Parameters:
    ///   - numbers: at each letter the number of the sequence, one letter shorter, that begins there, or -1; becomes
    ///     that of the sequences of this length.
    ///   - least: so many people must have used a sequence.
    init(_ spoken: SpokenLetters, _ numbers: inout [Int32], least: Int) {
        var counts: [Int32] = []
        var last: [Int32] = []
        var first: [(position: Int, head: Int32, tail: Int32)] = []
        for person in 0..<spoken.people {
            for position in spoken.range(of: person) {
                let (head, tail) = (
                    numbers[position], position + 1 < numbers.count ? numbers[position + 1] : -1
                )
                guard head >= 0, tail >= 0 else {
                    numbers[position] = -1
                    continue
                }
                let number = table.number(of: head, tail)
                numbers[position] = number
                if Int(number) == counts.count {
                    counts.append(0)
                    last.append(-1)
                    first.append((position, head, tail))
                }
                if last[Int(number)] != Int32(person) {
                    last[Int(number)] = Int32(person)
                    counts[Int(number)] += 1
                }
            }
        }
        places = Array(repeating: -1, count: counts.count)
        for number in counts.indices where counts[number] >= least {
            places[number] = Int32(now.count)
            now.append(counts[number])
            examples.append(first[number].position)
            parts.append((first[number].head, first[number].tail))
        }
        for position in numbers.indices where numbers[position] >= 0 {
            numbers[position] = places[Int(numbers[position])]
        }
        before = Array(repeating: 0, count: now.count)
        self.last = Array(repeating: -1, count: now.count)
    }

    /// How many sequences there are, rare ones too.
    var met: Int { table.count }

    /// Counts a person who spoke before, in whose letters the numbers stand likewise.
    mutating func count(person: Int, _ numbers: inout [Int32]) {
        for position in numbers.indices {
            let (head, tail) = (numbers[position], position + 1 < numbers.count ? numbers[position + 1] : -1)
            guard head >= 0, tail >= 0, let number = table.existing(head, tail) else {
                numbers[position] = -1
                continue
            }
            let place = places[Int(number)]
            numbers[position] = place
            guard place >= 0, last[Int(place)] != Int32(person) else { continue }
            last[Int(place)] = Int32(person)
            before[Int(place)] += 1
        }
    }

    /// For each frequent sequence of the level below, how many people used the longer one that is used most.
    func longest(for count: Int) -> [Int32] {
        var most = Array(repeating: Int32(0), count: count)
        table.each { head, tail, number in
            let place = places[Int(number)]
            guard place >= 0 else { return }
            most[Int(head)] = max(most[Int(head)], now[Int(place)])
            most[Int(tail)] = max(most[Int(tail)], now[Int(place)])
        }
        return most
    }
}
