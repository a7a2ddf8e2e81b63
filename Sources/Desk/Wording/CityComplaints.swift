import City
import Reports

extension Wording {
    /// The wording of what is wrong with a city's configuration.
    static func complaint(_ error: CityProblems) -> Complaint {
        Complaint(
            .configuration,
            error.problems.map(words).joined(separator: "\n"), "共 \(error.problems.count) 处错误，改好再用。")
    }

    /// One mistake of a configuration: file, place, value and what is wrong.
    public static func words(_ problem: Problem) -> String {
        let place = problem.file.hasSuffix(".txt") ? "第 \(problem.keyPath) 行" : problem.keyPath
        let value = problem.value.isEmpty ? "" : " \(quoted(problem.value))"
        return [problem.file, place].filter { !$0.isEmpty }.joined(separator: " ") + value + "："
            + words(problem.fault)
    }

    private static func words(_ fault: Problem.Fault) -> String {
        switch fault {
        case .missingFile: "没有这个文件"
        case .notYAML(let words): "不是正确的 YAML\(words.isEmpty ? "" : "（\(words)）")"
        case .missingKey: "缺少这一项"
        case .unknownKey(let known): "没有这个键，可用的有 \(known.joined(separator: "、"))"
        case .wrongShape(let wanted): "这里要写\(wanted)"
        case .badValue(let wanted): "应为 \(wanted)"
        case .duplicate: "重复了"
        case .unknownReference(let file): "\(file) 里没有"
        case .twoUnits(let other): "同一规则有两个单位，另一个是 \(other)"
        case .withoutOwner: "一级分类要写 owner（归谁管）"
        case .withoutRule: "这个一级分类没有派单规则"
        case .template(let mistake): words(mistake)
        }
    }

    /// What is wrong with a template.
    static func words(_ mistake: TemplateError) -> String {
        switch mistake {
        case .unclosedTag: "“{{”没有配对的“}}”"
        case .badName: "标签里的名字只能用英文字母"
        case .unclosedSection: "段落没有结束标签"
        case .strayClose: "结束标签没有对应的开始标签"
        case .unknownName: "没有这个字段名"
        case .sectionAsValue: "这不是文字或数字，要写成 {{#…}}…{{/…}}"
        }
    }
}
