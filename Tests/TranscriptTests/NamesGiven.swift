import Foundation
import Testing

/// The ways in which one thing can be named.
final class NamesGiven: Transcript {
    private func recorded(_ option: String, _ value: String, key: String) throws -> String? {
        var command = [
            "call", "--kind", "投诉", "--category", "供水", "--content", "编造", "--at", "2024-03-19 12:00",
        ]
        if let place = command.firstIndex(of: option) {
            command[place + 1] = value
        } else {
            command += [option, value]
        }
        let run = try yousu(words: command)
        #expect(run.status == 0, "\(run.stderr)")
        return try yousu("show", run.number, "--format", "json").json[key] as? String
    }

    @Test(arguments: [
        ("物业服务", "物业服务"), ("wyfw", "物业服务"), ("WYFW", "物业服务"), ("wuyefuwu", "物业服务"), ("物业服", "物业服务"),
        ("物业服务/电梯", "物业服务/电梯"), ("wyfw/dt", "物业服务/电梯"), ("电梯", "物业服务/电梯"), ("wyfw-dt", "物业服务/电梯"),
        ("供暖", "物业服务/供暖"), ("供热", "供热"), ("其他", "其他"),
    ])
    func `a category by code, name, part, pinyin, initials or path`(typed: String, meant: String) throws {
        #expect(try recorded("--category", typed, key: "category") == meant)
    }

    @Test(arguments: [("投诉", "投诉"), ("ts", "投诉"), ("表扬", "感谢"), ("zixun", "咨询")])
    func `a kind`(typed: String, meant: String) throws {
        #expect(try recorded("--kind", typed, key: "kind") == meant)
    }

    @Test(arguments: [
        ("城东区", "城东区人民政府"), ("城东区人民政府", "城东区人民政府"), ("cdq", "城东区人民政府"), ("交管局", "西宁市公安交通管理局"),
        ("jgj", "西宁市公安交通管理局"), ("公安局", "西宁市公安局"), ("交通管理", "西宁市公安交通管理局"),
    ])
    func `a unit; a bare district is its government`(typed: String, meant: String) throws {
        #expect(try recorded("--to", typed, key: "unit") == meant)
    }

    @Test(arguments: [("城东区", "城东区"), ("cdq", "城东区"), ("大通", "大通县")])
    func `a district`(typed: String, meant: String) throws {
        #expect(try recorded("--district", typed, key: "district")?.hasPrefix(meant) == true)
    }

    @Test(arguments: [
        ("西宁12345微信公众号", "西宁12345微信公众号"), ("微信", "西宁12345微信公众号"), ("wechat", "西宁12345微信公众号"),
        ("信箱", "市长信箱"), ("网站", "青海12345政务服务网站"), ("zgzfw", "中国政府网"),
    ])
    func `a channel`(typed: String, meant: String) throws {
        let run = try yousu(
            "message", "--channel", typed, "--kind", "建议", "--category", "供水", "--content", "编造", "--at",
            "2024-03-19")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try yousu("show", run.number, "--format", "json").json["channel"] as? String == meant)
    }
}
