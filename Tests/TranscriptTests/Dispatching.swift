import Testing

/// 转交、签收、协办: how a case gets to units, and their parts in it.
final class Dispatching: Transcript {
    @Test func `without a unit the rules' choice is named, and why`() throws {
        let here = try act(
            "call", "--kind", "投诉", "--category", "噪音扰民", "--district", "城中区", "--content", "半夜施工（编造）",
            at: "19 12:00"
        ).number
        let nowhere = try act(
            "call", "--kind", "投诉", "--category", "市容环卫", "--content", "垃圾没清（编造）", at: "19 12:00"
        ).number
        try expectUnchanged {
            expectRefusal(
                try act("transfer", MadeUpDay.waiting, at: "19 13:00"), 64,
                saying: "建议转给：西宁市公安交通管理局（派单规则：“交通秩序”由该单位负责）", "--to 西宁市公安交通管理局")
            expectRefusal(
                try act("transfer", here, at: "19 13:00"), 64, saying: "城中区人民政府", "由所在区县负责")
            expectRefusal(
                try act("transfer", nowhere, at: "19 13:00"), 64, saying: "没有写区县", "amend --district")
        }
    }

    @Test func `a bureau's matter that goes to a street is warned about`() throws {
        try done(
            "transfer", MadeUpDay.message, "--to", "大众街街道办事处", at: "19 13:00",
            saying: "提醒：这类事项归“西宁公交集团有限责任公司”，不要下推给“大众街街道办事处”。")
        #expect(try stage(MadeUpDay.message) == "dispatched")
    }

    @Test func `of several the one that is refused is named, and none is changed`() throws {
        try expectUnchanged {
            let run = try act(
                "transfer", MadeUpDay.waiting, MadeUpDay.message, MadeUpDay.transferred, "--to", "城西区",
                at: "19 13:00")
            expectRefusal(
                run, 77, saying: "\(MadeUpDay.transferred)：工单现在是“已转交待签收”，不能转交", "这几件都没有办。")
            expectRefusal(
                try act("sign", MadeUpDay.transferred, MadeUpDay.waiting, at: "19 13:00"), 77,
                saying: "\(MadeUpDay.waiting)：工单现在是“待处置”")
            expectRefusal(
                try act("sign", MadeUpDay.transferred, "20240319000099", at: "19 13:00"), 66,
                saying: "“20240319000099”")
            expectRefusal(
                try act("sign", MadeUpDay.transferred, MadeUpDay.transferred, at: "19 13:00"), 64,
                saying: "写了两次")
        }
        let run = try act("transfer", MadeUpDay.waiting, MadeUpDay.message, "--to", "城西区", at: "19 13:00")
        #expect(run.lines == [MadeUpDay.waiting, MadeUpDay.message])
        let signed = try act("sign", MadeUpDay.transferred, MadeUpDay.waiting, at: "19 14:00")
        #expect(signed.lines == [MadeUpDay.transferred, MadeUpDay.waiting])
    }

    @Test func `units that help sign and hand in their part; the case is the leading unit's`() throws {
        let number = MadeUpDay.waiting
        try done("transfer", number, "--to", "交管局", "--with", "城西区", at: "19 12:00")
        try done("sign", number, "--unit", "城西区", at: "19 13:00")
        #expect(try stage(number) == "dispatched")
        try expectUnchanged {
            expectRefusal(
                try act("sign", number, "--unit", "城北区", at: "19 14:00"), 77,
                saying: "“城北区人民政府”不是这件工单的主办或协办单位", "yousu show")
            expectRefusal(
                try act("reply", number, "--unit", "城西区", at: "19 14:00"), 64, saying: "--internal")
        }
        try done("reply", number, "--unit", "城西区", "--internal", "已派人疏导（编造）", at: "19 14:00")
        #expect(try stage(number) == "dispatched")
        try done("reply", number, "--public", "已疏导（编造）", "--internal", "电话告知（编造）", at: "19 15:00")
        #expect(try stage(number) == "replied")
        #expect(try yousu("show", number).stdout.contains("答复（协办：城西区人民政府）；办理情况：已派人疏导（编造）"))
    }

    @Test func `a reply says what the caller is told and what was done, after it was dispatched`() throws {
        let number = MadeUpDay.transferred
        try expectUnchanged {
            expectRefusal(
                try act("reply", number, "--internal", "x", at: "19 13:00"), 64, saying: "答复缺少 --public")
            expectRefusal(
                try act("reply", number, "--public", "x", at: "19 13:00"), 64,
                saying: "答复缺少 --internal（办理情况和联系诉求人的记录）")
            expectRefusal(
                try act("reply", number, "--public", " ", "--internal", "x", at: "19 13:00"), 64,
                saying: "--public")
            expectRefusal(
                try act("reply", number, "--public", "x", "--internal", "y", at: "19 07:59:59"), 77,
                saying: "2024-03-19 08:00:00", "2024-03-19 07:59:59", "不能早于上一步")
        }
    }

    @Test func `the deadline is explained in a sentence`() throws {
        let number = MadeUpDay.transferred
        let page = try yousu("show", number).stdout
        #expect(page.contains("  签收期限：2024-03-19 20:00:00 前\n"))
        #expect(page.contains("  办结期限：2024-03-29 00:00:00 前（一般）\n"))
        let sentence = "自3月19日派单次日起7个工作日，扣除休息日2天，应于3月28日24时前办结"
        #expect(page.contains("  期限算法：\(sentence)\n"))
        #expect(try shown(number)["deadlineText"] as? String == sentence)
        #expect(try !yousu("show", MadeUpDay.waiting).stdout.contains("期限"))
    }
}
