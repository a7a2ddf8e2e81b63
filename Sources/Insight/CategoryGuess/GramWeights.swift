import Glibc

/// The grams that a model knows, with how much each says: the fewer texts have it, the more.
struct GramWeights {
    /// A gram of a single text says nothing of others.
    private static let leastTexts = 2
    /// A model has at most so many weights (bytes): with many categories it knows fewer grams, the commonest.
    private static let mostWeights = 8 << 20

    /// The numbers of the grams, rising.
    let keys: [UInt32]
    /// The weight of each, in steps of `step` above 1.
    let steps: [UInt8]
    /// The size of a step.
    let step: Float

    init(_ set: TrainingSet, rows: [Int]) {
        var all: [UInt32] = []
        all.reserveCapacity(rows.reduce(0) { $0 + set.grams[$1].keys.count })
        for row in rows { all += set.grams[row].keys }
        all.sort()
        var found: [(key: UInt32, texts: Int)] = []
        var position = 0
        while position < all.count {
            let start = position
            while position < all.count, all[position] == all[start] { position += 1 }
            if position - start >= Self.leastTexts { found.append((all[start], position - start)) }
        }
        let room = max(1, Self.mostWeights / set.labels.count)
        if found.count > room {
            found.sort { ($1.texts, $0.key) < ($0.texts, $1.key) }
            found.removeLast(found.count - room)
            found.sort { $0.key < $1.key }
        }
        let texts = Float(rows.count + 1)
        step = logf(texts) / 255
        let step = max(step, .leastNormalMagnitude)
        keys = found.map(\.key)
        steps = found.map { UInt8(min(255, (logf(texts / Float($0.texts + 1)) / step).rounded())) }
    }

    /// What a text has of it: places and weights, of length 1 together.
    func vector(of grams: Grams) -> (places: [Int32], values: [Float]) {
        var places: [Int32] = []
        var values: [Float] = []
        var place = 0
        for (key, weight) in zip(grams.keys, grams.weights) {
            while place < keys.count, keys[place] < key { place += 1 }
            guard place < keys.count else { break }
            guard keys[place] == key else { continue }
            places.append(Int32(place))
            values.append(weight * (1 + step * Float(steps[place])))
        }
        let square = values.reduce(0) { $0 + $1 * $1 }
        let scale = square > 0 ? 1 / square.squareRoot() : 0
        return (places, values.map { $0 * scale })
    }
}
