extension Site {
    /// How long the store took to make, and whether its growth slowed that down.
    func making() -> [Row] {
        let portions = stores.makings.prefix(stores.plan.portions.count)
        let seconds = portions.reduce(0) { $0 + $1.seconds }
        guard let first = portions.first, let last = portions.last, seconds > 0 else { return [] }
        var rates = Samples()
        for portion in portions { rates.add(Double(portion.cases) / portion.seconds) }
        var rows = [
            Row.once("simulate", size, "s", seconds), .more("simulate: each portion", size, "cases/s", rates),
        ]
        if portions.count > 1 {
            let rate = Row.once(
                "simulate: last portion / first", size, "cases/s", Double(last.cases) / last.seconds)
            rows.append(rate.over(Double(first.cases) / first.seconds, "the first"))
        }
        return rows
    }
}
