import Desk

/// Which cases are wanted.
struct FilterOptions {
    @Option("从哪天起", "日期") var from: String?
    @Option("到哪天止", "日期") var to: String?
    @Option("分类，含下级", "分类") var category: String?
    @Option("区县", "区县") var district: String?
    @Option("街道、乡镇", "街道") var street: String?
    @Option("社区、村", "社区") var community: String?
    @Option("点位", "点位") var spot: String?
    @Option("承办单位", "单位") var unit: String?
    @Option("渠道", "渠道") var channel: String?
    @Option("诉求类型", "类型") var kind: String?
    @Option("环节，如 待处置、已办结", "环节") var stage: String?
    @Option("信号：red、yellow 或 green", "信号") var signal: String?

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
