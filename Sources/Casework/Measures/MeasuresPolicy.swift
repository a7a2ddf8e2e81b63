/// What of rates, rankings and zones a city decides.
public struct MeasuresPolicy: Hashable, Sendable {
    /// How the three rates are counted.
    public var rates = RatesRule()
    /// Whether every callback of a case counts, and not only the last one of the period.
    public var countsEveryCallback = false
    /// Whether callbacks about answers on the spot are left out.
    public var leavesOutDirect = true
    /// Codes of the kinds whose callbacks are left out: enquiries, thanks.
    public var leftOutKinds: Set<String> = []
    /// When offices work, for handling times.
    public var hours: WorkingHours?
    /// What a ranking's score is made of.
    public var weights = ScoreWeights()
    /// With fewer callbacks in the period nobody is ranked.
    public var minimum = 1
    /// The zones of units from one month to the next.
    public var zones: ZoneRule?

    /// The policy that holds where a city says nothing.
    public init() {}
}

/// How much each rate weighs in a ranking's score; 0 leaves one out.
public struct ScoreWeights: Hashable, Sendable {
    /// 响应率
    public var response = 1
    /// 解决率
    public var resolution = 1
    /// 满意率
    public var satisfaction = 1
    /// 按时签收率
    public var signing = 0
    /// 按时办结率
    public var finishing = 0
    /// What is left of 100% after 退单率.
    public var keeping = 0

    /// The three rates alone, with the same weight.
    public init() {}
}
