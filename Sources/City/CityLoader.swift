import Casework
import Reports
import Yams

/// Reads and checks a city's configuration.
public enum CityLoader {
    /// The configuration that the files describe.
    ///
    /// - Throws: ``CityProblems`` with every mistake at once.
    public static func load(_ files: CityFiles) throws(CityProblems) -> CityConfiguration {
        let list = ProblemList()
        // A file that cannot be read is one mistake: what it lacks, and what refers to it, is not told besides.
        var unreadable: Set<String> = []
        func root(_ file: String) -> Cursor {
            let node = parse(files, file, list)
            if node == nil { unreadable.insert(file) }
            return Cursor(file: file, path: "", node: node, list: list)
        }
        let city = root("city.yml")
        var settings = settings(city)
        let kinds = kinds(city)
        let limits = limits(root("limits.yml"))
        settings.signals = limits.signals
        let workflow = root("workflow.yml")
        settings.policy = policy(workflow, extensions: limits.extensions)
        settings.bulletinTemplate = template(files, "templates/bulletin.txt", Bulletin.shape, list)
        settings.measures = measures(root("rates.yml"), kinds: kinds)
        let findings = root("findings.yml")
        settings.findings = self.findings(findings)
        let areas = areas(root("areas.yml"))
        let units = units(root("units.yml"), areas: areas)
        let categories = categories(
            root("categories.yml"), units: units, districtContact: settings.districtContact)
        settings.notice = notice(city, categories: categories)
        settings.notice.template = template(files, "templates/notice.txt", Notice.shape, list)
        let channels = channels(root("channels.yml"))
        let configuration = CityConfiguration(
            settings: settings, channels: channels, kinds: kinds,
            categories: categories,
            units: units, areas: areas, leaders: leaders(workflow),
            dispatchRules: dispatchRules(
                root("dispatch.yml"), categories: categories, units: units, areas: areas),
            grades: limits.grades, gradeRules: limits.rules(channels, kinds, categories),
            alerts: alerts(findings),
            calendar: calendar(root("calendar.yml")))
        let problems = list.problems.filter { problem in
            switch problem.fault {
            case .missingFile, .notYAML: true
            case .unknownReference(let file): !unreadable.contains(file) && !unreadable.contains(problem.file)
            case .withoutRule: !unreadable.contains("categories.yml") && !unreadable.contains("dispatch.yml")
            default: !unreadable.contains(problem.file)
            }
        }
        guard problems.isEmpty else { throw CityProblems(problems: problems) }
        return configuration
    }

    private static func parse(_ files: CityFiles, _ file: String, _ list: ProblemList) -> Node? {
        guard let bytes = files.contents[file] else {
            list.add(Problem(file: file, keyPath: "", value: "", fault: .missingFile))
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            list.add(Problem(file: file, keyPath: "", value: "", fault: .notYAML("不是 UTF-8 文字")))
            return nil
        }
        do {
            return try Yams.compose(yaml: text) ?? .mapping(Node.Mapping([]))
        } catch {
            list.add(Problem(file: file, keyPath: "", value: "", fault: .notYAML(Self.words(error))))
            return nil
        }
    }

    private static func words(_ error: any Error) -> String {
        guard let error = error as? YamlError else { return "" }
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return "第 \(mark.line) 行第 \(mark.column) 列"
        case .duplicatedKeysInMapping(let keys, _):
            return "键重复：" + keys.joined(separator: "、")
        default: return ""
        }
    }

    private static func template(
        _ files: CityFiles, _ file: String, _ shape: TemplateShape, _ list: ProblemList
    ) -> String {
        guard let bytes = files.contents[file] else {
            list.add(Problem(file: file, keyPath: "", value: "", fault: .missingFile))
            return ""
        }
        guard let given = String(validating: bytes, as: UTF8.self) else {
            list.add(Problem(file: file, keyPath: "", value: "", fault: .notYAML("不是 UTF-8 文字")))
            return ""
        }
        // As some editors save it: with a mark of its encoding in front, and line ends of two characters.
        let text = String(given.filter { $0 != "\u{FEFF}" }.map { $0 == "\r\n" ? "\n" : $0 })
        let mistakes: [TemplateError]
        do throws(TemplateError) {
            mistakes = try Template(text).mistakes(against: shape)
        } catch {
            mistakes = [error]
        }
        for mistake in mistakes {
            list.add(
                Problem(
                    file: file, keyPath: "\(mistake.line)", value: mistake.name, fault: .template(mistake)))
        }
        return text
    }
}
