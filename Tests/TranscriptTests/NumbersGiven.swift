import Foundation
import Testing

/// Numbers of cases as people type them, right and wrong.
final class NumbersGiven: Transcript {
    @Test(arguments: ["66", "20240319000066", "20240320000001"])
    func `there is no such case`(number: String) throws {
        try expectUnchanged {
            expectRefusal(try yousu("show", number), 66, saying: "没有工单", number, "yousu list")
            expectRefusal(try yousu("urge", number), 66, saying: "没有工单", number)
        }
    }

    @Test(arguments: ["abc", "2024-03-19", "２０２４", "20240319000001-", "-", "", "12 34"])
    func `what is no number is refused as wrong usage`(text: String) throws {
        try expectUnchanged {
            let run = try yousu("show", text)
            expectRefusal(run, 64)
        }
    }

    @Test func `a number that a shell would take apart is shown as it was given`() throws {
        expectRefusal(try yousu("show", "第三件"), 64, saying: "第三件", "14 位数字")
    }

    @Test(arguments: [MadeUpDay.transferred, "1", "0001", "9000001", MadeUpDay.transferred + "-1"])
    func `reading commands take a whole number, a contact's, or an ending that fits one case`(number: String)
        throws
    {
        let run = try yousu("show", number, "--format", "json")
        #expect(run.status == 0)
        #expect(run.json["number"] as? String == MadeUpDay.transferred)
    }

    @Test func `an ending that fits several cases is refused with the list`() throws {
        _ = try yousu("call", "--kind", "投诉", "--category", "供水", "--content", "水（编造）", "--at", "2024-03-20")
        let run = try yousu("show", "1")
        expectRefusal(run, 64, saying: "20240319000001", "20240320000001", "完整")
    }

    @Test func `recording commands do not take an ending`() throws {
        try expectUnchanged {
            expectRefusal(try yousu("urge", "9000001"), 66, saying: "9000001")
        }
    }

    @Test func `recording commands take today's serial`() throws {
        let number = try yousu("call", "--kind", "投诉", "--category", "供水", "--content", "水（编造）").number
        let serial = String(number.suffix(6).drop { $0 == "0" })
        let run = try yousu("urge", serial)
        #expect(run.status == 0)
        #expect(run.number == number)
    }

    @Test func `a contact that the case does not have is refused`() throws {
        try expectUnchanged {
            let run = try yousu("callback", MadeUpDay.answered + "-9", "--unreachable")
            expectRefusal(run, 66, saying: MadeUpDay.answered + "-9", "yousu show")
        }
    }
}
