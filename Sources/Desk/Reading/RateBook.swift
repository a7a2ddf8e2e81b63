import Casework

/// Figures of the whole and of its parts, as they are counted.
struct RateBook {
    /// What tells a part from others.
    struct Key {
        let code: String
        let name: String
        var population: Int?
    }

    private(set) var total: RateFigures
    private var byCode: [String: RateFigures] = [:]

    init(rule: RatesRule) {
        total = Self.empty(Key(code: "", name: ""), rule)
    }

    /// The parts by name.
    var parts: [RateFigures] {
        byCode.values.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    mutating func add(to key: Key?, _ count: (inout RateFigures) -> Void) {
        count(&total)
        guard let key else { return }
        count(&byCode[key.code, default: Self.empty(key, total.raw.rule)])
    }

    private static func empty(_ key: Key, _ rule: RatesRule) -> RateFigures {
        RateFigures(
            code: key.code, name: key.name, raw: ThreeRates(rule: rule), adjusted: ThreeRates(rule: rule),
            population: key.population)
    }
}
