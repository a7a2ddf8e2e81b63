import CaseStore
import Casework
import Desk
import TestSupport
import Testing

/// The knowledge base: what is kept, what is found, and what answers cite.
struct KnowledgeTests {
    private func add(
        _ bench: Workbench, _ question: String, _ answer: String = "按规定办", by name: String? = nil,
        edit: (inout ArticleRequest) -> Void = { _ in }
    ) throws -> String {
        var request = ArticleRequest()
        request.question = question
        request.answer = answer
        edit(&request)
        let writer = name.map { desk(bench, $0) } ?? bench.desk
        return try writer.addArticle(request).description
    }

    private func desk(_ bench: Workbench, _ name: String) -> Desk {
        Desk(store: bench.desk.store, actor: Actor(staff: name), now: bench.desk.now)
    }

    private func all(_ bench: Workbench, edit: (inout ArticlesRequest) -> Void = { _ in }) throws -> [Article]
    {
        var request = ArticlesRequest()
        edit(&request)
        return try bench.desk.articles(request)
    }

    @Test func `an article is kept with who and when, and found by what is asked`() throws {
        let bench = try Workbench()
        let number = try add(bench, "水费怎么交", "在网上交") {
            $0.category = "用水"
            $0.until = "2024-03-31"
        }
        _ = try add(bench, "路灯坏了找谁")
        let found = try bench.desk.findArticles("请问水费在哪里交", ArticlesRequest())
        let article = try #require(found.articles.first)
        #expect(found.articles.count == 1 && found.left.isEmpty)
        #expect(article.id.description == number)
        #expect(article.answer == "在网上交" && article.category == "用水" && article.end == nil)
        #expect(article.validUntil == CivilDay(compact: 20_240_331))
        #expect(article.staff == "测试员" && article.at == bench.desk.now())
        #expect(try all(bench) { $0.category = "用水" }.count == 1)
        #expect(try all(bench) { $0.category = "停水" }.isEmpty)
        #expect(try all(bench).count == 2)
        #expect(throws: DeskError.nothingToFind) { try bench.desk.findArticles(" ", ArticlesRequest()) }
    }

    @Test func `the last day counts, and the day after it does not`() throws {
        let bench = try Workbench()
        _ = try add(bench, "水费怎么交") { $0.until = "2024-03-20" }
        bench.set("2024-03-20T23:59:59+07:00")
        #expect(try bench.desk.findArticles("水费", ArticlesRequest()).articles.count == 1)
        bench.set("2024-03-21T00:00:00+07:00")
        let found = try bench.desk.findArticles("水费", ArticlesRequest())
        #expect(found.articles.isEmpty)
        #expect(found.left.map(\.end) == [.expired])
        #expect(throws: DeskError.dayOver("2024-03-20")) {
            try add(bench, "停水几天") { $0.until = "2024-03-20" }
        }
    }

    @Test func `a changed article takes the old one's place, once; both stay for the record`() throws {
        let bench = try Workbench()
        let old = try add(bench, "水费怎么交", "在柜台交")
        bench.set("2024-03-20T10:00:00+07:00")
        let new = try add(bench, "水费怎么交", "在网上交") { $0.replaces = old }
        #expect(try all(bench).map(\.answer) == ["在网上交"])
        #expect(try all(bench) { $0.all = true }.map(\.end) == [nil, .replaced(by: Int64(new) ?? 0)])
        #expect(try all(bench) { $0.asOf = "2024-03-20 09:30" }.map(\.answer) == ["在柜台交"])
        #expect(throws: DeskError.self) { try add(bench, "水费怎么交", "都行") { $0.replaces = old } }
        #expect(throws: DeskError.noSuchArticle("9")) { try add(bench, "水费怎么交") { $0.replaces = "9" } }
        _ = try bench.desk.retireArticle(new, reason: "改由水务公司答复", at: nil)
        #expect(try all(bench).isEmpty)
        #expect(throws: DeskError.self) { try bench.desk.retireArticle(new, reason: "再停一次", at: nil) }
        #expect(throws: DeskError.missing("--reason")) {
            try bench.desk.retireArticle(new, reason: nil, at: nil)
        }
    }

    @Test func `those who answer for the wording write it, everybody reads it`() throws {
        let bench = try Workbench()
        for (name, role) in [("话务甲", "话务员"), ("派单乙", "派单员"), ("编辑丙", "编辑")] {
            var request = StaffRequest(name: name)
            request.roles = [role]
            try bench.desk.putStaff(request)
        }
        let roles: Set<Role> = [.dispatcher, .supervisor, .editor, .administrator]
        #expect(throws: DeskError.notAllowed("编知识库", roles: roles)) { try add(bench, "水费怎么交", by: "话务甲") }
        let number = try add(bench, "水费怎么交", by: "派单乙")
        #expect(try desk(bench, "话务甲").findArticles("水费", ArticlesRequest()).articles.count == 1)
        #expect(throws: DeskError.notAllowed("停用知识", roles: roles)) {
            try desk(bench, "话务甲").retireArticle(number, reason: "过时", at: nil)
        }
        _ = try desk(bench, "编辑丙").retireArticle(number, reason: "过时", at: nil)
    }

    @Test func `an answer takes the article's words where none are given, and cites it`() throws {
        let bench = try Workbench()
        let number = try add(bench, "水费怎么交", "在网上交")
        let first = try bench.call { $0.knowledge = number }
        let second = try bench.call(direct: "请在网上交") { $0.knowledge = number }
        let third = try bench.call()
        try bench.act(.direct, third.number.description) { $0.knowledge = number }
        for (receipt, reply) in [(first, "在网上交"), (second, "请在网上交"), (third, "在网上交")] {
            let view = try bench.desk.show(receipt.number.description)
            let event = try #require(view.events.last?.event)
            #expect(event.action == .direct && event.reply == reply)
            #expect(event.note == "知识 \(number)：水费怎么交")
            #expect(view.file.state.stage == .answered)
        }
        #expect(throws: DeskError.excludes("--knowledge", "--to")) {
            try bench.call(to: "东岭区") { $0.knowledge = number }
        }
        let result = try bench.desk.verify { _, _ in }
        #expect(result.findings.isEmpty)
    }

    @Test func `what is over or unknown is not cited, and nothing is recorded`() throws {
        let bench = try Workbench()
        let retired = try add(bench, "水费怎么交")
        _ = try bench.desk.retireArticle(retired, reason: "过时", at: nil)
        let expired = try add(bench, "停水几天") { $0.until = "2024-03-20" }
        let replaced = try add(bench, "路灯找谁")
        _ = try add(bench, "路灯找谁") { $0.replaces = replaced }
        bench.set("2024-03-21T09:00:00+07:00")
        for number in [retired, expired, replaced, "99", "甲"] {
            #expect(throws: DeskError.self) { try bench.call { $0.knowledge = number } }
        }
        #expect(try bench.desk.list(ListRequest()).lines.isEmpty)
        // What was answered while it held, and is entered later, may say so.
        let late = try bench.call(at: "2024-03-20 12:00") { $0.knowledge = expired }
        #expect(try bench.desk.show(late.number.description).file.state.stage == .answered)
    }

    @Test func `advice brings what fits well, at most two, and nothing that is over`() throws {
        let bench = try Workbench()
        let own = try add(bench, "水费怎么交", "在网上交") { $0.category = "用水" }
        _ = try add(bench, "路灯坏了找谁")
        let over = try add(bench, "水费怎么交", "在柜台交")
        _ = try bench.desk.retireArticle(over, reason: "过时", at: nil)
        var request = IntakeRequest()
        request.content = "想问一下水费怎么交"
        #expect(try bench.desk.advice(on: request).articles.map(\.id.description) == [own])
        for count in 0..<3 { _ = try add(bench, "水费怎么交", "第\(count)种交法") }
        #expect(try bench.desk.advice(on: request).articles.count == 2)
        request.content = "夜里施工，太吵了"
        #expect(try bench.desk.advice(on: request).articles.isEmpty)
        request.content = nil
        #expect(try bench.desk.advice(on: request).articles.isEmpty)
    }
}
