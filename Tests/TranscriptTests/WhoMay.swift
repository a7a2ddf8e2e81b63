import Testing

/// Who may do what, once there is a list of staff.
final class WhoMay: Transcript {
    private let number = MadeUpDay.transferred

    override init(copying template: String?) throws {
        try super.init(copying: template)
        for words in [
            ["钱四", "--role", "话务员"], ["赵三", "--role", "承办人", "--unit", "城东区"],
            ["李二", "--role", "承办人", "--unit", "城西区"], ["孙五", "--role", "承办人", "--unit", "大众街街道办事处"],
            ["周六", "--role", "回访员"], ["吴七", "--role", "督办员"],
        ] { #expect(try yousu(words: ["staff", "add"] + words).status == 0) }
    }

    private func by(_ name: String, _ words: String...) throws -> Run {
        try yousu(words: ["--as", name] + words + ["--at", "2024-03-19 13:00"])
    }

    @Test func `whoever makes the list is administrator with all roles`() throws {
        let people = try yousu("staff", "list", "--format", "json").json["staff"] as? [[String: Any]] ?? []
        #expect(people.count == 7)
        let first = people.first { $0["name"] as? String == "王一" }
        #expect((first?["roles"] as? [String])?.count == 7)
        let handler = people.first { $0["name"] as? String == "赵三" }
        #expect(handler?["unit"] as? String == "城东区人民政府")
        #expect(handler?["roles"] as? [String] == ["handler"])
        #expect(try yousu("staff", "list").stdout.contains("大众街街道办事处"))
        #expect(try yousu("staff", "list", "--format", "csv").lines.first == "姓名,角色,单位,状态")
        #expect(try by("王一", "sign", number).status == 0)
    }

    @Test func `somebody without the role is told who may`() throws {
        try expectUnchanged {
            expectRefusal(try by("钱四", "sign", number), 77, saying: "没有权限签收", "可以办的有：承办人")
            expectRefusal(
                try by("赵三", "direct", MadeUpDay.waiting, "--reply", "x"), 77, saying: "派单员、话务员")
            expectRefusal(
                try by("赵三", "call", "--kind", "投诉", "--category", "供水", "--content", "x"), 77,
                saying: "没有权限登记诉求", "话务员")
            expectRefusal(
                try by("钱四", "rule", number, "--to", "城西区", "--reason", "x"), 77, saying: "会商裁定", "督办员")
            expectRefusal(
                try by("赵三", "suspend", number, "--plan", "x", "--until", "2024-12-31", "--leader", "scdq"),
                77,
                saying: "没有权限挂账", "督办员")
            expectRefusal(
                try by(
                    "赵三", "callback", MadeUpDay.answered, "--responded", "yes", "--resolved", "yes",
                    "--satisfaction", "满意"), 77, saying: "没有权限回访", "回访员")
            expectRefusal(
                try by("周六", "amend", number, "--kind", "咨询", "--reason", "x"), 77, saying: "没有权限更正")
        }
    }

    @Test func `somebody of another unit is told whose case it is`() throws {
        try expectUnchanged {
            for name in ["李二", "孙五"] {
                let whose = ["这件工单由“城东区人民政府”承办", "或它的上级单位的承办人"]
                expectRefusal(try by(name, "sign", number), 77, saying: whose[0], whose[1])
                expectRefusal(
                    try by(name, "return", number, "--reason", "不在本辖区"), 77, saying: whose[0], "不能退单")
                expectRefusal(
                    try by(name, "reply", number, "--public", "x", "--internal", "y"), 77, saying: whose[0])
                expectRefusal(try by(name, "pass", number, "--to", "大众街街道办事处"), 77, saying: whose[0])
            }
        }
        #expect(try by("赵三", "pass", number, "--to", "大众街街道办事处").status == 0)
        // What was passed down is the lower unit's, and the upper one's people may act for it.
        try expectUnchanged {
            expectRefusal(try by("李二", "sign", number), 77, saying: "大众街街道办事处")
        }
        #expect(try by("孙五", "sign", number).status == 0)
        #expect(try by("赵三", "reply", number, "--public", "x", "--internal", "y").status == 0)
    }

    @Test func `a handler asks for more time and somebody else gives it`() throws {
        #expect(try by("赵三", "sign", number).status == 0)
        #expect(try by("赵三", "extend", number, "--reason", "配件未到（编造）").status == 0)
        try expectUnchanged {
            expectRefusal(try by("赵三", "extend", number, "--grant"), 77, saying: "没有权限批复延期", "派单员、督办员")
        }
        #expect(try by("吴七", "extend", number, "--grant").status == 0)
    }

    @Test func `grid workers raise cases through channels of their own`() throws {
        let run = try by(
            "孙五", "call", "--channel", "网格", "--kind", "求助", "--category", "路灯", "--content", "路灯不亮（编造）")
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test func `only those on the list work, and only while they are not disabled`() throws {
        try expectUnchanged {
            expectRefusal(try by("郑八", "urge", number), 77, saying: "人员名单里没有 “郑八”", "yousu staff add")
        }
        #expect(try yousu("staff", "disable", "钱四").status == 0)
        try expectUnchanged {
            expectRefusal(try by("钱四", "urge", number), 77, saying: "“钱四” 已停用", "yousu staff add")
            expectRefusal(try yousu("staff", "disable", "郑八"), 66, saying: "郑八", "yousu staff list")
            expectRefusal(
                try yousu("staff", "disable", "王一"), 77, saying: "最后一名管理员", "先让别人当管理员")
            expectRefusal(
                try yousu("--as", "赵三", "staff", "add", "郑八", "--role", "话务员"), 77, saying: "管理员")
            expectRefusal(
                try yousu("staff", "add", "郑八", "--role", "老板"), 64, saying: "“老板”", "可选：话务员、派单员")
            expectRefusal(try yousu("staff", "add", "郑八"), 64, saying: "--role")
        }
    }

    @Test func `each sees the worklists of the own work`() throws {
        func lists(_ name: String) throws -> [String] {
            let totals = try yousu("--as", name, "queue", "--format", "json").json["totals"] as? [String: Any]
            return totals?.keys.sorted() ?? []
        }
        #expect(try lists("钱四") == ["dispatch"])
        #expect(try lists("周六") == ["callback"])
        #expect(try lists("赵三") == ["handle", "helping", "sign", "suspended"])
        #expect(try lists("吴七") == ["disputed", "extensions", "returned", "supervised", "suspended"])
        #expect(try lists("王一").count == 10)
        #expect(try yousu("--as", "赵三", "queue", "sign").stdout.contains(number))
        #expect(try !yousu("--as", "李二", "queue", "sign").stdout.contains(number))
    }
}
