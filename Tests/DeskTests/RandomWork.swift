import Casework
import Desk
import SplitMix
import TestSupport

/// A person who does whatever comes to mind at a bench; what the workflow refuses is left.
struct RandomWork {
    let bench: Workbench
    var generator: SplitMix64
    private(set) var numbers: [String] = []
    private var second = 0
    /// Of ten steps so many take a call or message.
    var calls = 4
    /// At most so many seconds lie between two steps.
    var pace = 5000
    /// How many steps were possible.
    private(set) var done = 0
    /// How often each action was possible.
    private(set) var counts: [Action: Int] = [:]

    init(bench: Workbench, generator: SplitMix64) {
        self.bench = bench
        self.generator = generator
    }

    /// Later moments on 18 to 21 March, so that actions come in order.
    mutating func moment() -> String {
        second += Int.random(in: 60...pace, using: &generator)
        second = min(second, 4 * 86_400 - 1)
        let day = 18 + second / 86_400
        let (hour, minute) = (second % 86_400 / 3600, second / 60 % 60)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "2024-03-\(day) \(two(hour)):\(two(minute)):\(two(second % 60))"
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &generator)]
    }

    mutating func count(_ action: Action) {
        counts[action, default: 0] += 1
    }

    mutating func step() throws {
        do {
            if numbers.isEmpty || Int.random(in: 0..<10, using: &generator) < calls {
                try take()
            } else {
                try handle()
            }
            done += 1
        } catch is WorkflowError {
        } catch let error as DeskError where error.isRefusal {
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
}
