import CaseStore
import Casework
import Desk
import TestSupport

extension RandomWork {
    private static let actions = Action.allCases.filter { !$0.isConsequence && $0 != .contact }

    /// Does something to a case that there is: mostly what can be done to it, now and then anything.
    mutating func handle() throws {
        let at = moment()
        let name = pick(numbers)
        let possible: [Action] = try bench.desk.store.read { reader in
            guard let file = try CaseNumber(name).flatMap({ try reader.caseFile($0) }) else {
                return []
            }
            return Workflow.possible(on: file, policy: try reader.settings().policy).filter {
                $0 != .contact
            }
        }
        let likely = pick(possible.isEmpty ? Self.actions : possible)
        // What ends a case is done less often than what goes on with it.
        let ends: Set<Action> = [.void, .merge, .withdraw, .refuse, .relay, .close]
        var action = pick([pick(Self.actions), likely, likely])
        if ends.contains(action), Int.random(in: 0..<3, using: &generator) > 0 {
            action = pick(possible.isEmpty ? Self.actions : possible)
        }
        if action == .void, Int.random(in: 0..<3, using: &generator) > 0 {
            action = .urge
        }
        let number = name + pick(["", "", "", "-1", "-2"])
        if action == .attach {
            var request = AttachRequest(number: number)
            request.at = at
            request.files = [("现场.jpg", [UInt8.random(in: 0...9, using: &generator)])]
            request.isOpen = pick([true, false])
            _ = try bench.desk.attach(request)
            return count(action)
        }
        var request = HandlingRequest(action, numbers: [number])
        request.at = at
        give(&request)
        _ = try bench.desk.handle(request)
        count(action)
    }

    private mutating func give(_ request: inout HandlingRequest) {
        let units = ["东岭区", "西浦区", "桥头镇政府", "云州水务公司", "云州道路养护中心"]
        switch request.action {
        case .dispatch, .pass, .rule, .review, .rework:
            request.unit = request.action == .pass ? pick(["桥头镇政府", pick(units)]) : pick(units)
            request.coUnits = pick([[], [], [pick(units)], [pick(units), pick(units)]])
            request.makesRule = request.action == .rule && pick([true, false])
        case .sendBack: request.unit = pick([nil, pick(units)])
        case .sign, .reply: request.unit = pick([nil, nil, nil, pick(units)])
        case .merge: request.target = pick(numbers)
        case .suspend:
            (request.until, request.leader) = (pick(["2024-03-20", "2024-12-31"]), pick(["分管副市长", "东岭区区长"]))
        case .callback:
            (request.responded, request.resolved) = ("yes", pick(["yes", "partly", "no"]))
            request.satisfaction = pick(["满意", "基本满意", "不满意", "未评价"])
        case .amend:
            var correction = Correction()
            correction.category = pick(["噪音", "用水/水质", "道路", nil])
            correction.spot = pick(["", "柳园", nil])
            correction.disposition = pick(["direct", "transfer", nil, nil, nil])
            request.correction = correction
        default: break
        }
        if [.review, .extend, .supervise].contains(request.action) {
            request.verdict = pick([nil, true, false])
        }
        if request.action == .extend, request.verdict != false {
            request.amount = pick([nil, "1", "3", "4"])
        }
        request.reply = [.direct, .reply, .strike, .refuse].contains(request.action) ? "已处理" : nil
        request.note = [.reply, .suspend].contains(request.action) ? "电话告知" : nil
        switch request.action {
        case .sendBack: request.reason = pick(["不归本单位管", "地址不在辖区"])
        case .refuse: request.reason = pick(["诉讼", "信访"])
        case .relay: request.reason = pick(["110", "119", "120", "122"])
        default: request.reason = "有原因"
        }
    }
}

extension DeskError {
    /// Whether the rules refuse what was asked for, and nothing is wrong with the program.
    var isRefusal: Bool {
        switch self {
        case .withOtherUnit, .notBelow, .targetMerged, .targetFollows, .targetAside, .targetOver,
            .hasFollowers, .sameUnit, .otherUnit, .notInvolved, .noDistrict, .noDistrictForRule,
            .beforeLast, .missing:
            true
        default: false
        }
    }
}
