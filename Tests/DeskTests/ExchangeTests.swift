import CSV
import CaseStore
import Casework
import Desk
import Foundation
import Reports
import TestSupport
import Testing

struct ExchangeTests {
    @Test("Importing a file twice changes nothing; with --update later replies and callbacks are added")
    func idempotent() throws {
        let bench = try Workbench()
        let table = """
            external_id,received_at,channel,category,content,disposition,unit
            A1,2024-03-18 10:00,座机,噪音,夜里施工,transfer,东岭区
            A2,2024-03-18 11:00,云州通,用水,停水,,
            """
        #expect(try bench.importTable(table).contacts == 2)
        let before = try bench.exportTable()
        let again = try bench.importTable(table)
        #expect((again.contacts, again.skipped) == (0, 2))
        #expect(try bench.exportTable() == before)
        let later = """
            external_id,received_at,channel,content,disposition,reply,replied_at,callback_at,responded,resolved,satisfaction
            A1,2024-03-18 10:00,座机,夜里施工,transfer,已制止,2024-03-19 09:00,2024-03-19 10:00,yes,yes,满意
            """
        #expect(try bench.importTable(later).skipped == 1)
        var options = ImportOptions()
        options.updates = true
        #expect(try bench.importTable(later, options).updated == 1)
        #expect(try bench.importTable(later, options).skipped == 1)
        let line = try #require(try bench.desk.list(ListRequest()).lines.last)
        #expect(line.stage == .closed)
        #expect(try bench.desk.bulletin("2024-03-19").bulletin.callbacks == 1)
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("Another system's columns, times and names are taken as they are; what is missing is not invented")
    func foreignColumns() throws {
        let bench = try Workbench()
        var options = ImportOptions()
        options.columns = "留言编号=external_id,留言时间=received_at,留言主题=title,留言详情=content"
        options.channel = "云州通"
        options.source = "旧系统"
        let table = "留言编号,留言用户,留言主题,留言时间,留言详情\n7,A01,噪声,2024/3/8 9:05:07,\"第一行\n第二行\"\n8,A02,,2024-03-08,停水\n"
        let result = try bench.importTable(table, options)
        #expect(result.contacts == 2)
        #expect(result.ignoredColumns == ["留言用户"])
        let lines = try bench.desk.list(ListRequest()).lines
        #expect(lines.map(\.category) == ["其他", "其他"])
        #expect(lines.map(\.categorySource) == [.missing, .missing])
        #expect(lines.map(\.kind) == ["", ""])
        #expect(Set(lines.map(\.externalID)) == ["7", "8"])
        #expect(try bench.desk.bulletin("2024-03-08").bulletin.messages == 2)
    }

    @Test(
        "A bad row is not half stored: it is told with its line and its reason, the others are taken",
        arguments: [
            (",座机,噪音,x,,", "received_at"), ("2024-03-32,座机,噪音,x,,", "received_at"),
            ("2024-03-19 10:00,,噪音,x,,", "channel"),
            ("2024-03-19 10:00,座机,没有,x,,", "category"), ("2024-03-19 10:00,座机,噪,x,,", "category"),
            ("2024-03-19 10:00,座机,噪音,,,", "content"), ("2024-03-19 10:00,座机,噪音,x,maybe,", "disposition"),
            ("2024-03-19 10:00,座机,噪音,x,transfer,没有", "unit"), ("2099-03-19 10:00,座机,噪音,x,,", "received_at"),
            ("2024-03-19 10:00,座机,噪音,x,transfer,", "rule"), ("2024-03-19 10:00,座机,噪音,\"x\"y,,", "csv"),
        ])
    func badRows(row: String, column: String) throws {
        let bench = try Workbench()
        let table =
            "received_at,channel,category,content,disposition,unit\n\(row)\n2024-03-19 11:00,座机,噪音,好,,\n"
        let result = try bench.importTable(table)
        #expect(result.contacts == 1)
        #expect(result.rejected == 1)
        #expect(result.faults.map(\.line) == [2])
        let words = try #require(result.faults.first.map { Wording.words($0.fault) })
        let expected = ["csv": "引号", "rule": "派单规则"][column] ?? column
        #expect(words.contains(expected), "\(words)")
        #expect(try bench.desk.store.condition().cases == 1)
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("Follow-ups are grouped by number or by about, and callbacks find their contact")
    func grouping() throws {
        let bench = try Workbench()
        let table = """
            record,external_id,number,about,received_at,channel,category,content,disposition,unit,callback_at,responded,resolved,satisfaction
            ,A1,W-1,,2024-03-18 10:00,座机,噪音,一,transfer,东岭区,,,,
            ,A2,W-1,,2024-03-18 12:00,座机,噪音,又一,transfer,,,,,
            ,A3,,A1,2024-03-18 13:00,座机,用水,再一,,,,,,
            callback,,,A2,,,,,,,2024-03-19 09:00,yes,no,不满意
            callback,,,A9,,,,,,,2024-03-19 09:00,yes,no,不满意
            """
        let result = try bench.importTable(table)
        #expect((result.contacts, result.callbacks, result.rejected) == (3, 1, 1))
        let lines = try bench.desk.list(ListRequest()).lines
        #expect(lines.count == 1)
        let view = try bench.desk.show(try #require(lines.first).number.description)
        #expect(view.contacts.map(\.state.disposition) == [.transferred, .transferred, .undisposed])
        #expect(view.events.filter { $0.event.action == .dispatch }.count == 1)
        let bulletin = try bench.desk.bulletin("2024-03-18").bulletin
        #expect((bulletin.calls, bulletin.transferred, bulletin.undisposed) == (3, 2, 1))
    }

    @Test("A rehearsal says what would happen and leaves nothing behind")
    func rehearsal() throws {
        let bench = try Workbench()
        let table = "external_id,received_at,channel,content\nA,2024-03-19,座机,x\nA,2024-03-19,座机,x\n"
        let result = try bench.desk.rehearse { desk in
            var chunks = [Array(table.utf8)][...]
            return try desk.importTable({ chunks.popFirst() }, options: ImportOptions())
        }
        #expect((result.contacts, result.skipped) == (1, 1))
        #expect(try bench.desk.store.condition().cases == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        #expect(left.allSatisfy { !$0.contains("rehearsal") })
    }

    @Test(
        "Texts come back from export and import as they were, formulas and all",
        arguments: [
            "=1+1", "+86", "-5度", "@某人", "\t缩进", "'=x", "''", "\"引号\", 逗号\n换行", "  空格", "😀👨‍👩‍👧",
            "'; DROP TABLE cases; --",
            "\u{1B}[31m红", "</script>", "%s%n", "\u{202E}反",
        ])
    func texts(text: String) throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-19 10:00", content: text) { $0.title = "题\(text)" }
        let other = try Workbench()
        let rows = try bench.exportTable()
        #expect(try other.importTable(rows.map(CSVWriter.row).joined()).contacts == 1)
        let (one, two) = (try bench.exportTable(), try other.exportTable())
        let content = try #require(one[0].firstIndex(of: "content"))
        #expect(one[1][content] == two[1][content])
        #expect(try bench.desk.verify().findings.isEmpty)
    }
}

struct RestoringTests {
    private func table(_ rows: [[String]]) -> String {
        rows.map(CSVWriter.row).joined()
    }

    @Test("After a step that is refused the later ones are refused too, however often the file is imported")
    func refusedStep() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 10:00", to: "东岭区").number.description
        try bench.act(.urge, number, at: "2024-03-19 11:00")
        try bench.callback(number, at: "2024-03-19 12:00")
        var rows = try bench.exportTable()
        let unit = try #require(rows[0].firstIndex(of: "unit"))
        let correct = rows
        rows[2][unit] = "没有的单位"
        let other = try Workbench()
        for _ in 0..<3 {
            let result = try other.importTable(table(rows))
            #expect(result.rejected == 3)
            #expect(try other.desk.bulletin("2024-03-19").bulletin.callbacks == 0)
        }
        #expect(try other.importTable(table(correct)).rejected == 0)
        #expect(try other.desk.bulletin("2024-03-19").bulletin.callbacks == 1)
        #expect(try other.desk.verify().findings.isEmpty)
    }

    @Test("An export goes back into a copy of its own store, and not over another history")
    func ownStore() throws {
        let bench = try Workbench()
        let copy = bench.folder.appending(path: "copy.sqlite").path
        try bench.desk.store.copy(to: copy)
        let number = try bench.call(at: "2024-03-19 10:00", to: "东岭区").number.description
        let rows = try bench.exportTable()
        let other = Desk(
            store: try Store(path: copy, program: "test"), actor: bench.desk.actor, now: bench.desk.now)
        var chunks = [Array(table(rows).utf8)][...]
        #expect(try other.importTable({ chunks.popFirst() }, options: ImportOptions()).rejected == 0)
        #expect(try other.list(ListRequest()).lines == bench.desk.list(ListRequest()).lines)
        try bench.act(.urge, number, at: "2024-03-19 11:00")
        _ = try other.handle(HandlingRequest(.sign, numbers: [number]))
        chunks = [Array(table(try bench.exportTable()).utf8)][...]
        let result = try other.importTable({ chunks.popFirst() }, options: ImportOptions())
        #expect((result.rejected, result.events) == (1, 0))
    }

    @Test("A correction that takes a field away is restored, and a confidential caller is not exported")
    func clearedAndConfidential() throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 10:00") { request in
            request.name = "样例甲"
            request.phone = "13800000001"
            request.confidential = true
        }.number.description
        for spot in ["柳园", ""] {
            try bench.act(.amend, number) { request in
                var correction = Correction()
                correction.spot = spot
                request.correction = correction
                request.reason = "更正"
            }
        }
        let rows = try bench.exportTable()
        #expect(!rows.joined().contains("13800000001"))
        let other = try Workbench()
        #expect(try other.importTable(table(rows)).rejected == 0)
        #expect(try other.desk.list(ListRequest()).lines.map(\.spot) == [""])
    }

    @Test(
        "One wild row is refused alone",
        arguments: [
            "W1,9223372036854775807,2024-03-19,座机,x", "W1,,0999-03-19,座机,x",
        ])
    func wildRow(row: String) throws {
        let bench = try Workbench()
        let result = try bench.importTable(
            "number,contact,received_at,channel,content\n\(row)\nW2,,2024-03-20,座机,y\n")
        #expect(result.contacts + result.rejected == 2)
        #expect(result.contacts >= 1)
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("A number at the end of a day leaves the free ones before it")
    func lastNumber() throws {
        let bench = try Workbench()
        let table = "number,received_at,channel,content\n20240319999999,2024-03-19,座机,x\n"
        #expect(try bench.importTable(table).contacts == 1)
        #expect(try bench.call(at: "2024-03-19 10:00").number.description == "20240319000001")
        #expect(try bench.call(at: "2024-03-19 10:00").number.description == "20240319000002")
    }

    @Test("Of several callbacks the earliest stands in the contact's row, whichever was entered first")
    func callbackOrder() throws {
        let bench = try Workbench()
        let table = """
            record,external_id,about,received_at,channel,content,callback_at,responded,resolved,satisfaction
            ,A,,2024-03-18 10:00,座机,x,,,,
            callback,,A,,,,2024-03-19 15:00,yes,yes,满意
            callback,,A,,,,2024-03-19 09:00,yes,no,不满意
            """
        #expect(try bench.importTable(table).callbacks == 2)
        let rows = try bench.exportTable()
        let at = try #require(rows[0].firstIndex(of: "callback_at"))
        #expect(
            rows.dropFirst().map { $0[at] }.filter { !$0.isEmpty } == [
                "2024-03-19T09:00:00+07:00", "2024-03-19T15:00:00+07:00",
            ])
    }
}

struct NewNamesTests {
    private let table = """
        received_at,channel,category,content,disposition,unit
        2024-03-19 10:00,座机,园林/树木,枯枝,transfer,云州园林处
        2024-03-19 11:00,座机,园林,草坪,transfer,云州园林处
        """

    @Test("Unknown names are refused unless they are to be added")
    func refused() throws {
        let bench = try Workbench()
        #expect(try bench.importTable(table).rejected == 2)
        #expect(try bench.desk.configuration().version == 1)
    }

    @Test("Added names are one version of the configuration, found like others, and marked as nobody's")
    func added() throws {
        let bench = try Workbench()
        var options = ImportOptions()
        options.addsNames = true
        let result = try bench.importTable(table, options)
        #expect((result.contacts, result.rejected) == (2, 0))
        #expect(result.addedNames == ["园林/树木", "云州园林处"])
        // Each name is a version of its own: what an event rests on never changes afterwards.
        #expect(try bench.desk.configuration().version == 4)
        #expect(try bench.desk.unownedNames() == ["园林", "园林/树木", "云州园林处"])
        let topics = try bench.desk.bulletin("2024-03-19").bulletin.topics
        #expect(topics.map(\.category) == ["园林"])
        #expect(topics.map(\.count) == [2])
        try bench.call("yl", at: "2024-03-19 12:00", to: "云州园林处")
        // The folder does not have them: they stay in force, and cases are found by them.
        let same = try bench.desk.applyConfiguration(TestCity.yunzhou, expecting: nil, isRehearsal: false)
        #expect(same.changes.isEmpty)
        #expect(try bench.desk.unownedNames().count == 3)
        var request = ListRequest()
        request.unit = "云州园林处"
        #expect(try bench.desk.list(request).lines.count == 3)
        // Until it does; what was recorded keeps its words.
        let folder = try bench.cityFolder(
            changing: "units.yml", "units:", to: "units:\n  - {code: garden, name: 云州园林处, level: bureau}")
        let changes = try bench.desk.applyConfiguration(folder, expecting: nil, isRehearsal: false).changes
        #expect(changes.contains { $0.table == "units" && $0.code == "new-1" && $0.kind == .removed })
        #expect(try bench.desk.unownedNames() == ["园林", "园林/树木"])
        #expect(try bench.desk.bulletin("2024-03-19").bulletin.topics.map(\.count) == [3])
        #expect(try bench.desk.verify().findings.isEmpty)
    }
}
