import CSV
import CaseStore
import Casework
import Desk
import TestSupport
import Testing

/// What an import does not take, or takes only once.
struct ImportRuleTests {
    private func words(_ result: ImportResult) -> [String] {
        result.faults.map { Wording.words($0.fault) }
    }

    @Test("A follow-up to a merged case goes to the one into which that went; to a void one it is refused")
    func followedMergers() throws {
        let bench = try Workbench()
        let target = try bench.call(at: "2024-03-18 09:00", to: "东岭区").number.description
        let merged = try bench.call(at: "2024-03-18 10:00").number.description
        let mistake = try bench.call(at: "2024-03-18 11:00").number.description
        try bench.act(.merge, merged, at: "2024-03-18 12:00") { $0.target = target }
        try bench.act(.void, mistake, at: "2024-03-18 12:00") { $0.reason = "登记重复" }
        let result = try bench.importTable(
            """
            external_id,about,received_at,channel,content,disposition,unit
            F1,\(merged),2024-03-19 09:00,座机,又来问,transfer,西浦区
            F2,\(mistake),2024-03-19 09:00,座机,又来问,transfer,西浦区
            """)
        #expect((result.contacts, result.rejected) == (1, 1))
        #expect(words(result).first?.contains("工单 \(mistake) 已作废") == true)
        #expect(try bench.desk.show(merged).file.state.stage == .merged)
        #expect(try bench.desk.show(mistake).file.state.stage == .void)
        let view = try bench.desk.show(target)
        #expect(view.contacts.map(\.state.disposition) == [.transferred, .transferred])
        #expect(view.unit == "东岭区政府")
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("More likes than people are refused, and do not stop what counts them")
    func likes() throws {
        let bench = try Workbench()
        let result = try bench.importTable(
            """
            received_at,channel,content,likes,phone
            2024-03-19 10:00,座机,样例花园停水,9223372036854775807,13800000001
            2024-03-19 10:00,座机,样例花园停水,1000000000,13800000002
            2024-03-19 10:00,座机,样例花园停水,1000000000,13800000003
            """)
        #expect((result.contacts, result.rejected) == (2, 1))
        #expect(words(result).first?.contains("likes") == true)
        var request = IssuesRequest()
        request.callers = 1
        #expect(try bench.desk.issues(request).contacts == 2)
    }

    @Test(
        "More time than any city allows, and files larger than any, are refused",
        arguments: ["9223372036854775807 hour", "9223372036854775807 workday", "1001 day", "0 day"])
    func allowance(cell: String) throws {
        let bench = try Workbench()
        let number = try bench.call(at: "2024-03-19 09:00", to: "东岭区").number.description
        try bench.act(.sign, number, at: "2024-03-19 09:30")
        try bench.act(.extend, number, at: "2024-03-19 10:00") { $0.reason = "配件未到" }
        var rows = try bench.exportTable()
        let column = try #require(rows[0].firstIndex(of: "allowance"))
        let row = try #require(rows.firstIndex { $0[column] == "3 workday" })
        rows[row][column] = cell
        let result = try Workbench().importTable(rows.map(CSVWriter.row).joined())
        #expect(result.rejected == 1)
        #expect(words(result).first?.contains("allowance") == true)
    }

    @Test("A reply in which a name was hidden is known again, also from a row without the name")
    func hiddenReply() throws {
        let bench = try Workbench()
        let heading = "external_id,received_at,channel,content,name,phone,disposition,unit,reply,replied_at\n"
        let rest = "transfer,东岭区,已联系王小明（13812345678）,2024-03-19 09:00\n"
        let whole = heading + "A1,2024-03-18 10:00,座机,夜里施工,王小明,13812345678," + rest
        let nameless = heading + "A1,2024-03-18 10:00,座机,夜里施工,,," + rest
        #expect(try bench.importTable(whole).contacts == 1)
        var options = ImportOptions()
        options.updates = true
        for table in [whole, nameless, whole] {
            let result = try bench.importTable(table, options)
            #expect((result.updated, result.skipped) == (0, 1))
        }
        let number = try #require(try bench.desk.list(ListRequest()).lines.first).number.description
        let replies = try bench.desk.show(number).events.filter { $0.event.action == .reply }
        #expect(replies.map(\.event.reply) == ["已联系王**（138****5678）"])
    }

    @Test("By what another system knows a confidential caller is not exported either")
    func confidentialKey() throws {
        let bench = try Workbench()
        let result = try bench.importTable(
            """
            received_at,channel,content,name,phone,confidential,caller_id
            2024-03-19 10:00,座机,一,样例甲,13800000001,yes,U1
            2024-03-19 11:00,座机,二,样例乙,13800000002,,U2
            """)
        #expect(result.contacts == 2)
        let rows = try bench.exportTable()
        let key = try #require(rows[0].firstIndex(of: "caller_id"))
        #expect(rows.dropFirst().map { $0[key] }.filter { !$0.isEmpty } == ["U2"])
    }

    @Test("A name that several have is no new one")
    func ambiguous() throws {
        let bench = try Workbench(city: nil, now: "2024-03-20T18:00:00+08:00")
        var options = ImportOptions()
        options.addsNames = true
        let result = try bench.importTable(
            """
            received_at,channel,category,street,content,disposition,unit,co_units
            2024-03-19 10:00,电话,物业服务,,一,transfer,城关镇,
            2024-03-19 10:00,电话,物业服务,,二,transfer,城东区,城关镇
            2024-03-19 10:00,电话,物业服务,城关镇,三,,,
            """, options)
        #expect(result.rejected == 3)
        #expect(result.addedNames.isEmpty)
        #expect(try bench.desk.unownedNames().isEmpty)
        for (words, column) in zip(words(result), ["unit", "co_units", "street"]) {
            #expect(words.hasPrefix("\(column) “城关镇”不止一个"), "\(words)")
        }
    }

    @Test(
        "An outcome of which nobody says when it was told is refused", arguments: ["是,是,满意", "是,,", ",,胡写"])
    func undatedCallback(cells: String) throws {
        let bench = try Workbench()
        let result = try bench.importTable(
            """
            received_at,channel,content,callback_at,responded,resolved,satisfaction
            2024-03-19 10:00,座机,一,,\(cells)
            2024-03-19 11:00,座机,二,,,,
            """)
        #expect((result.contacts, result.rejected) == (1, 1))
        #expect(words(result) == ["callback_at 是空的"])
    }

    @Test("A table of callbacks alone needs no column of texts")
    func callbacksAlone() throws {
        let bench = try Workbench()
        _ = try bench.importTable(
            "external_id,received_at,channel,content,disposition\nA1,2024-03-18 10:00,座机,夜里施工,direct\n")
        let result = try bench.importTable(
            """
            record,about,callback_at,responded,resolved,satisfaction
            callback,A1,2024-03-19 09:00,yes,yes,满意
            """)
        #expect((result.callbacks, result.rejected) == (1, 0))
        #expect(throws: DeskError.missingColumn("content")) {
            try bench.importTable("received_at,channel,callback_at\n2024-03-19 10:00,座机,\n")
        }
    }
}
