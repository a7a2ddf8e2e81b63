extension ThreeRates {
    /// How 响应率 was counted: `响应670÷回访670`.
    public var responseFormula: String {
        "响应\(responded)÷回访\(calledBack)"
    }

    /// How 解决率 was counted: `解决663÷回访670`, or `（解决663＋部分解决5）÷回访670` where the rule counts
    /// these.
    public var resolutionFormula: String {
        (rule.countsPartly ? "（解决\(resolved)＋部分解决\(partly)）" : "解决\(resolved)") + "÷回访\(calledBack)"
    }

    /// How 满意率 was counted: `（满意614＋0.6×基本满意34）÷已评价670`, with `回访` for `已评价` where
    /// 未评价 stays in.
    public var satisfactionFormula: String {
        let numerator =
            switch rule.fairlyWeight {
            case 0: "满意\(satisfied)"
            case 1000: "（满意\(satisfied)＋基本满意\(fairly)）"
            case let weight: "（满意\(satisfied)＋\(decimalText(weight, places: 3))×基本满意\(fairly)）"
            }
        return numerator + (rule.countsUnrated ? "÷回访\(rated)" : "÷已评价\(rated)")
    }
}
