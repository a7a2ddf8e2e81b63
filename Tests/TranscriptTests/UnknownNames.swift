import Testing

/// Names that the configuration does not have, or has several times.
final class UnknownNames: Transcript {
    @Test func `an unknown category is refused with the near ones`() throws {
        try expectUnchanged {
            let run = try yousu("call", "--kind", "投诉", "--category", "物业电梯", "--content", "停运")
            expectRefusal(run, 64, saying: "分类", "物业电梯", "相近的有", "物业服务", "拼音首字母")
        }
    }

    @Test func `an unknown unit is refused with the near ones`() throws {
        try expectUnchanged {
            let run = try yousu("transfer", MadeUpDay.waiting, "--to", "城东政府")
            expectRefusal(run, 64, saying: "承办单位", "城东政府", "城东区人民政府")
        }
    }

    @Test func `an unknown kind is refused with those that there are`() throws {
        try expectUnchanged {
            let run = try yousu("call", "--kind", "骂人", "--category", "供水", "--content", "停水")
            expectRefusal(run, 64, saying: "诉求类型", "骂人", "投诉", "咨询", "求助", "建议", "感谢", "举报")
        }
    }

    @Test func `an unknown channel is refused with those that there are`() throws {
        try expectUnchanged {
            let run = try yousu(
                "message", "--channel", "飞鸽", "--kind", "投诉", "--category", "供水", "--content", "停水")
            expectRefusal(run, 64, saying: "渠道", "飞鸽", "西宁12345微信公众号", "市长信箱")
        }
    }

    @Test func `an unknown district is refused`() throws {
        let run = try yousu(
            "call", "--kind", "投诉", "--category", "供水", "--district", "东城区", "--content", "停水")
        expectRefusal(run, 64, saying: "区域", "东城区", "城东区")
    }

    @Test func `an ambiguous name is refused with all that fit`() throws {
        try expectUnchanged {
            let unit = try yousu("transfer", MadeUpDay.waiting, "--to", "公安")
            expectRefusal(unit, 64, saying: "“公安” 不止一个", "西宁市公安局", "西宁市公安交通管理局", "更完整")
            let category = try yousu("call", "--kind", "投诉", "--category", "停", "--content", "停")
            expectRefusal(category, 64, saying: "物业服务/停车", "供水/停水", "供热/停热")
            let district = try yousu("list", "--district", "城")
            expectRefusal(district, 64, saying: "城东区、城中区、城西区、城北区")
        }
    }

    @Test func `the telephone is no channel for messages`() throws {
        let run = try yousu(
            "message", "--channel", "电话", "--kind", "投诉", "--category", "供水", "--content", "停水")
        expectRefusal(run, 64, saying: "电话", "yousu call")
    }

    @Test func `a long unknown name is not repeated in full`() throws {
        let run = try yousu(
            "call", "--kind", String(repeating: "很长", count: 5000), "--category", "供水", "--content", "停水")
        expectRefusal(run, 64, saying: "很长很长")
    }

    @Test(arguments: [
        ("list", "--stage", "快好了", "待处置"), ("list", "--signal", "blue", "red"),
        ("list", "--format", "xml", "json"), ("bulletin", "--format", "xml", "text"),
        ("invalid", "--reason", "无聊", "骚扰"),
    ])
    func `a word that a field does not take is refused with those that it takes`(
        command: String, option: String, value: String, choice: String
    ) throws {
        let run = try yousu(command, option, value)
        expectRefusal(run, 64, saying: option, value, choice)
    }
}
