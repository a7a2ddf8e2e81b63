import Casework
import Desk
import Foundation
import Reports
import TestSupport
import Testing

/// Bulletin and notice in every format.
struct PublishedPaperTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let mark = "王一 2024-03-25 09:00:00 查看"

    /// The made-up records of 19 March 2024.
    private func bench() throws -> Workbench {
        let bench = try Workbench(city: nil, now: "2024-03-25T09:00:00+08:00")
        let seed = try String(contentsOf: Self.root.appending(path: "seeds/2024-03-19.csv"), encoding: .utf8)
        #expect(try bench.importTable(seed).rejected == 0)
        return bench
    }

    @Test("The bulletin of 19 March 2024 is written as it was")
    func bulletin() throws {
        let desk = try bench().desk
        let daily = try desk.bulletin("2024-03-19")
        let settings = try desk.settings()
        let document = daily.bulletin.document(
            text: daily.text, trend: try desk.trend(of: daily.bulletin.day), settings: settings,
            made: settings.clock.day(of: desk.now()), mark: mark)
        #expect(try GoldenPaper.differing(document, "bulletin", in: "Golden") == [])
    }

    @Test(
        "The notices of a week, of a month, of a holiday and of a district are written as they were",
        arguments: ["week", "month", "holiday", "unit"])
    func notices(edition: String) throws {
        let desk = try bench().desk
        var request = NoticeRequest(.week("2024-W12"))
        switch edition {
        case "month": request.span = .month("2024-02")
        case "holiday": request.span = .holiday("春节")
        case "unit": request.unit = "城东区"
        default: break
        }
        let report = try desk.notice(request)
        let document = report.notice.document(text: report.text, settings: try desk.settings(), mark: mark)
        #expect(try GoldenPaper.differing(document, edition, in: "Golden") == [])
    }
}
