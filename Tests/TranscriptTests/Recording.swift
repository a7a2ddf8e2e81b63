import Testing

/// What recording commands print, and that they do all or nothing.
final class Recording: Transcript {
    private static let at = ["--at", "2024-03-19 14:00"]

    @Test func `a call prints its number alone`() throws {
        let run = try yousu(
            words: ["call", "--kind", "投诉", "--category", "供水", "--content", "停水"] + Self.at)
        #expect(run.status == 0)
        #expect(run.stdout == "20240319000005\n")
        #expect(run.stderr.isEmpty)
    }

    @Test(arguments: [
        ["urge", MadeUpDay.waiting], ["direct", MadeUpDay.waiting, "--reply", "已告知"],
        ["transfer", MadeUpDay.waiting, "--to", "城西区"], ["sign", MadeUpDay.transferred],
        ["reply", MadeUpDay.transferred, "--public", "修好了", "--internal", "换了零件"],
        ["callback", MadeUpDay.answered, "--responded", "yes", "--resolved", "yes", "--satisfaction", "满意"],
        ["callback", MadeUpDay.answered, "--unreachable"],
        ["amend", MadeUpDay.waiting, "--category", "供水", "--reason", "选错"],
        ["void", MadeUpDay.waiting, "--reason", "重复"], ["relay", MadeUpDay.waiting, "--to", "110"],
        ["refuse", MadeUpDay.waiting, "--reason", "诉讼", "--route", "请向法院起诉"],
        ["withdraw", MadeUpDay.waiting, "--reason", "已解决"],
        ["merge", MadeUpDay.waiting, "--into", MadeUpDay.transferred],
        ["pass", MadeUpDay.transferred, "--to", "大众街街道办事处"],
        ["return", MadeUpDay.transferred, "--reason", "不在本辖区"],
        ["rule", MadeUpDay.transferred, "--to", "城西区", "--reason", "会商纪要"],
        ["suspend", MadeUpDay.transferred, "--plan", "更换", "--until", "2024-12-31", "--leader", "城东区区长"],
        ["supervise", MadeUpDay.transferred, "--reason", "领导批示"],
        ["call", "--about", MadeUpDay.waiting, "--content", "还是满的"],
    ])
    func `every action prints the number alone, or one JSON object`(command: [String]) throws {
        let plain = try yousu(words: command + Self.at)
        #expect(plain.status == 0, "\(plain.stderr)")
        #expect(plain.stdout == command.first { $0.count == 14 }.map { $0 + "\n" })
        let other = try Recording()
        let run = try other.yousu(words: command + Self.at + ["--format", "json"])
        #expect(run.status == 0)
        #expect(run.lines.count == 1)
        #expect(run.json["number"] as? String == plain.number)
        #expect(run.json["schema"] as? Int == 1)
    }

    @Test func `an unknown format is refused before anything is recorded`() throws {
        try expectUnchanged {
            expectRefusal(
                try yousu("urge", MadeUpDay.waiting, "--format", "xml"), 64, saying: "--format", "xml")
        }
    }

    @Test func `several transfers print a number each`() throws {
        let run = try yousu(
            words: ["transfer", MadeUpDay.waiting, MadeUpDay.message, "--to", "城西区", "--with", "城中区"]
                + Self.at)
        #expect(run.status == 0)
        #expect(run.stdout == "\(MadeUpDay.waiting)\n\(MadeUpDay.message)\n")
        let page = try yousu("show", MadeUpDay.message, "--format", "json").json
        #expect(page["unit"] as? String == "城西区人民政府")
        #expect(page["coUnits"] as? [String] == ["城中区人民政府"])
    }

    @Test(arguments: [(MadeUpDay.transferred, Int32(77)), ("20240319000099", 66), ("第三件", 64)])
    func `several transfers are all or nothing`(last: String, status: Int32) throws {
        try expectUnchanged {
            let run = try yousu(
                words: ["transfer", MadeUpDay.waiting, MadeUpDay.message, last, "--to", "城西区"] + Self.at)
            expectRefusal(run, status)
        }
    }

    @Test func `a call that cannot be transferred is not registered`() throws {
        try expectUnchanged {
            let run = try yousu(
                words: ["call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--to", "没有这个局"]
                    + Self.at)
            expectRefusal(run, 64, saying: "没有这个局")
        }
    }

    @Test func `transfer without a unit says whom the rules name`() throws {
        try expectUnchanged {
            let run = try yousu("transfer", MadeUpDay.waiting)
            expectRefusal(run, 64, saying: "--to", "西宁市公安交通管理局", "派单规则")
        }
    }

    @Test func `the same number elsewhere is registered once`() throws {
        let call =
            ["call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--external-id", "外-7"] + Self.at
        #expect(try yousu(words: call).status == 0)
        try expectUnchanged {
            expectRefusal(try yousu(words: call), 64, saying: "外-7", "20240319000005-1")
        }
    }

    @Test func `a call that is no request has a number and counts apart`() throws {
        let run = try yousu(words: ["invalid", "--reason", "骚扰"] + Self.at)
        #expect(run.stdout == "20240319000005\n")
        #expect(try yousu("list", "--format", "json").json["total"] as? Int == 4)
        #expect(try yousu("bulletin", "2024-03-19", "--draft", "--format", "json").json["calls"] as? Int == 3)
    }
}
