import Casework
import Desk
import GRDB
import SplitMix
import TestSupport
import Testing

@testable import CaseStore

/// What is found by words is what a scan of the texts finds.
struct SearchTests {
    /// Few letters, so that words repeat; marks, English, rare characters and emoji among them.
    private static let letters = Array("电梯停水小区路灯12AbcC，。-“” 😀𠮷é")

    private static func text(_ random: inout some RandomNumberGenerator, _ length: ClosedRange<Int>) -> String
    {
        String(
            (0..<Int.random(in: length, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? "电"
            })
    }

    /// LIKE is the scan: the letters of English without regard to case.
    private static func scanned(_ db: Database, _ word: String) throws -> Set<Int64> {
        let pattern =
            "%"
            + word.flatMap { ["%", "_", "\\"].contains($0) ? ["\\", $0] : [$0] } + "%"
        return try Int64.fetchSet(
            db,
            sql: """
                SELECT case_number FROM contacts
                WHERE title LIKE :word ESCAPE '\\' OR content LIKE :word ESCAPE '\\' OR spot LIKE :word ESCAPE '\\'
                UNION SELECT case_number FROM events WHERE reply LIKE :word ESCAPE '\\'
                    OR amended_spot LIKE :word ESCAPE '\\'
                """, arguments: ["word": pattern])
    }

    private func store(_ random: inout some RandomNumberGenerator, cases: Int) throws -> Workbench {
        let bench = try Workbench()
        for count in 0..<cases {
            let day = 1 + count * 18 / cases
            let moment = "2024-03-\(day < 10 ? "0" : "")\(day) 10:00"
            let receipt = try bench.call(at: moment, content: "文" + Self.text(&random, 0...24)) { request in
                request.title = Self.text(&random, 0...8).trimmed
                request.spot = Self.text(&random, 0...4).trimmed
            }
            if count % 3 == 0 { try bench.answer(receipt.number, "答" + Self.text(&random, 1...10)) }
            if count % 7 == 0 {
                try bench.call(
                    at: moment, content: "再" + Self.text(&random, 1...10), about: receipt.number.description)
            }
        }
        return bench
    }

    @Test(arguments: [20_240_319 as UInt64, 7, 99])
    func `any words find what a scan finds, the newest first`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let bench = try store(&random, cases: 100)
        for _ in 0..<670 {
            var words = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                Self.text(&random, 1...Int.random(in: 1...5, using: &random)).filter { !"\"“” ".contains($0) }
            }.filter { !$0.isEmpty && $0.first != "-" }
            if Bool.random(using: &random) { words.append("电 梯") }
            let excluded = words.count > 1 && Bool.random(using: &random) ? words.removeLast() : nil
            guard !words.isEmpty else { continue }
            let typed = words.map { "\"\($0)\"" } + (excluded.map { ["-\"\($0)\""] } ?? [])
            let found = try bench.desk.find(typed.joined(separator: " "), ListRequest())
            let expected = try bench.desk.store.read { reader in
                try words.map { try Self.scanned(reader.db, $0) }.reduce(nil as Set<Int64>?) { all, one in
                    all?.intersection(one) ?? one
                }?.subtracting(excluded.map { try Self.scanned(reader.db, $0) } ?? []) ?? []
            }
            let numbers = found.hits.map(\.line.number.value)
            #expect(numbers == expected.sorted(by: >), "seed \(seed): \(typed)")
            #expect(found.total == .exactly(expected.count))
            for hit in found.hits {
                #expect(hit.snippet.found.lowercased() == words[0].lowercased(), "\(typed)")
            }
        }
        #expect(try bench.desk.verify(search: true).findings.isEmpty)
    }

    @Test func `pages lie end to end`() throws {
        var random = SplitMix64(seed: 5)
        let bench = try store(&random, cases: 60)
        let all = try bench.desk.find("电", ListRequest()).hits.map(\.line.number)
        var pages: [CaseNumber] = []
        for offset in stride(from: 0, to: all.count, by: 7) {
            var request = ListRequest()
            request.limit = 7
            request.offset = offset
            let page = try bench.desk.find("电", request)
            #expect(page.total == .exactly(all.count))
            pages += page.hits.map(\.line.number)
        }
        #expect(all.count > 20)
        #expect(pages == all)
    }

    @Test func `the filters of lists hold`() throws {
        let bench = try Workbench()
        let first = try bench.call("噪音", at: "2024-03-01 10:00", content: "夜里施工")
        let second = try bench.call("噪音", at: "2024-03-05 10:00", content: "早上施工", to: "东岭区")
        var request = ListRequest()
        request.from = "2024-03-02"
        #expect(try bench.desk.find("施工", request).hits.map(\.line.number) == [second.number])
        request = ListRequest()
        request.stage = "待处置"
        #expect(try bench.desk.find("施工", request).hits.map(\.line.number) == [first.number])
    }

    @Test func `a case with more texts than have numbers is found by all of them`() throws {
        let bench = try Workbench()
        let first = try bench.call(at: "2024-03-01 10:00", content: "开头")
        let later = try bench.call(at: "2024-03-02 10:00", content: "另一件")
        try bench.desk.store.write { writer in
            let file = try #require(try writer.reader.caseFile(first.number))
            let contact = try #require(file.contacts.first)
            let event = try #require(file.events.first)
            let entries = (0..<Int(DocumentNumber.perCase) + 3).map { count in
                var (contact, event) = (contact, event)
                contact.number = ContactNumber(caseNumber: first.number, sequence: count + 2)
                contact.content = "第\(count)次催问"
                event.sequence = count + 2
                return HistoryEntry(event, registering: contact, of: Caller())
            }
            try writer.record(entries, on: file)
        }
        for count in [0, 1022, 1023, 1025] {
            let found = try bench.desk.find("第\(count)次", ListRequest())
            #expect(found.hits.map(\.line.number) == [first.number], "\(count)")
        }
        #expect(try bench.desk.find("一件", ListRequest()).hits.map(\.line.number) == [later.number])
        #expect(try bench.desk.verify(search: true).findings.isEmpty)
    }

    @Test func `a corrected spot is found by both`() throws {
        let bench = try Workbench()
        let receipt = try bench.call(at: "2024-03-01 10:00") { $0.spot = "样例小区" }
        try bench.act(.amend, receipt.number.description) {
            $0.correction = Correction()
            $0.correction?.spot = "示范花园"
            $0.reason = "听错"
        }
        for spot in ["样例小区", "示范花园"] {
            #expect(try bench.desk.find(spot, ListRequest()).hits.count == 1, "\(spot)")
        }
    }

    @Test func `an index that is not as the texts say is noticed, and made anew`() throws {
        let bench = try Workbench()
        let receipt = try bench.call(at: "2024-03-01 10:00", content: "电梯停运")
        try bench.answer(receipt.number, "已修好")
        #expect(try bench.desk.verify(search: true).findings.isEmpty)
        try DatabaseQueue(path: bench.path).writeWithoutTransaction { db in
            try db.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
        }
        #expect(try bench.desk.verify().findings.isEmpty)
        #expect(try bench.desk.verify(search: true).findings == [.search])
        #expect(try bench.desk.find("电梯", ListRequest()).hits.isEmpty)
        try bench.desk.rebuildIndex()
        #expect(try bench.desk.verify(search: true).findings.isEmpty)
        #expect(try bench.desk.find("修好", ListRequest()).hits.count == 1)
    }

    @Test func `every SQLite can ask the index`() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-01 10:00", content: "电梯停运")
        let count = try DatabaseQueue(path: bench.path).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM search WHERE search MATCH '电梯 AND 停运'")
        }
        #expect(count == 1)
    }

    @Test(arguments: [
        "", "  ", "-电梯", "\"\"", String(repeating: "长", count: 201), String(repeating: "词 ", count: 21),
    ])
    func `what cannot be looked for is refused`(text: String) throws {
        let bench = try Workbench()
        #expect(throws: DeskError.self) { try bench.desk.find(text, ListRequest()) }
    }
}

extension Workbench {
    fileprivate func answer(_ number: CaseNumber, _ text: String) throws {
        try act(.direct, number.description) { $0.reply = text }
    }
}

extension String {
    fileprivate var trimmed: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
