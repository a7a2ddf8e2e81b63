/// Choices of which some come more often than others.
struct Weights {
    private(set) var cumulative: [Double] = []

    init(_ weights: some Sequence<Double>) {
        var sum = 0.0
        for weight in weights {
            sum += max(0, weight)
            cumulative.append(sum)
        }
    }

    /// Of so many choices the first comes most often, the second half as often, the third a third as often (Zipf).
    init(zipf count: Int) {
        self.init((0..<count).lazy.map { 1 / Double($0 + 1) })
    }

    var total: Double { cumulative.last ?? 0 }
    var isEmpty: Bool { total <= 0 }

    /// How likely a choice is.
    func share(_ index: Int) -> Double {
        guard total > 0 else { return 0 }
        return (cumulative[index] - (index > 0 ? cumulative[index - 1] : 0)) / total
    }

    /// One of the choices; the first where all weigh nothing.
    func pick(_ random: inout Random) -> Int {
        let mark = random.unit() * total
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > mark { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
