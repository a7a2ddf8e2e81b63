/// The round numbers beside a chart.
struct ChartScale {
    /// From 0 to `top` in equal steps.
    let ticks: [Int]

    /// The end of the scale; at least 1.
    var top: Int { ticks.last ?? 1 }

    /// At most five steps of 1, 2 or 5 times a power of ten that reach the greatest value.
    init(greatest: Int) {
        var step = 1
        var factors = [2, 5, 10]
        var decade = 1
        while greatest > step * 5 {
            step = decade * factors.removeFirst()
            if factors.isEmpty {
                decade *= 10
                factors = [2, 5, 10]
            }
        }
        let steps = max(1, (greatest + step - 1) / step)
        ticks = (0...steps).map { $0 * step }
    }
}
