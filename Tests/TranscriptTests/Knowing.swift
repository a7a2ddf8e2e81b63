import Testing

/// 知识 and 交班 at the command line.
final class Knowing: Transcript {
    private func add(_ question: String, _ answer: String, _ words: String...) throws -> Run {
        try yousu(
            words: ["knowledge", "add", "--question", question, "--answer", answer] + words)
    }

    @Test func `an article is entered, found, cited, changed and taken out`() throws {
        #expect(try yousu("knowledge", "list").stdout.contains("知识库里还没有"))
        #expect(try add("社保卡怎么补办", "带身份证到服务网点补办", "--category", "劳动社保").stdout == "1\n")
        let found = try yousu("knowledge", "find", "社保卡丢了怎么办")
        #expect(found.status == 0 && found.stderr.isEmpty)
        #expect(found.stdout.contains("社保卡怎么补办") && found.stdout.contains("劳动社保"))
        #expect(try yousu("知识", "查找", "补办").stdout == yousu("knowledge", "find", "补办").stdout)
        #expect(try yousu("knowledge", "find", "噪音").stdout == "知识库里没有相合的。\n")

        let direct = try yousu("direct", MadeUpDay.waiting, "--knowledge", "1")
        #expect(direct.stdout == MadeUpDay.waiting + "\n")
        let page = try yousu("show", MadeUpDay.waiting).stdout
        #expect(page.contains("直接办理；答复：带身份证到服务网点补办；依据：知识 1：社保卡怎么补办"))
        let call = try yousu(
            "call", "--kind", "咨询", "--category", "劳动社保", "--content", "社保卡丢了", "--knowledge", "1",
            "--direct", "-", stdin: "带身份证，哪个网点都行\n")
        #expect(call.status == 0, "\(call.stderr)")
        let event = (try shown(call.number)["events"] as? [[String: Any]])?.last
        #expect(event?["reply"] as? String == "带身份证，哪个网点都行")
        #expect(event?["note"] as? String == "知识 1：社保卡怎么补办")

        #expect(try add("社保卡怎么补办", "手机上也能补办", "--replaces", "1").stdout == "2\n")
        let old = try yousu("direct", MadeUpDay.message, "--knowledge", "1")
        expectRefusal(old, 77, saying: "知识 1 已由 2 代替", "用 2")
        let left = try yousu("knowledge", "find", "社保卡")
        #expect(left.stdout.contains("手机上也能补办") && !left.stdout.contains("带身份证"))
        #expect(left.stderr.contains("另有 1 条过期或停用，没有列出：1"))
        #expect(try yousu("knowledge", "retire", "2", "--reason", "政策取消").stdout == "2\n")
        expectRefusal(
            try yousu("direct", MadeUpDay.message, "--knowledge", "2"), 77, saying: "知识 2 已停用：“政策取消”", "另找")
        #expect(try yousu("knowledge", "list", "2").stdout.contains("现状：王一 停用：政策取消"))
        #expect(try yousu("knowledge", "list").stdout == "这样查没有知识。过期和停用的加 --all 查看。\n")
        #expect(try yousu("knowledge", "list", "--all", "--format", "csv").lines.count == 3)
        #expect(try yousu("verify").status == 0)
    }

    @Test func `what is wrong is told with what to do`() throws {
        expectRefusal(try yousu("knowledge", "add", "--question", "一"), 64, saying: "缺少 --answer", "--answer")
        expectRefusal(try add("一", "二", "--until", "2024-01-01"), 64, saying: "“2024-01-01” 已经过去", "以后")
        expectRefusal(try add("一", "二", "--replaces", "9"), 66, saying: "没有知识 “9”", "knowledge find")
        expectRefusal(try yousu("knowledge", "list", "甲"), 66, saying: "没有知识 “甲”", "knowledge find")
        expectRefusal(
            try yousu("direct", MadeUpDay.waiting, "--knowledge", "9"), 66, saying: "没有知识 “9”",
            "knowledge find")
    }

    @Test func `the JSON says all of an article`() throws {
        _ = try add("问", "答", "--until", "2099-12-31")
        let article =
            (try yousu("knowledge", "list", "--format", "json").json["articles"] as? [[String: Any]])?
            .first
        #expect(
            Set(article?.keys.map { $0 } ?? []) == [
                "id", "question", "answer", "category", "validUntil", "at", "by", "replaces", "replacedBy",
                "retired", "expired",
            ])
        #expect(article?["validUntil"] as? String == "2099-12-31")
        #expect(try yousu("knowledge", "find", "问", "--format", "json").json["schema"] as? Int == 1)
    }

    @Test func `a shift is handed over and taken up`() throws {
        let call = try yousu("call", "--kind", "求助", "--category", "其他", "--content", "楼道里有煤气味")
        let number = call.number
        let page = try yousu("handover")
        #expect(page.status == 0 && page.stderr.isEmpty)
        #expect(page.stdout.contains("接了 1 件：未处置 1"))
        #expect(page.stdout.contains("还没有处置（1）\n  \(number)-1\n"))
        #expect(page.stdout.contains("没有人确认的警示（1）"))
        let ended = try yousu("handover", "--note", "煤气味那件等燃气公司回话")
        #expect(ended.stdout.contains("留给下一班：煤气味那件等燃气公司回话"))
        #expect(ended.stderr.contains("已交班"))
        let next = try yousu("--as", "李二", "交班")
        #expect(next.stdout.contains("上一班留的话（1）"))
        #expect(next.stdout.contains("王一：煤气味那件等燃气公司回话"))
        #expect(next.stdout.contains("接了 0 件"))
        let json = try yousu("handover", "--format", "json").json
        #expect(json["taken"] as? Int == 0)
        #expect(json["drafts"] as? Int == 0)
        #expect((json["notes"] as? [Any])?.count == 1)
        let past = try yousu(
            "handover", "--since", "2024-03-19 07:00", "--as-of", "2024-03-19 10:30", "--format", "json")
        #expect(past.json["taken"] as? Int == 3)
        #expect(
            (past.json["undisposed"] as? [String])?.map { $0.prefix(14) } == [MadeUpDay.waiting.prefix(14)])
        expectRefusal(try yousu("handover", "--note", " "), 64, saying: "--note", "内容")
    }
}
