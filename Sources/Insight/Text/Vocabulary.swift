import Glibc

/// Pairs of neighbouring letters by number, and in how many texts each stands.
struct Vocabulary: Sendable {
    private var numbers: [UInt64: Int32] = [:]
    private var counts: [Int32] = []
    private(set) var texts = 0

    /// How many pairs were seen.
    var count: Int { counts.count }

    /// Counts a text by its pairs, each given once.
    mutating func add(_ pairs: [UInt64]) {
        texts += 1
        for pair in pairs {
            if let number = numbers[pair] {
                counts[Int(number)] += 1
            } else {
                numbers[pair] = Int32(counts.count)
                counts.append(1)
            }
        }
    }

    /// The number of a pair that stands in at least so many texts.
    func number(of pair: UInt64, least: Int) -> Int32? {
        numbers[pair].flatMap { counts[Int($0)] >= least ? $0 : nil }
    }

    /// In how many texts a pair stands.
    func frequency(_ number: Int32) -> Int { Int(counts[Int(number)]) }

    /// How much a pair says: the rarer, the more.
    func weight(_ number: Int32) -> Float {
        Float(log(1 + Double(texts) / Double(counts[Int(number)])))
    }
}
