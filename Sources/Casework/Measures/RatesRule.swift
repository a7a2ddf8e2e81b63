/// How a city counts the three rates (三率) where the sources leave it open.
public struct RatesRule: Hashable, Sendable {
    /// What 基本满意 counts in 满意率, in thousandths of 满意; 0 to 1,000. 600 is inferred from the notice
    /// of June 2024: of 670 called back 614 were 满意 and 34 基本满意, and 94.69% was printed.
    public var fairlyWeight: Int
    /// Whether 部分解决 counts as resolved.
    public var countsPartly: Bool
    /// Whether 未评价 stays in the denominator of 满意率.
    public var countsUnrated: Bool

    /// A rule; as it stands where a city sets nothing, 基本满意 counts 0.6, 部分解决 is not resolved, and
    /// 未评价 leaves the denominator.
    public init(fairlyWeight: Int = 600, countsPartly: Bool = false, countsUnrated: Bool = false) {
        self.fairlyWeight = fairlyWeight
        self.countsPartly = countsPartly
        self.countsUnrated = countsUnrated
    }
}
