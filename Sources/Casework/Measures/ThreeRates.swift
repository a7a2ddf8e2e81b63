/// The three rates (三率) of the connected callbacks that were added: 响应率, 解决率 and 满意率.
///
/// Which callbacks count (those made in the period, the last one of a case, no direct answers) is decided
/// by who adds them.
public struct ThreeRates: Hashable, Sendable {
    /// How the city counts.
    public let rule: RatesRule
    /// Callbacks: 回访.
    public private(set) var calledBack = 0
    /// Those whose unit got in touch with the caller: 响应.
    public private(set) var responded = 0
    /// 解决
    public private(set) var resolved = 0
    /// 部分解决
    public private(set) var partly = 0
    /// 未解决
    public private(set) var unresolved = 0
    /// 满意
    public private(set) var satisfied = 0
    /// 基本满意
    public private(set) var fairly = 0
    /// 不满意
    public private(set) var dissatisfied = 0
    /// 未评价
    public private(set) var unrated = 0

    /// The rates of no callback yet.
    public init(rule: RatesRule) {
        self.rule = rule
    }

    /// The rates of these outcomes.
    public init(_ outcomes: some Sequence<CallbackOutcome>, rule: RatesRule) {
        self.init(rule: rule)
        for outcome in outcomes { add(outcome) }
    }

    /// Counts callbacks that had the same outcome.
    public mutating func add(_ outcome: CallbackOutcome, count: Int = 1) {
        calledBack += count
        if outcome.responded { responded += count }
        switch outcome.resolved {
        case .yes: resolved += count
        case .partly: partly += count
        case .no: unresolved += count
        }
        switch outcome.satisfaction {
        case .satisfied: satisfied += count
        case .fairly: fairly += count
        case .dissatisfied: dissatisfied += count
        case .unrated: unrated += count
        }
    }

    /// The denominator of 满意率: those who rated, or all who were called back, as the rule says.
    public var rated: Int {
        rule.countsUnrated ? calledBack : calledBack - unrated
    }

    /// 响应率: responded of those called back.
    public var response: Rate {
        Rate(responded, of: calledBack)
    }

    /// 解决率: resolved of those called back.
    public var resolution: Rate {
        Rate(rule.countsPartly ? resolved + partly : resolved, of: calledBack)
    }

    /// 满意率: 满意, and 基本满意 with its weight, of those who rated.
    public var satisfaction: Rate {
        Rate(thousandths: satisfied * 1000 + fairly * rule.fairlyWeight, of: rated)
    }
}
