import Casework
import Simulation

extension Wording {
    /// The wording of what cannot be made up.
    static func complaint(_ error: SimulationError) -> Complaint {
        switch error {
        case .tooManyOnADay(let day, let count, let most):
            Complaint(.usage, "\(day) 一天有 \(count) 件，工单号不够用", "一天最多 \(most) 件：减少 --cases，或加长日期。")
        case .tooMuchHidden(let needed, let most):
            Complaint(
                .usage, "要藏进去的至少有 \(needed) 件，超过总数的一半（\(most) 件）",
                "加大 --cases，或减少 --issues、--clusters、--bursts。")
        case .noPlaceLeft(let hidden, let asked):
            Complaint(
                .usage, "要藏 \(asked) 处，藏了 \(hidden) 处以后再找不到合适的地点", "减少 --issues、--clusters。")
        case .bareCity:
            Complaint(.configuration, "城市配置里没有渠道、诉求类型、分类或时限等级", "补全配置后再模拟。")
        }
    }
}
