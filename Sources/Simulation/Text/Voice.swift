/// In what way somebody speaks: to complain, to ask, to thank …
enum Voice: CaseIterable {
    case complaint, plea, question, advice, thanks, report

    /// The voice of a kind of request, by its name; a plea where the name is unknown.
    init(kind name: String) {
        self = Self.allCases.first { $0.words.contains { name.contains($0) } } ?? .plea
    }

    private var words: [String] {
        switch self {
        case .complaint: ["投诉"]
        case .plea: ["求助"]
        case .question: ["咨询", "询问"]
        case .advice: ["建议"]
        case .thanks: ["感谢", "表扬", "点赞"]
        case .report: ["举报"]
        }
    }

    /// How often it comes among a hundred, and how likely the agent can answer at once.
    var habit: (weight: Double, direct: Double) {
        switch self {
        case .complaint: (46, 0.42)
        case .plea: (32, 0.5)
        case .question: (14, 0.95)
        case .advice: (4, 0.8)
        case .thanks: (1.5, 1)
        case .report: (2.5, 0.25)
        }
    }

    /// How it begins.
    var openings: [Phrase] {
        switch self {
        case .complaint: Self.complaining
        case .plea: Self.pleading
        case .question: Self.asking
        case .advice: Self.advising
        case .thanks: Self.thanking
        case .report: Self.reporting
        }
    }

    /// What is wanted in the end.
    var wants: [Phrase] {
        switch self {
        case .complaint, .plea: Self.demands
        case .question: Self.answers
        case .advice: Self.changes
        case .thanks: Self.praises
        case .report: Self.inquiries
        }
    }

    private static let complaining = Phrase.all([
        "", "", "", "市民反映：", "来电人称，", "您好，", "我想反映一下，", "你好，我要投诉，", "诉求人表示，", "投诉：",
    ])
    private static let pleading = Phrase.all([
        "", "", "", "来电求助，", "您好，", "麻烦帮一下，", "诉求人称，", "你好，想请你们帮忙，", "市民求助：",
    ])
    private static let asking = Phrase.all(["咨询：", "请问，", "麻烦问一下，", "想问问，", "您好，咨询一下，"])
    private static let advising = Phrase.all(["建议：", "我有个建议，", "提个意见，", "市民建议："])
    private static let thanking = Phrase.all(["感谢：", "来电表扬，", "特意打电话感谢，", "想说声谢谢，"])
    private static let reporting = Phrase.all(["举报：", "我要举报，", "来电举报，", "不愿留名，反映一下，"])
    private static let demands = Phrase.all([
        "希望尽快处理", "请派人到现场看看", "请给个明确答复", "希望有关部门管一管", "请核实后回电", "希望彻底解决",
        "请督促整改", "想知道什么时候能解决", "希望按规定办", "请帮忙协调", "请说明依据", "盼复",
    ])
    private static let answers = Phrase.all([
        "请问归哪个单位管", "想知道该怎么办", "请问有没有规定", "想知道什么时候能解决", "请答复", "请问要带什么材料",
    ])
    private static let changes = Phrase.all([
        "建议早点改善", "希望能采纳", "建议列入计划", "希望统一规划一下", "建议听听大家的意见",
    ])
    private static let praises = Phrase.all(["特此表扬", "请转达谢意", "希望继续保持", "给他们点赞"])
    private static let inquiries = Phrase.all(["请依法查处", "请到现场检查", "请替我保密", "希望从严处理"])
    /// For what people thank.
    static let merits = Phrase.all([
        "之前反映的事情处理得很快", "工作人员态度特别好", "问题解决得很彻底", "师傅冒雨赶来修好了", "第二天就有人上门办妥",
        "解释得很耐心，办得也利索",
    ])
}
