import Casework

/// What limits.yml says.
struct Limits {
    let grades: [Grade]
    let signals: SignalThresholds
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
        signals.allow("yellow", "red")
        let yellow = signals.at("yellow").number(0...1000)
        let red = signals.at("red").number(0...1000)
        if red > yellow { signals.at("red").report(.badValue(wanted: "不大于 yellow 的小时数")) }
        self.signals = SignalThresholds(yellow: Int64(yellow) * 3600, red: Int64(red) * 3600)
        checkExtension()
    }

    /// The rules that say which request has which grade; the default comes last and fits all.
    func rules(_ kinds: [Entry<RequestKind>], _ categories: [Entry<Category>]) -> [GradeRule] {
        let urgencies: [(String, Urgency)] = [("一般", .normal), ("紧急", .urgent), ("特急", .critical)]
        let rules = root.at("rules").optionalEntries.map { entry in
            entry.allow("urgency", "kind", "category", "grade")
            return GradeRule(
                urgency: entry.at("urgency").choice(urgencies),
                kind: reference(entry.at("kind"), kinds.map(\.value.code), "city.yml"),
                category: reference(entry.at("category"), categories.map(\.value.code), "categories.yml"),
                grade: grade(entry.at("grade")))
        }
        return rules + [GradeRule(urgency: nil, kind: nil, category: nil, grade: grade(root.at("default")))]
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

    private func checkExtension() {
        let cursor = root.at("extension")
        cursor.allow("cutoff", "times", "amount", "unit")
        guard cursor.node != nil else { return }
        let day = CivilDay(number: 0)
        if TimeText("\(day) \(cursor.at("cutoff").text)", clock: CityClock(offset: 0)) == nil {
            cursor.at("cutoff").report(.badValue(wanted: "如 17:00"))
        }
        _ = cursor.at("times").number(0...10)
        _ = Self.limit(cursor, start: .next, measure: "unit")
    }

    private static func limit(_ cursor: Cursor, start: TimeLimit.Start, measure key: String = "unit")
        -> TimeLimit
    {
        if key == "unit", cursor.at("cutoff").node == nil { cursor.allow("amount", "unit") }
        let measure =
            cursor.at(key).requiredChoice(TimeLimit.Measure.allCases.map { ($0.rawValue, $0) }) ?? .day
        return TimeLimit(amount: cursor.at("amount").number(1...1000), measure: measure, start: start)
    }
}

extension CityLoader {
    static func limits(_ root: Cursor) -> Limits {
        Limits(root)
    }
}
