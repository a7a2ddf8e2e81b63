import Casework
import Insight

/// A field that takes one of a closed set of words.
enum Choice {
    static func urgency(_ text: String) throws -> Urgency {
        try pick("--urgency", text, Urgency.allCases.map { ([Terms.name($0), $0.rawValue], $0) })
    }

    static func stage(_ text: String) throws -> Stage {
        try pick("--stage", text, Stage.allCases.map { ([Terms.name($0), $0.rawValue], $0) })
    }

    static func queue(_ text: String) throws -> QueueName {
        try pick("队列", text, QueueName.allCases.map { ([$0.rawValue, Terms.name($0)], $0) })
    }

    static func hotGrouping(_ text: String) throws -> HotRequest.Grouping {
        try pick(
            "--by", text,
            [
                (["category", "分类"], .category), (["district", "区县"], .district),
                (["street", "街道", "街道乡镇"], .street), (["spot", "点位"], .spot),
            ])
    }

    static func issueRanking(_ text: String) throws -> IssueRanking.Order {
        try pick("--by", text, [(["callers", "人数"], .callers), (["score", "热度"], .score)])
    }

    static func grouping(_ text: String) throws -> RateGrouping {
        try pick(
            "--by", text,
            [
                (["unit", "单位", "承办单位"], .unit), (["district", "区县"], .district),
                (["street", "街道", "街道乡镇"], .street), (["category", "分类"], .category),
            ])
    }

    static func role(_ text: String) throws -> Role {
        try pick("--role", text, Role.allCases.map { ([Terms.name($0), $0.rawValue], $0) })
    }

    static func signal(_ text: String) throws -> Signal {
        try pick("--signal", text, Signal.allCases.map { ([$0.rawValue, Terms.name($0)], $0) })
    }

    static func disposition(_ text: String) throws -> Disposition {
        try pick(
            "--disposition", text,
            [
                (["direct", "直接办理"], .direct),
                (["transfer", "转交责任单位办理", "转交", "transferred"], .transferred),
            ])
    }

    static func responded(_ text: String) throws -> Bool {
        try pick("--responded", text, [(["yes", "是", "已响应"], true), (["no", "否", "未响应"], false)])
    }

    static func resolved(_ text: String) throws -> Resolution {
        try pick(
            "--resolved", text,
            [
                (["yes", "是", "解决", "已解决"], .yes), (["partly", "部分解决", "部分"], .partly),
                (["no", "否", "未解决"], .no),
            ])
    }

    static func satisfaction(_ text: String) throws -> Satisfaction {
        try pick("--satisfaction", text, Satisfaction.allCases.map { ([Terms.name($0), $0.rawValue], $0) })
    }

    static func yes(_ field: String, _ text: String) throws -> Bool {
        try pick(
            field, text, [(["yes", "是", "1", "true", "保密"], true), (["no", "否", "0", "false", ""], false)])
    }

    private static func pick<Value>(
        _ field: String, _ text: String, _ choices: [(words: [String], value: Value)]
    ) throws -> Value {
        guard let choice = choices.first(where: { $0.words.contains(text) }) else {
            throw DeskError.badChoice(field: field, value: text, choices: choices.compactMap(\.words.first))
        }
        return choice.value
    }
}
