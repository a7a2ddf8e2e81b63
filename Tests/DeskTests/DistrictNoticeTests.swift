import Casework
import Desk
import Foundation
import Reports
import TestSupport
import Testing

/// A district's notice of June 2024, of which all figures and some sentences are known, from records made here.
struct DistrictNoticeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let kinds = [
        ("投诉", 528), ("求助", 522), ("建议", 17), ("举报", 6), ("咨询", 75), ("感谢", 5),
    ]
    private static let topics = [
        ("老旧小区改造", 95, 100), ("消费维权", 228, 203), ("物业服务", 329, 274), ("城市管理", 148, 126),
    ]

    /// The built-in city, with the four topics that the notice names.
    private func city(in folder: URL) throws -> String {
        let copy = folder.appending(path: "city")
        try FileManager.default.copyItem(at: Self.root.appending(path: "config/xining"), to: copy)
        let file = copy.appending(path: "city.yml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let codes = "categories: [zfbz-ljxqgz, xfwq, wyfw, csgl]"
        try text.replacing("categories: []", with: codes).write(to: file, atomically: true, encoding: .utf8)
        return copy.path
    }

    private var table: String {
        var rows = [
            "received_at,channel,kind,category,district,street,content,disposition,unit,reply,replied_at,callback_at,responded,resolved,satisfaction"
        ]
        for (name, _, before) in Self.topics {
            for index in 0..<before {
                rows.append(
                    "2024-05-0\(index % 9 + 1) 10:00,电话,投诉,\(name),城中区,,样例,transfer,城中区人民政府,已办,2024-05-20 10:00,,,,"
                )
            }
        }
        // Thanks make no topic.
        let kinds = Self.kinds.flatMap { Array(repeating: $0.0, count: $0.1) }
        let topics = Self.topics.flatMap { Array(repeating: $0.0, count: $0.1) }
        let streets = [
            ("南川西路街道", 97), ("南滩街道", 81), ("总寨镇", 68), ("人民街街道", 60), ("仓门街街道", 50), ("南川东路街道", 48),
        ]
        .flatMap { Array(repeating: $0.0, count: $0.1) }
        for index in 0..<1153 {
            let topic = index < topics.count ? topics[index] : "供水"
            let street = index < streets.count ? streets[index] : ""
            let satisfaction = index < 614 ? "满意" : index < 648 ? "基本满意" : "不满意"
            let callback =
                index < 670 ? "2024-06-25 10:00,yes,\(index < 663 ? "yes" : "no"),\(satisfaction)" : ",,,"
            rows.append(
                "2024-06-1\(index % 10) 10:00,电话,\(kinds[index]),\(topic),城中区,\(street),样例,transfer,城中区人民政府,已办,2024-06-20 10:00,\(callback)"
            )
        }
        return rows.joined(separator: "\n") + "\n"
    }

    @Test("A district's notice of June 2024 says what was published, figure by figure")
    func june() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "yousu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bench = try Workbench(city: try city(in: folder), now: "2024-07-01T09:00:00+08:00")
        let result = try bench.importTable(table)
        #expect(result.rejected == 0, "\(result.faults)")
        var request = NoticeRequest(.month("2024-06"))
        request.unit = "城中区人民政府"
        let report = try bench.desk.notice(request)
        #expect(report.obstacles.isEmpty)
        #expect(report.notice.sumsClose)
        for phrase in [
            "转办1153件，办结1153件，办结率100%", "回访670件", "响应670件，响应率100%", "解决663件，解决率98.96%",
            "满意614件，基本满意34件，不满意22件，满意率94.69%",
            "按类型分：投诉528件，咨询75件，求助522件，建议17件，感谢5件，举报6件。",
            "老旧小区改造95件，较上月减少5件，环比下降5%", "消费维权228件，较上月增加25件，环比上升12.3%",
            "物业服务329件，较上月增加55件，环比上升20%", "城市管理148件，较上月增加22件，环比上升17.5%",
            "涉及街道（乡镇）404件，占35%，其中南川西路街道97件（24%），南滩街道81件（20%），总寨镇68件（17%）",
        ] {
            #expect(report.text.contains(phrase), "\(phrase)\n\(report.text)")
        }
    }
}
