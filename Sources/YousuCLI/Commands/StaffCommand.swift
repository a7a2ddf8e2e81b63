import Desk
import Reports

struct StaffCommand: Command {
    static let about = About(
        "staff", "人员", "人员：谁能办什么；登记第二个人以前，人人都能办", parts: [Add.self, List.self, Disable.self])

    static let examples = ["yousu staff add 王一 --role 话务员", "yousu staff list"]

    struct Add: Command {
        static let about = About("add", "登记", "登记人员，或改他的角色和单位；停用的人重新启用")
        static let examples = [
            "yousu staff add 王一 --role 话务员 --role 派单员",
            "yousu staff add 李二 --role 承办人 --unit 城东区",
        ]

        let globals = Globals()
        @Argument("姓名", "姓名") var name: String
        @Options("role", "角色", "话务员、派单员、承办人、回访员、督办员、编辑或管理员，可写几次")
        var roles: [String]
        @Option("unit", "单位", "承办人所在的单位，含下级；承办人必写") var unit: String?

        func run() throws {
            var request = StaffRequest(name: name)
            request.roles = roles
            request.unit = unit
            try globals.desk().putStaff(request)
        }
    }

    struct List: Command {
        static let about = About("list", "名单", "人员名单")
        static let examples = ["yousu staff list"]

        let globals = Globals()
        @Option("format", "格式", "table、json 或 csv") var format: String?

        func run() throws {
            let format = try Format(format)
            let staff = try globals.desk().staff()
            try format.answer(JSONShapes.staff(staff), Sheet(staff))
        }
    }

    struct Disable: Command {
        static let about = About("disable", "停用", "停用：不能再办理，办过的记录不变")
        static let examples = ["yousu staff disable 王一"]

        let globals = Globals()
        @Argument("姓名", "姓名") var name: String

        func run() throws {
            try globals.desk().disableStaff(name)
        }
    }
}
