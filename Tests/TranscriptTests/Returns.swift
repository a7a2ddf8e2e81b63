import Testing

/// 退单、审核、会商、下派: a unit gives a case back, and what becomes of it.
final class Returns: Transcript {
    private let number = MadeUpDay.transferred

    @Test func `a return goes through review to another unit`() throws {
        try done("return", number, "--reason", "不在本辖区", "--to", "城西区", at: "19 10:00")
        #expect(try stage(number) == "returned")
        #expect(try waiting("returned", asOf: "19 10:00") == [number])
        try expectUnchanged {
            let run = try act("review", number, "--uphold", at: "19 11:00")
            expectRefusal(run, 64, saying: "--to 城西区人民政府", "退单单位的建议")
        }
        try done("review", number, "--uphold", "--to", "城西区", at: "19 11:00")
        #expect(try stage(number) == "dispatched")
        #expect(try unit(number) == "城西区人民政府")
    }

    @Test func `a return that is rejected goes back to where it was`() throws {
        try done("return", number, "--reason", "诉求内容不清", at: "19 10:00")
        try done("review", number, "--reject", "--reason", "地址写明了", at: "19 11:00")
        #expect(try stage(number) == "dispatched")
        try done("sign", number, at: "19 12:00")
        try done("return", number, "--reason", "诉求内容不清", at: "19 13:00")
        try done("review", number, "--reject", "--reason", "地址写明了", at: "19 14:00")
        #expect(try stage(number) == "signed")
        #expect(try unit(number) == "城东区人民政府")
    }

    @Test func `a return needs one of the city's reasons`() throws {
        try expectUnchanged {
            for words in [["return", number], ["return", number, "--reason", "太忙"]] {
                let run = try yousu(words: words + ["--at", "2024-03-19 10:00"])
                expectRefusal(run, 64, saying: "--reason", "可选：", "不属本单位职责", "不在本辖区")
            }
        }
    }

    @Test func `a review says one thing, and only about a return`() throws {
        try expectUnchanged {
            expectRefusal(
                try act("review", number, "--uphold", "--to", "城西区", at: "19 11:00"), 77,
                saying: "已转交待签收", "不能审核退单", "退单（return）")
        }
        try done("return", number, "--reason", "重复工单", at: "19 10:00")
        try expectUnchanged {
            expectRefusal(
                try act("review", number, at: "19 11:00"), 64, saying: "--uphold 或 --reject")
            expectRefusal(
                try act("review", number, "--uphold", "--reject", at: "19 11:00"), 64,
                saying: "--uphold 和 --reject 不能同时用")
            expectRefusal(try act("review", number, "--reject", at: "19 11:00"), 64, saying: "--reason")
            expectRefusal(
                try act("sign", number, at: "19 11:00"), 77, saying: "退单待审", "审核退单（review）")
        }
    }

    @Test func `after two units have returned it, a ruling decides and cannot be returned`() throws {
        try done("return", number, "--reason", "不在本辖区", "--to", "城西区", at: "19 10:00")
        try done("review", number, "--uphold", "--to", "城西区", at: "19 11:00")
        try done(
            "return", number, "--reason", "不属本单位职责", at: "19 12:00", saying: "已有 2 个单位退单，须会商裁定（rule）")
        try expectUnchanged {
            expectRefusal(
                try act("review", number, "--uphold", "--to", "城北区", at: "19 13:00"), 77,
                saying: "已有 2 个单位退单", "rule --to 单位 --reason 理由")
            expectRefusal(try act("rule", number, "--to", "城北区", at: "19 13:00"), 64, saying: "--reason")
            expectRefusal(try act("rule", number, "--reason", "纪要", at: "19 13:00"), 64, saying: "--to")
        }
        try done("rule", number, "--to", "市场监管局", "--reason", "会商纪要第1号（编造）", at: "19 13:00")
        #expect(try unit(number) == "西宁市市场监督管理局")
        try expectUnchanged {
            expectRefusal(
                try act("return", number, "--reason", "不属本单位职责", at: "19 14:00"), 77,
                saying: "经会商裁定，不能退单", "rule")
        }
        try done("sign", number, at: "19 14:00")
    }

    @Test func `a ruling can become a dispatch rule`() throws {
        let words = ["--kind", "投诉", "--category", "电梯", "--district", "城东区", "--content", "又停了（编造）"]
        let number = self.number
        try done(
            "rule", number, "--to", "住房局", "--reason", "会商纪要第2号（编造）", "--make-rule", at: "19 13:00")
        let next = try yousu(words: ["call"] + words + ["--at", "2024-03-19 14:00"]).number
        try expectUnchanged {
            let run = try act("transfer", next, at: "19 14:00")
            expectRefusal(run, 64, saying: "西宁市住房保障和房产管理局", "派单规则：城东区的“物业服务/电梯”")
        }
    }

    @Test func `a case is passed down within the unit's own tree, and comes back up`() throws {
        try expectUnchanged {
            let below = "可以下派给："
            expectRefusal(
                try act("pass", number, "--to", "城西区", at: "19 10:00"), 77,
                saying: "“城西区人民政府”不是“城东区人民政府”的下级", below, "大众街街道办事处")
            expectRefusal(
                try act("pass", number, "--to", "兴海路街道办事处", at: "19 10:00"), 77, saying: below)
            expectRefusal(try act("pass", number, at: "19 10:00"), 64, saying: "--to")
        }
        try done(
            "pass", number, "--to", "大众街街道办事处", at: "19 10:00",
            saying: "提醒：这类事项归“西宁市市场监督管理局”，不要下推给“大众街街道办事处”。")
        #expect(try unit(number) == "大众街街道办事处")
        try expectUnchanged {
            expectRefusal(
                try act("pass", number, "--to", "城东区", at: "19 11:00"), 77, saying: "不是“大众街街道办事处”的下级")
        }
        try done("return", number, "--reason", "诉求内容不清", at: "19 11:00")
        #expect(try unit(number) == "城东区人民政府")
        #expect(try stage(number) == "signed")
    }
}
