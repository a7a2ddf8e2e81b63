extension Site {
    /// How long the store took to make, and whether its growth slowed that down. Of a store that an earlier run made the
    /// rows say so.
    func making() -> [Row] {
        let portions = stores.makings.prefix(stores.plan.portions.count)
        let seconds = portions.reduce(0) { $0 + $1.seconds }
        guard let first = portions.first, let last = portions.last, seconds > 0 else { return [] }
        func name(_ name: String) -> String { stores.isMade ? name : Row.ofEarlierRun(name) }
        var rates = Samples()
        for portion in portions { rates.add(Double(portion.cases) / portion.seconds) }
        var rows = [
            Row.once(name("simulate"), size, "s", seconds),
            .more(name("simulate: each portion"), size, "cases/s", rates),
        ]
        if portions.count > 1 {
            let rate = Row.once(
                name("simulate: last portion / first"), size, "cases/s", Double(last.cases) / last.seconds)
            rows.append(rate.over(Double(first.cases) / first.seconds, "the first"))
        }
        return rows
    }
}
