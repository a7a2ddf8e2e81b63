@testable import Insight

/// Made-up texts of three categories.
enum Lessons {
    private static let words: [(label: Int64, words: [String])] = [
        (10, ["楼道漏水", "物业不管", "电梯停用", "保洁没来", "门禁坏了"]),
        (20, ["拖欠工资", "工地欠薪", "没签合同", "社保没缴", "加班不给钱"]),
        (30, ["公交不来", "等车太久", "站牌倒了", "司机甩站", "线路改道"]),
    ]
    private static let fillers = ["已经一个月", "找过几次", "没有结果", "请处理", "影响生活", "希望答复"]

    static func texts(_ count: Int, seed: UInt64 = 7) -> [LabelledText] {
        var chance = Scatter(seed: seed)
        return (0..<count).map { _ in
            let topic = words[chance.below(words.count)]
            let parts = [
                topic.words[chance.below(5)], topic.words[chance.below(5)], fillers[chance.below(6)],
                fillers[chance.below(6)],
            ]
            return LabelledText(parts.joined(separator: "，"), label: topic.label)
        }
    }
}
