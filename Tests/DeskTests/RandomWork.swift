import Casework
import Desk
import TestSupport

/// A person who does whatever comes to mind at a bench; what the workflow refuses is left.
struct RandomWork {
    let bench: Workbench
    var generator: SeededGenerator
    private var numbers: [String] = []
    private var second = 0
    /// How many steps were possible.
    private(set) var done = 0

    init(bench: Workbench, generator: SeededGenerator) {
        self.bench = bench
        self.generator = generator
    }

    /// Later moments on 18 to 21 March, so that actions come in order.
    private mutating func moment() -> String {
        second += Int.random(in: 60...5000, using: &generator)
        second = min(second, 4 * 86_400 - 1)
        let day = 18 + second / 86_400
        let (hour, minute) = (second % 86_400 / 3600, second / 60 % 60)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "2024-03-\(day) \(two(hour)):\(two(minute)):\(two(second % 60))"
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &generator)]
    }

    mutating func step() throws {
        do {
            if numbers.isEmpty || Int.random(in: 0..<10, using: &generator) < 4 {
                try take()
            } else {
                try handle()
            }
            done += 1
        } catch is WorkflowError {
        } catch DeskError.withOtherUnit {
        }
    }

    private mutating func take() throws {
        let at = moment()
        if Int.random(in: 0..<12, using: &generator) == 0 {
            var request = IntakeRequest()
            request.at = at
            request.phone = "13800000000"
            _ = try bench.desk.recordInvalid(request, reason: pick(["沉默", "误拨"]))
            return
        }
        let about = numbers.isEmpty || Int.random(in: 0..<3, using: &generator) > 0 ? nil : pick(numbers)
        let decision = Int.random(in: 0..<4, using: &generator)
        let (category, kind) = (
            pick(["噪音", "用水", "用水/停水", "用水/停水/计划停水", "道路", "其他"]), pick(["投诉", "询问", "点赞"])
        )
        let channel = pick([nil, nil, nil, "移动专线", "云州通", "民声邮箱", "巡查员"])
        let unit = pick(["东岭区", "西浦区", "云州水务公司"])
        let (district, spot, title) = (
            pick(["东岭区", "西浦区", nil]), pick(["", "柳园", "=1+1"]), pick(["", "-标题", "@x"])
        )
        let receipt = try bench.call(
            category, at: at, kind: kind, content: "样例，\"引号\"\n第二行", direct: decision == 0 ? "已答复" : nil,
            to: decision == 1 ? unit : nil, about: about, channel: channel
        ) { request in
            request.district = district
            request.spot = spot
            request.title = title
            request.name = "样例人"
        }
        numbers.append(receipt.number.description)
    }

    private mutating func handle() throws {
        let number = pick(numbers) + pick(["", "", "-1", "-2"])
        let at = moment()
        let unit = pick(["东岭区", "西浦区", "桥头镇政府"])
        switch Int.random(in: 0..<10, using: &generator) {
        case 0, 1: try bench.act(.direct, number, at: at) { $0.reply = "已办" }
        case 2, 3: try bench.act(.dispatch, number, at: at) { $0.unit = unit }
        case 4:
            try bench.act(.reply, number, at: at) {
                $0.reply = "已处理"
                $0.note = "电话告知"
            }
        case 5, 6:
            let (resolved, satisfaction) = (
                pick(["yes", "partly", "no"]), pick(["满意", "基本满意", "不满意", "未评价"])
            )
            try bench.callback(number, at: at, resolved: resolved, satisfaction: satisfaction)
        case 7: try bench.act(.attempt, number, at: at)
        case 8:
            let category = pick(["噪音", "用水/水质", "道路"])
            try bench.act(.amend, number, at: at) { request in
                var correction = Correction()
                correction.category = category
                request.correction = correction
                request.reason = "更正"
            }
        default: try bench.act(.void, number, at: at) { $0.reason = "作废" }
        }
    }
}
