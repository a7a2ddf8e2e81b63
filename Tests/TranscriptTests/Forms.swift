import Foundation
import Glibc
import Testing

/// 来电, 留言 at a terminal: asked for field by field.
final class Forms: Transcript {
    /// What is typed into a field, and how it is left.
    private typealias Entry = (title: String, text: String)

    /// A whole call, field by field.
    private static let call: [Entry] = [
        ("类型", "ts"), ("电话", "13900005678"), ("姓名", "赵某某（编造）"), ("保密", ""), ("区县", "城东"), ("街道", ""),
        ("社区", ""), ("点位", "样例小区"), ("内容", "电梯又停了，老人下不了楼（编造）"), ("希望", "当天修好"), ("分类", "电梯停运"),
        ("紧急", ""), ("处置", ""), ("单位", "城东区"),
    ]

    private func terminal(_ words: String..., columns: Int = 80, rows: Int = 24) throws -> TerminalRun {
        try TerminalRun(
            [Program.path] + words, in: folder, environment: environment, columns: columns, rows: rows)
    }

    /// Fills in a call as far as wanted. Returns how many keys that took besides the texts.
    @discardableResult
    private func fill(_ run: TerminalRun, upTo count: Int = call.count) throws -> Int {
        for (title, text) in Self.call.prefix(count) {
            try #require(run.wait(for: "▸ \(title)"), "\(title)\n\(run.screen.text)")
            if !text.isEmpty {
                run.type(text)
                try #require(
                    run.wait { $0.lines.contains { $0.hasPrefix("▸ \(title)") && $0.contains(text) } },
                    "\(title)\n\(run.screen.text)")
            }
            run.type("\r")
        }
        return min(count, Self.call.count)
    }

    /// Types ahead as far as wanted.
    private func typeAhead(_ run: TerminalRun, upTo count: Int) throws {
        try #require(run.wait(for: "▸ \(Self.call[0].title)"))
        run.type(Self.call.prefix(count).map { $0.text + "\r" }.joined())
        try #require(run.wait(for: "▸ \(Self.call[count].title)"), "\(run.screen.text)")
    }

    private func drafts() -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: "\(folder)/.local/state/yousu/drafts")
        return (names ?? []).filter { $0.hasSuffix(".draft") }
    }

    @Test func `a full call takes fourteen keys besides what is typed`() throws {
        let run = try terminal("call")
        #expect(try fill(run) <= 14)
        #expect(run.status() == 0)
        #expect(run.isSane)
        let number = try #require(run.screen.lines.first { $0.count == 14 })
        let page = try yousu("show", number, "--format", "json").json
        #expect(page["stage"] as? String == "dispatched")
        let contact = try #require((page["contacts"] as? [[String: Any]])?.first)
        for (key, value) in [
            ("kind", "投诉"), ("category", "物业服务/电梯/电梯停运"), ("spot", "样例小区"),
            ("content", "电梯又停了，老人下不了楼（编造）"), ("wants", "当天修好"),
        ] {
            #expect(contact[key] as? String == value)
        }
        #expect(contact["areas"] as? [String] == ["城东区"])
        let revealed = try yousu("reveal", number, "--reason", "核对（编造）").stdout
        #expect(revealed.contains("13900005678") && revealed.contains("赵某某（编造）"))
        #expect(drafts().isEmpty)
    }

    @Test func `each screen as it was looked at`() throws {
        let yesterday = Date().addingTimeInterval(-86_400).formatted(.iso8601)
        let earlier = try yousu(
            "call", "--kind", "投诉", "--category", "电梯", "--district", "城东区", "--spot", "样例小区", "--phone",
            "13900005678", "--content", "电梯停了一天（编造）", "--at", yesterday)
        try #require(earlier.status == 0, "\(earlier.stderr)")
        let run = try terminal("call")
        try #require(run.wait(for: "▸ 类型"))
        try Golden.check(run.screen, "call-begin")
        try fill(run, upTo: 9)
        try #require(run.wait(for: "可能重复"))
        try Golden.check(run.screen, "call-content")
        run.type("当天修好\r")
        try #require(run.wait(for: "▸ 分类"))
        run.type("dianti")
        try #require(run.wait { $0.lines.contains { $0.contains("●") && $0.contains("电梯") } })
        try Golden.check(run.screen, "call-category")
        run.resize(columns: 132, rows: 30)
        try #require(run.wait(for: "│ 可能重复"))
        try Golden.check(run.screen, "call-wide")
        run.resize(columns: 40, rows: 10)
        try #require(run.wait(for: "▸ 分类"))
        try Golden.check(run.screen, "call-narrow")
        run.type("\u{18}\u{18}")
        #expect(run.status() == 75)
        #expect(drafts().isEmpty)
    }

    @Test func `going back loses nothing, and what is wrong is said at once`() throws {
        let run = try terminal("call")
        try fill(run, upTo: 1)
        try #require(run.wait(for: "▸ 电话"))
        run.type("12\r")
        #expect(run.wait(for: "“12”不是电话号码"))
        run.type("\u{15}13900005678\r")
        try #require(run.wait(for: "▸ 姓名"))
        run.type("小区\u{7F}\u{7F}")
        #expect(
            run.wait { $0.lines.contains { $0.hasPrefix("▸ 姓名") && !$0.contains("小") && !$0.contains("区") } })
        run.type("\u{1B}[A")
        #expect(run.wait(for: "▸ 电话  13900005678"))
        run.type("\u{1B}[Z")
        #expect(run.wait { $0.text.contains("▸ 类型") && $0.text.contains("● 投诉") })
        // F10 with things missing goes to the first of them.
        run.type("\u{1B}[21~")
        #expect(run.wait { $0.text.contains("▸ 内容") && $0.text.contains("“内容”还没有填") })
        run.type("\u{1B}[200~第一行（编造）\r\n第二行\u{1B}[201~")
        #expect(run.wait(for: "        第二行"))
        run.type("\u{1B}")
        #expect(run.status() == 75)
        #expect(run.isSane)
        #expect(drafts().count == 1)
    }

    @Test(arguments: 0..<14) func `however it ends at a field, a draft and a sane terminal are left`(
        field: Int
    ) throws {
        let store = "\(folder)/store.sqlite"
        for (name, end) in Self.ends {
            let run = try terminal("call")
            try typeAhead(run, upTo: field)
            if field == 0 {
                run.type("ts")
                try #require(run.wait(for: "● 投诉"))
            }
            end(run, store)
            #expect(run.status() == 75, "\(name)")
            rename(store + ".away", store)
            if name != "hangup" { #expect(run.isSane, "\(name)") }
            #expect(drafts().count == 1, "\(name)")
            let next = try terminal("call", "--resume")
            #expect(next.wait { $0.lines.contains { $0.contains("类型") && $0.contains("投诉") } }, "\(name)")
            next.type("\u{18}\u{18}")
            #expect(next.status() == 75)
            #expect(drafts().isEmpty)
        }
    }

    private static let ends: [(String, @Sendable (TerminalRun, _ store: String) -> Void)] = [
        ("Ctrl-C", { run, _ in run.type("\u{3}") }), ("Ctrl-D", { run, _ in run.type("\u{4}") }),
        ("SIGTERM", { run, _ in run.signal(SIGTERM) }),
        ("hangup", { run, _ in run.hangUp() }),
        (
            "a lost store",
            { run, store in
                rename(store, store + ".away")
                // Back by one field: what is beside the form is asked for anew, in vain.
                run.type("\u{1B}[Z")
                run.type("\u{4}")
            }
        ),
    ]

    @Test func `a call that is being taken down cannot be taken up elsewhere as well`() throws {
        let first = try terminal("call")
        try typeAhead(first, upTo: 4)
        try #require(drafts().count == 1)
        let second = try terminal("call", "--resume")
        #expect(second.status() == 66)
        #expect(second.screen.text.contains("没有放下的草稿"))
        let shift = try yousu("handover", "--format", "json")
        #expect(shift.json["drafts"] as? Int == 0, "\(shift)")
        // Not even a program that is killed keeps it.
        first.signal(SIGKILL)
        _ = first.status()
        let third = try terminal("call", "--resume")
        #expect(third.wait { $0.lines.contains { $0.contains("姓名") && $0.contains("赵某某（编造）") } })
        third.type("\u{18}\u{18}")
        #expect(third.status() == 75)
        let left = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/.local/state/yousu/drafts")
        #expect(left == [])
    }

    @Test func `the phone is asked for without echo, and Ctrl-C leaves the terminal as it was`() throws {
        let run = try terminal("call", "--kind", "投诉", "--category", "电梯", "--content", "一", "--phone", "-")
        try #require(run.wait(for: "电话"))
        run.type("1390000")
        #expect(!run.isSane)
        run.type("\u{3}")
        #expect(run.status() == 128 + SIGINT)
        #expect(run.isSane && !run.screen.text.contains("1390000"))
    }

    @Test func `a store that is lost takes nothing with it`() throws {
        let run = try terminal("call")
        try fill(run, upTo: 13)
        try #require(run.wait(for: "▸ 单位"))
        let store = "\(folder)/store.sqlite"
        rename(store, store + ".away")
        run.type("城东区")
        try #require(run.wait(for: "● 城东区"))
        run.type("\r")
        #expect(run.wait { !$0.text.contains("回车 下一项") })
        run.type("\u{1B}")
        #expect(run.status() == 75)
        #expect(run.isSane)
        rename(store + ".away", store)
        let next = try terminal("call", "--resume")
        try #require(next.wait(for: "▸ 处置"))
        next.type("\u{1B}[21~")
        #expect(next.status() == 0)
        #expect(drafts().isEmpty)
        #expect(try yousu("list", "--spot", "样例小区", "--format", "csv").lines.count == 3)
    }

    @Test func `an answer of the knowledge base is taken with one key and cited`() throws {
        for (question, answer) in [("电梯停了找谁", "先打物业电话，再打梯箱上的应急电话"), ("停水了怎么办", "看公告")] {
            let added = try yousu("knowledge", "add", "--question", question, "--answer", answer)
            try #require(added.status == 0, "\(added.stderr)")
        }
        let run = try terminal("call")
        for (title, text) in Self.call.prefix(12) {
            try #require(run.wait(for: "▸ \(title)"))
            let typed = title == "内容" ? "电梯停了，问找谁（编造）" : text
            if !typed.isEmpty {
                run.type(typed)
                try #require(
                    run.wait { $0.lines.contains { $0.hasPrefix("▸ \(title)") && $0.contains(typed) } })
            }
            run.type("\r")
        }
        try #require(run.wait { $0.text.contains("▸ 处置") && $0.text.contains("知识 1：电梯停了找谁") })
        #expect(run.wait(for: "F2 用知识 1"))
        run.type("\u{1B}OQ")
        try #require(run.wait(for: "▸ 答复  先打物业电话，再打梯箱上的应急电话"))
        try #require(run.wait(for: "引用知识 1"))
        try Golden.check(run.screen, "call-knowledge")
        run.type("\r")
        #expect(run.status() == 0)
        let number = try #require(run.screen.lines.first { $0.count == 14 })
        let page = try yousu("show", number).stdout
        #expect(page.contains("答复：先打物业电话，再打梯箱上的应急电话；依据：知识 1：电梯停了找谁"))
    }

    @Test func `one call after the other, and a message`() throws {
        let run = try terminal("call", "--loop")
        try fill(run)
        try #require(run.wait { $0.text.contains("▸ 类型") && !$0.text.contains("样例小区") })
        run.type("\u{1B}")
        #expect(run.status() == 0)
        #expect(run.screen.lines.contains { $0.count == 14 && $0.allSatisfy(\.isNumber) })
        let message = try terminal("message")
        try #require(message.wait(for: "▸ 类型"))
        message.type("jy\r")
        try #require(message.wait(for: "▸ 渠道"))
        #expect(message.screen.text.contains("登记网民留言"))
        message.type("\u{1B}")
        #expect(message.status() == 75)
    }

    @Test func `a moment given beforehand is no draft, and holds for one that is taken up`() throws {
        let moment = ["--at", "2024-03-19 09:00"]
        let empty = try terminal("call", moment[0], moment[1])
        try #require(empty.wait(for: "▸ 类型"))
        empty.type("\u{1B}")
        #expect(empty.status() == 75)
        #expect(drafts().isEmpty)
        let first = try terminal("call")
        try typeAhead(first, upTo: 12)
        first.type("\u{1B}")
        #expect(first.status() == 75)
        let next = try terminal("call", "--resume", moment[0], moment[1])
        try #require(next.wait(for: "▸ 处置"))
        next.type("xdj")
        try #require(next.wait(for: "● 先登记"))
        next.type("\u{1B}[21~")
        #expect(next.status() == 0)
        #expect(next.screen.lines.contains { $0.hasPrefix("20240319") && $0.count == 14 })
    }

    @Test func `without a terminal, or with something given, nothing is asked`() throws {
        let run = try yousu("call")
        #expect(run.status == 64 && run.stderr.contains("--kind"))
        #expect(try yousu("call", "--resume").status == 64)
        expectRefusal(try yousu("call", "--loop", "--kind", "投诉"), 64, saying: "--loop 和 --kind 不能同时用")
        expectRefusal(
            try yousu("message", "--loop", "--channel", "微信"), 64, saying: "--loop 和 --channel 不能同时用")
        let given = try terminal("call", "--kind", "投诉")
        #expect(given.status() == 64)
        #expect(given.isSane && given.screen.text.contains("--category"))
        let none = try terminal("call", "--resume")
        #expect(none.status() == 66)
        #expect(none.screen.text.contains("没有放下的草稿"))
    }
}

/// 待办 --watch and 上手: other screens.
final class LiveScreens: Transcript {
    private func terminal(_ words: String..., columns: Int = 80, rows: Int = 24) throws -> TerminalRun {
        try TerminalRun(
            [Program.path] + words, in: folder, environment: environment.merging(["PAGER": "cat"]) { $1 },
            columns: columns, rows: rows)
    }

    @Test func `the worklists live: a case is opened, and what the workflow allows is done with a key`()
        throws
    {
        let run = try terminal("queue", "--watch")
        try #require(run.wait(for: "▸ \(MadeUpDay.waiting)"))
        #expect(run.screen.text.contains("待处置：共 2 件"))
        run.type("\r")
        try #require(run.wait(for: "工单 \(MadeUpDay.waiting)"))
        let foot = run.screen.text
        let key = try #require(foot.firstMatch(of: /(\w) 转交/)?.1)
        run.type(String(key))
        try #require(run.wait(for: "单位："))
        run.type("交管局")
        try #require(run.wait(for: "● 西宁市公安交通管理局"))
        run.type("\r")
        try #require(run.wait(for: "办好了"))
        #expect(run.screen.text.contains("已转交待签收"))
        run.type("\u{1B}")
        #expect(run.wait(for: "待处置：共 1 件"))
        run.resize(columns: 40, rows: 8)
        #expect(run.wait { $0.lines.first?.contains("待办") == true && $0.text.contains("q 退出") })
        run.type("q")
        #expect(run.status() == 0)
        #expect(run.isSane && run.screen.unknown == [])
        #expect(
            try yousu("show", MadeUpDay.waiting, "--format", "json").json["stage"] as? String == "dispatched")
    }

    @Test func `what is refused or left out is said, and nothing is done`() throws {
        let run = try terminal("queue", "dispatch", "--watch")
        try #require(run.wait(for: "▸ \(MadeUpDay.waiting)"))
        run.type("\r")
        try #require(run.wait(for: "工单 \(MadeUpDay.waiting)"))
        let foot = run.screen.text
        run.type(String(try #require(foot.firstMatch(of: /(\w) 直接办理/)?.1)))
        try #require(run.wait(for: "答复："))
        run.type("\r")
        #expect(run.wait(for: "要写"))
        // More than the screen holds: the end, where the cursor is, is what is seen.
        run.type((1...1500).map { String($0 % 10) }.joined() + "末尾")
        #expect(run.wait(for: "末尾"))
        run.type("\u{1B}")
        #expect(run.wait(for: "再按一次就不办了"))
        run.type("\u{1B}")
        #expect(run.wait { !$0.text.contains("答复：") })
        run.type("\u{3}")
        #expect(run.status() == 0)
        #expect(run.isSane)
        #expect(
            try yousu("show", MadeUpDay.waiting, "--format", "json").json["stage"] as? String == "received")
        #expect(try yousu("queue", "--watch").status == 64)
    }

    @Test func `somebody else's work appears, and what turns red rings`() throws {
        let run = try terminal("queue", "dispatch", "--watch")
        try #require(run.wait(for: "▸ \(MadeUpDay.waiting)"))
        #expect(try yousu("direct", MadeUpDay.waiting, "--reply", "已劝离（编造）").status == 0)
        #expect(run.wait(for: "▸ \(MadeUpDay.message)"))
        #expect(!run.screen.text.contains(MadeUpDay.waiting))
        run.signal(SIGTERM)
        #expect(run.status() == 0)
        #expect(run.isSane)
    }

    @Test func `the guide walks through a day and leaves nothing`() throws {
        let temporary = "\(folder)/tmp"
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
        environment["TMPDIR"] = temporary
        let run = try terminal("guide", rows: 60)
        for step in 1...12 {
            try #require(run.wait(for: "【\(step)/12】", seconds: 60), "\(run.screen.text)")
            run.type("\n")
        }
        #expect(run.wait(for: "走完了"))
        #expect(run.status() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
        let plain = try yousu("guide")
        #expect(plain.status == 0 && plain.lines.count >= 24)
    }

    @Test func `a shell is told names and numbers of the store, and man its pages`() throws {
        #expect(try yousu("--complete", "call", "--category", "物业服务/电").lines.contains("物业服务/电梯"))
        #expect(try yousu("--complete", "call", "--district", "城东").lines == ["城东区"])
        #expect(try yousu("--complete", "call", "--district", "城东区", "--street", "").lines.contains("八一路街道"))
        #expect(try yousu("--complete", "show", "2024031900000").lines.contains(MadeUpDay.answered))
        #expect(try yousu("--complete", "show", "--").lines.contains("--as-of"))
        #expect(try yousu("--complete", "call", "--category", "没有的").lines.isEmpty)
        #expect(try yousu("--generate-manual", "\(folder)/man").status == 0)
        let page = try String(contentsOfFile: "\(folder)/man/yousu-call.1", encoding: .utf8)
        #expect(page.contains(".SH 例子") && page.contains(#"\-\-category"#))
        #expect(FileManager.default.fileExists(atPath: "\(folder)/man/yousu-config-check.1"))
    }
}
