import ArgumentParser
import Desk
import Reports

struct StaffCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", _superCommandName: Yousu.name, abstract: "人员：谁能办什么；名单为空时人人都能办",
        subcommands: [Add.self, List.self, Disable.self], aliases: ["人员"])

    static let examples = ["yousu staff add 王一 --role 话务员", "yousu staff list"]

    struct Add: YousuCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", _superCommandName: Yousu.name, abstract: "登记人员，或改他的角色和单位", aliases: ["登记"])
        static let examples = [
            "yousu staff add 王一 --role 话务员 --role 派单员",
            "yousu staff add 李二 --role 承办人 --unit 城东区",
        ]

        @OptionGroup var globals: Globals
        @Argument("姓名", "姓名") var name: String
        @Option("话务员、派单员、承办人、回访员、督办员、编辑或管理员，可写几次", "角色", name: .customLong("role"))
        var roles: [String] = []
        @Option("承办人所在的单位，含下级；不写则不限", "单位") var unit: String?

        func run() throws {
            var request = StaffRequest(name: name)
            request.roles = roles
            request.unit = unit
            try globals.desk().putStaff(request)
        }
    }

    struct List: YousuCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", _superCommandName: Yousu.name, abstract: "人员名单", aliases: ["名单"])
        static let examples = ["yousu staff list"]

        @OptionGroup var globals: Globals
        @Option("table、json 或 csv", "格式") var format: String?

        func run() throws {
            let format = try Format(format)
            let staff = try globals.desk().staff()
            switch format {
            case .json: try Output.line(JSONShapes.staff(staff).text)
            case .csv: try Output.write(Sheet(staff).csv)
            case .table: try Output.show(Sheet(staff).drawn)
            }
        }
    }

    struct Disable: YousuCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", _superCommandName: Yousu.name, abstract: "停用：不能再办理，办过的记录不变",
            aliases: ["停用"])
        static let examples = ["yousu staff disable 王一"]

        @OptionGroup var globals: Globals
        @Argument("姓名", "姓名") var name: String

        func run() throws {
            try globals.desk().disableStaff(name)
        }
    }
}
