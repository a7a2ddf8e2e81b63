import Desk

/// Which cases are wanted.
struct FilterOptions {
    @Option("from", "日期", "从哪天起") var from: String?
    @Option("to", "日期", "到哪天止") var to: String?
    @Option("category", "分类", "分类，含下级") var category: String?
    @Option("district", "区县", "区县") var district: String?
    @Option("street", "街道", "街道、乡镇") var street: String?
    @Option("community", "社区", "社区、村") var community: String?
    @Option("spot", "点位", "点位") var spot: String?
    @Option("unit", "单位", "承办单位") var unit: String?
    @Option("channel", "渠道", "渠道") var channel: String?
    @Option("kind", "类型", "诉求类型") var kind: String?
    @Option("stage", "环节", "环节，如 待处置、已办结") var stage: String?
    @Option("signal", "信号", "信号：red、yellow 或 green") var signal: String?

    /// The request in which nothing but the filter is given.
    var request: ListRequest {
        var request = ListRequest()
        request.from = from
        request.to = to
        request.category = category
        request.district = district
        request.street = street
        request.community = community
        request.spot = spot
        request.unit = unit
        request.channel = channel
        request.kind = kind
        request.stage = stage
        request.signal = signal
        return request
    }
}
