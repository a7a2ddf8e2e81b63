import Testing

/// Alerts and followed issues at the command line.
final class Alerting: Transcript {
    @Test func `an alert is told beside the number, listed, seen to and shown with its case`() throws {
        let call = try yousu("call", "--kind", "求助", "--category", "其他", "--content", "楼道里有煤气味，怕漏气")
        #expect(call.status == 0)
        let number = call.stdout.replacing("\n", with: "")
        #expect(number.count == 14)
        #expect(call.stderr.contains("警示 1 燃气：“煤气味”、“漏气”。请马上告知"))
        #expect(call.stderr.contains("yousu acknowledge 1"))

        let open = try yousu("alerts")
        #expect(open.stdout.contains("燃气"))
        #expect(open.stdout.contains("未确认"))
        #expect(try yousu("alerts", "--rule", "供热中断").stdout == "这样查没有警示。\n")
        #expect(try yousu("show", "\(number)").stdout.contains("警示 1：燃气：“煤气味”、“漏气”，未确认"))

        let seen = try yousu("acknowledge", "1", "--note", "已告知值班室")
        #expect(seen.stdout == number + "\n")
        #expect(try yousu("alerts").stdout == "没有未确认的警示。\n")
        let again = try yousu("acknowledge", "1")
        #expect(again.status == 77)
        #expect(again.stderr.contains("已由"))
        #expect(try yousu("acknowledge", "9").status == 66)
        #expect(try yousu("acknowledge").status == 64)
        #expect(try yousu("alerts", "--rule", "没有这条").status == 64)
        #expect(try yousu("alerts", "--days", "7", "--format", "csv").stdout.contains("已告知值班室"))
        #expect(try yousu("alerts", "--try", "--days", "1").stdout.contains("燃气"))
    }

    @Test func `following an issue: bad ranks, owners and numbers are told with what to do`() throws {
        for content in ["样例小区3号楼电梯停运没人修", "样例小区3号楼电梯又停运了", "3号楼电梯停运，样例小区物业不管"] {
            _ = try yousu("call", "--kind", "投诉", "--category", "其他", "--content", "\(content)")
        }
        #expect(try yousu("tracked").stdout.contains("yousu issues --track"))
        #expect(try yousu("issues", "--track", "1").status == 64)
        #expect(try yousu("issues", "--owner", "城东区").status == 64)
        #expect(try yousu("issues", "--track", "9", "--owner", "城东区").status == 66)
        #expect(try yousu("issues", "--track", "一", "--owner", "城东区").status == 64)
        let made = try yousu("issues", "--days", "1", "--track", "1", "--owner", "城东区", "--decision", "限期修好")
        #expect(made.stdout == "1\n")
        #expect(try yousu("issues", "--days", "1", "--track", "1", "--owner", "城东区").status == 77)
        let page = try yousu("tracked", "1")
        #expect(page.stdout.contains("样例小区"))
        #expect(page.stdout.contains("限期修好"))
        #expect(page.stdout.contains("时间还短"))
        #expect(try yousu("decide", "1").status == 64)
        #expect(try yousu("decide", "1", "--close").stdout == "1\n")
        #expect(try yousu("decide", "1", "--decision", "再办").status == 77)
        #expect(try yousu("decide", "7", "--close").status == 66)
        #expect(try yousu("tracked", "7").status == 66)
        #expect(try yousu("tracked", "--format", "csv").stdout.contains("已办结"))
    }
}
