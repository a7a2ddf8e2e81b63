/// What a text says, as weights of numbered terms, by rising number.
struct TermVector: Sendable {
    private(set) var terms: [Int32] = []
    private(set) var weights: [Float] = []

    /// The product of a vector with itself.
    var square: Double { weights.reduce(0) { $0 + Double($1) * Double($1) } }

    init() {}

    /// - Parameter entries: with rising numbers.
    init(_ entries: some Sequence<(term: Int32, weight: Float)>) {
        let entries = Array(entries)
        terms = entries.map(\.term)
        weights = entries.map(\.weight)
    }

    /// Of length 1; an empty vector stays empty.
    func unit() -> TermVector {
        let length = square.squareRoot()
        guard length > 0 else { return self }
        var unit = self
        for index in weights.indices { unit.weights[index] = Float(Double(weights[index]) / length) }
        return unit
    }

    /// Which share of this vector's square lies in terms that the other has too.
    func share(in other: TermVector) -> Double {
        let terms = Set(other.terms)
        let all = square
        let common = zip(self.terms, weights).reduce(0.0) {
            $0 + (terms.contains($1.0) ? Double($1.1) * Double($1.1) : 0)
        }
        return all > 0 ? min(1, common / all) : 0
    }

    /// The product of two vectors.
    func dot(_ other: TermVector) -> Double {
        terms.withUnsafeBufferPointer { mine in
            other.terms.withUnsafeBufferPointer { theirs in
                var sum = 0.0
                var (left, right) = (0, 0)
                while left < mine.count, right < theirs.count {
                    let (first, second) = (mine[left], theirs[right])
                    if first == second { sum += Double(weights[left] * other.weights[right]) }
                    if first <= second { left += 1 }
                    if second <= first { right += 1 }
                }
                return sum
            }
        }
    }

    static func + (left: TermVector, right: TermVector) -> TermVector {
        var sum = TermVector()
        sum.terms.reserveCapacity(left.terms.count + right.terms.count)
        sum.weights.reserveCapacity(left.terms.count + right.terms.count)
        var (first, second) = (0, 0)
        while first < left.terms.count || second < right.terms.count {
            let isLeft =
                second == right.terms.count
                || first < left.terms.count && left.terms[first] <= right.terms[second]
            let isRight =
                first == left.terms.count
                || second < right.terms.count && right.terms[second] <= left.terms[first]
            sum.terms.append(isLeft ? left.terms[first] : right.terms[second])
            sum.weights.append((isLeft ? left.weights[first] : 0) + (isRight ? right.weights[second] : 0))
            if isLeft { first += 1 }
            if isRight { second += 1 }
        }
        return sum
    }
}
