/// What a row may cost on stores of some sizes; on others it is only shown. Ratios count, absolute figures are for
/// two cores.
struct Budget {
    enum Limit {
        /// The median, in the row's unit.
        case atMost(Double)
        /// The median as a multiple of the floor.
        case ratioAtMost(Double)
        /// A rate as a share of the floor's.
        case ratioAtLeast(Double)

        func isMet(by row: Row) -> Bool {
            switch self {
            case .atMost(let limit): row.median <= limit
            case .ratioAtMost(let limit): row.ratio.map { $0 <= limit } ?? false
            case .ratioAtLeast(let limit): row.ratio.map { $0 >= limit } ?? false
            }
        }

        var words: String {
            switch self {
            case .atMost(let limit): "<= \(Cells.number(limit))"
            case .ratioAtMost(let limit): "<= \(Cells.number(limit)) x"
            case .ratioAtLeast(let limit): ">= \(Cells.number(limit)) x"
            }
        }
    }

    let name: String
    let sizes: [Int]
    let limit: Limit

    private init(_ name: String, _ sizes: [Int], _ limit: Limit) {
        self.name = name
        self.sizes = sizes
        self.limit = limit
    }

    private static let million = 1_000_000
    private static let fiveMillion = 5_000_000

    static let all = [
        Budget("simulate", [million], .atMost(180)),
        Budget("simulate", [fiveMillion], .atMost(1200)),
        Budget("simulate: last portion / first", [fiveMillion], .ratioAtLeast(0.7)),
        Budget("call", [million], .atMost(15)),
        Budget("call / on an empty store", [million], .ratioAtMost(1.3)),
        Budget("intake in process", [million], .ratioAtLeast(0.5)),
        Budget("16 processes: all together", [million], .ratioAtLeast(0.6)),
        Budget("16 processes: p99", [million], .atMost(500)),
        Budget("16 processes: refused", [million], .atMost(0)),
        Budget("import", [million], .ratioAtLeast(0.35)),
        Budget("import / without callers", [million], .ratioAtLeast(0.7)),
        Budget("import / into the smallest store", [fiveMillion], .ratioAtLeast(0.7)),
        Budget("bulletin", [million], .atMost(30)),
        Budget("bulletin of 55,000 cases", [fiveMillion], .atMost(120)),
        Budget("queue", [fiveMillion], .atMost(25)),
        Budget("queue dispatch", [fiveMillion], .atMost(25)),
        Budget("show", [fiveMillion], .atMost(25)),
        Budget("list", [fiveMillion], .atMost(25)),
        Budget("list --as-of", [fiveMillion], .atMost(60)),
        Budget("find", [million], .atMost(25)),
        Budget("find", [fiveMillion], .atMost(60)),
        Budget("a field of the form is left: worst", [million], .atMost(50)),
        Budget("hot of 30 days", [fiveMillion], .atMost(100)),
        Budget("hot of 365 days", [fiveMillion], .atMost(250)),
        Budget("hot of 30 days, phrases", [fiveMillion], .atMost(3000)),
        Budget("rates of a month", [fiveMillion], .atMost(300)),
        Budget("ranking of a month", [fiveMillion], .atMost(300)),
        Budget("verify", [million], .atMost(20_000)),
        Budget("verify --search", [million], .atMost(60_000)),
        Budget("memory, the most of all", [fiveMillion], .atMost(150)),
        Budget("store, bytes a case of 80 characters and 4 events", [million, fiveMillion], .atMost(2200)),
    ]
}
