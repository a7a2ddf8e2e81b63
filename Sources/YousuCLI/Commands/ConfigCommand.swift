import CaseStore
import Casework
import Desk
import Reports

struct ConfigCommand: Command {
    static let about = About("config", "配置", "城市配置：检查、启用、查看", parts: [Check.self, Apply.self, Show.self])
    static let examples = ["yousu config check config/xining", "yousu config apply config/xining --expect 3"]

    struct Check: Command {
        static let about = About("check", "检查", "检查配置文件夹，一次列出全部错误")
        static let examples = ["yousu config check config/xining"]

        let globals = Globals()
        @Argument("文件夹", "配置文件夹") var directory: String

        func run() throws {
            let city = try Setup.load(directory)
            Output.notice(
                "配置正确：\(city.settings.name)，渠道 \(city.channels.count)，分类 \(city.categories.count)，"
                    + "单位 \(city.units.count)，区域 \(city.areas.count)，派单规则 \(city.dispatchRules.count)")
            // Names that imports added to the store wait for the configuration to say who answers for them.
            do {
                let known = Set(city.categories.map(\.value.path) + city.units.map(\.value.name))
                for name in try globals.desk().unownedNames() where !known.contains(name) {
                    Output.notice("留意：" + Wording.words(.unowned(name)))
                }
            } catch StoreError.notFound {
                // A configuration can be checked before there is a store.
            }
        }
    }

    struct Apply: Command {
        static let about = About("apply", "启用", "把配置文件夹启用为新的一版；以前登记的内容不变")
        static let examples = [
            "yousu config apply config/xining --dry-run", "yousu config apply config/xining --expect 3",
        ]

        let globals = Globals()
        @Argument("文件夹", "配置文件夹") var directory: String
        @Option("expect", "版本", "现行版本必须是这一版，否则不启用") var expect: String?
        @Flag("dry-run", "只列出会有什么变化") var dryRun: Bool

        func run() throws {
            let expected = try expect.map { try Counting.number($0, field: "--expect") }
            let (version, changes) = try globals.desk().applyConfiguration(
                directory, expecting: expected, isRehearsal: dryRun)
            for change in changes { Output.notice(change.words) }
            try Output.line(String(version))
            if changes.isEmpty {
                Output.notice("没有变化，现行第 \(version) 版。")
            } else {
                Output.notice(
                    dryRun
                        ? "试算：将成为第 \(version) 版，共 \(changes.count) 处变化。"
                        : "已启用第 \(version) 版，共 \(changes.count) 处变化。")
            }
        }
    }

    struct Show: Command {
        static let about = About("show", "查看", "查看现行配置")
        static let examples = ["yousu config show", "yousu config show --format json"]

        let globals = Globals()
        @Option("format", "格式", "table 或 json") var format: String?

        func run() throws {
            let summary = try globals.desk().configuration()
            let years = summary.calendar.years.sorted()
            if try Format(format, among: [.table, .json]) == .json {
                try Output.line(
                    JSON.object([
                        "schema": JSONShapes.schema, "version": .int(summary.version),
                        "city": .string(summary.settings.name), "hotline": .string(summary.settings.hotline),
                        "bulletinTitle": .string(summary.settings.bulletinTitle),
                        "channels": .array(summary.channels.map { .string($0.name) }),
                        "kinds": .int(summary.kinds),
                        "categories": .int(summary.categories), "units": .int(summary.units),
                        "areas": .int(summary.areas), "calendarYears": .array(years.map { .int($0) }),
                    ]).text)
                return
            }
            try Output.write(
                """
                第 \(summary.version) 版  \(summary.settings.name)
                热线：\(summary.settings.hotline)
                日报：\(summary.settings.bulletinTitle)
                渠道：\(summary.channels.map(\.name).joined(separator: "、"))
                分类 \(summary.categories)，单位 \(summary.units)，区域 \(summary.areas)
                工作日历：\(years.map(String.init).joined(separator: "、"))

                """)
        }
    }
}

extension ConfigurationChange {
    /// The change in words.
    fileprivate var words: String {
        let what =
            switch kind {
            case .added: "新增"
            case .changed: "改动"
            case .removed: "停用"
            }
        let tables = [
            "settings": "设置", "channels": "渠道", "kinds": "诉求类型", "categories": "分类", "units": "单位",
            "areas": "区域", "dispatch_rules": "派单规则", "grades": "时限等级", "grade_rules": "等级规则",
            "names": "名称", "calendar": "工作日历",
        ]
        return "\(what) \(tables[table] ?? table) \(code)"
    }
}
