/// The weights that best tell the texts of one category from all others: a linear support vector machine with squared
/// hinge loss, by dual coordinate descent (Hsieh and others, 2008).
struct Separator {
    /// How dear a text on the wrong side is beside large weights.
    private static let cost: Float = 2
    /// It ends when no text's gradient differs by more than this from another's.
    private static let tolerance: Float = 0.1
    private static let mostRounds = 60

    /// The weight of each gram.
    private(set) var weights: [Float]
    /// What is added for any text.
    private(set) var bias: Float = 0

    /// - Parameter belongs: of each row, whether it is of the category.
    init(_ rows: TextVectors, belongs: [Bool]) {
        weights = Array(repeating: 0, count: rows.width)
        var dual = Array(repeating: Float(0), count: rows.count)
        var order = Array(0..<rows.count)
        var active = rows.count
        var chance = Scatter(seed: 1)
        var ceiling = Float.infinity
        for _ in 0..<Self.mostRounds {
            var (highest, lowest) = (-Float.infinity, Float.infinity)
            var position = 0
            while position < active {
                order.swapAt(position, position + chance.below(active - position))
                let row = order[position]
                let sign: Float = belongs[row] ? 1 : -1
                let gradient = sign * margin(rows, row) - 1 + dual[row] / (2 * Self.cost)
                if dual[row] == 0, gradient > ceiling {
                    // Far on the right side: it is looked at again at the end.
                    active -= 1
                    order.swapAt(position, active)
                    continue
                }
                position += 1
                let slope = dual[row] == 0 ? min(gradient, 0) : gradient
                (highest, lowest) = (max(highest, slope), min(lowest, slope))
                guard slope != 0 else { continue }
                // A row has length 1, and so has what the bias adds to it.
                let new = max(dual[row] - gradient / (2 + 1 / (2 * Self.cost)), 0)
                move(rows, row, by: (new - dual[row]) * sign)
                dual[row] = new
            }
            ceiling = highest > 0 ? highest : .infinity
            guard highest - lowest <= Self.tolerance else { continue }
            if active == rows.count { break }
            active = rows.count
            ceiling = .infinity
        }
    }

    /// How far on the category's side a row is.
    func margin(_ rows: TextVectors, _ row: Int) -> Float {
        var sum = bias
        for place in rows.starts[row]..<rows.starts[row + 1] {
            sum += weights[Int(rows.places[place])] * rows.values[place]
        }
        return sum
    }

    private mutating func move(_ rows: TextVectors, _ row: Int, by change: Float) {
        bias += change
        for place in rows.starts[row]..<rows.starts[row + 1] {
            weights[Int(rows.places[place])] += change * rows.values[place]
        }
    }
}
