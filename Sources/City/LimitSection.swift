import Casework

/// What limits.yml says.
struct Limits {
    let grades: [Grade]
    let signals: SignalRule
    let extensions: ExtensionRule
    private let root: Cursor

    init(_ root: Cursor) {
        self.root = root
        root.allow("grades", "default", "rules", "signals", "extension")
        var codes = CodeBook()
        var names = NameBook()
        grades = root.at("grades").entries.map { entry in
            entry.allow("code", "name", "sign", "finish", "start")
            let start =
                entry.at("start").requiredChoice(TimeLimit.Start.allCases.map { ($0.rawValue, $0) }) ?? .next
            return Grade(
                id: 0, code: codes.take(entry.at("code")), name: names.take(entry).first?.name ?? "",
                sign: Self.limit(entry.at("sign"), start: start),
                finish: Self.limit(entry.at("finish"), start: start))
        }
        let signals = root.at("signals")
        signals.allow("yellow", "red", "sign")
        signals.at("sign").allow("yellow", "red")
        self.signals = SignalRule(
            finishing: Self.thresholds(signals), signing: Self.thresholds(signals.at("sign")))
        extensions = Self.extensions(root.at("extension"))
    }

    private static func thresholds(_ cursor: Cursor) -> SignalThresholds {
        let yellow = cursor.at("yellow").number(0...1000)
        let red = cursor.at("red").number(0...1000)
        if red > yellow { cursor.at("red").report(.badValue(wanted: "不大于 yellow 的小时数")) }
        return SignalThresholds(yellow: Int64(yellow) * 3600, red: Int64(red) * 3600)
    }

    /// The rules that say which request has which grade; the default comes last and fits all.
    func rules(
        _ channels: [Entry<Channel>], _ kinds: [Entry<RequestKind>], _ categories: [Entry<Category>]
    ) -> [GradeRule] {
        let urgencies: [(String, Urgency)] = [("一般", .normal), ("紧急", .urgent), ("特急", .critical)]
        let rules = root.at("rules").optionalEntries.map { entry in
            entry.allow("urgency", "channel", "kind", "category", "grade")
            return GradeRule(
                urgency: entry.at("urgency").choice(urgencies),
                channel: reference(entry.at("channel"), channels.map(\.value.code), "channels.yml"),
                kind: reference(entry.at("kind"), kinds.map(\.value.code), "city.yml"),
                category: reference(entry.at("category"), categories.map(\.value.code), "categories.yml"),
                grade: grade(entry.at("grade")))
        }
        let last = GradeRule(
            urgency: nil, channel: nil, kind: nil, category: nil, grade: grade(root.at("default")))
        return rules + [last]
    }

    private func grade(_ cursor: Cursor) -> String {
        if cursor.node == nil { cursor.report(.missingKey) }
        return reference(cursor, grades.map(\.code), "limits.yml") ?? ""
    }

    private func reference(_ cursor: Cursor, _ codes: [String], _ file: String) -> String? {
        guard let code = cursor.optionalText else { return nil }
        if !codes.contains(code) { cursor.report(.unknownReference(file: file)) }
        return code
    }

    private static func extensions(_ cursor: Cursor) -> ExtensionRule {
        cursor.allow("cutoff", "warning", "times", "amount", "unit")
        var rule = ExtensionRule()
        if let cutoff = cursor.at("cutoff").secondOfDay(), let warning = cursor.at("warning").secondOfDay() {
            (rule.cutoff, rule.warning) = (cutoff, warning)
            if warning > cutoff { cursor.at("warning").report(.badValue(wanted: "不晚于 cutoff 的时间")) }
        }
        rule.times = cursor.at("times").number(0...10)
        rule.allowance = allowance(cursor)
        return rule
    }

    private static func limit(_ cursor: Cursor, start: TimeLimit.Start) -> TimeLimit {
        cursor.allow("amount", "unit")
        let allowance = allowance(cursor)
        return TimeLimit(amount: allowance.amount, measure: allowance.measure, start: start)
    }

    /// The `amount` and `unit` at a place.
    private static func allowance(_ cursor: Cursor) -> Allowance {
        let measure =
            cursor.at("unit").requiredChoice(TimeLimit.Measure.allCases.map { ($0.rawValue, $0) }) ?? .day
        return Allowance(amount: cursor.at("amount").number(1...1000), measure: measure)
    }
}

extension CityLoader {
    static func limits(_ root: Cursor) -> Limits {
        Limits(root)
    }
}
