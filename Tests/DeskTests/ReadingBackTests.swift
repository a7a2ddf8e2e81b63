import Casework
import Desk
import Insight
import Reports
import TestSupport
import Testing

/// Days read from what was published, before the store's own.
struct ReadingBackTests {
    private func text(_ day: Int, noise: Int, road: Int? = nil) -> String {
        """
        3月\(day)日，云州市民服务专线接听群众来电诉求90件次，无网民留言，直接办理80件，转交责任单位办理10件，回访量7件。

        热点问题：
        1.噪音\(noise)件，无集中反映地址，云州市民服务专线已及时联系属地街镇核实处理。
        \(road.map { "2.道路\($0)件，无集中反映地址，云州市民服务专线已及时联系属地街镇核实处理。" } ?? "")
        """
    }

    private func fates(_ days: [ReadBackDay]) -> [String] {
        days.map { day in
            switch day.fate {
            case .taken: "taken"
            case .known: "known"
            case .otherwise: "otherwise"
            case .own: "own"
            case .future: "future"
            case .unreadable: "unreadable"
            }
        }
    }

    @Test("A day is taken once; other figures of it, a day of the store's own and one to come are refused")
    func fates() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-18 10:00", direct: "已告知")
        let desk = bench.desk
        let all = [15, 18, 25].map { text($0, noise: 5) }.joined(separator: "\n")
        #expect(fates(try desk.readBack(all, year: "2024", rehearsing: true)) == ["taken", "own", "future"])
        #expect(fates(try desk.readBack(all, year: "2024", rehearsing: false)) == ["taken", "own", "future"])
        #expect(fates(try desk.readBack(text(15, noise: 5), year: "2024", rehearsing: false)) == ["known"])
        #expect(
            fates(try desk.readBack(text(15, noise: 6), year: "2024", rehearsing: false)) == ["otherwise"])
        #expect(fates(try desk.readBack(text(14, noise: 6), year: nil, rehearsing: false)) == ["unreadable"])
        let read = try desk.bulletin("2024-03-15")
        #expect(read.bulletin.calls == 90)
        #expect(read.text.hasPrefix("3月15日"))
        #expect(throws: DeskError.self) { try desk.explain("1", of: "2024-03-15") }
    }

    @Test(
        "A day known from print alone, and one before the records begin, cannot be issued as a day without requests"
    )
    func nothingRecorded() throws {
        let bench = try Workbench()
        try bench.call(at: "2024-03-17 10:00", direct: "已告知")
        let (print, before) = try (#require(CivilDay("2024-03-15")), #require(CivilDay("2024-03-14")))
        _ = try bench.desk.readBack(text(15, noise: 5), year: "2024", rehearsing: false)
        #expect(throws: DeskError.onlyFigures(print)) { try bench.desk.issue("2024-03-15") }
        #expect(throws: DeskError.nothingRecorded(before)) { try bench.desk.issue("2024-03-14") }
        #expect(try bench.desk.issue("2024-03-18").isIssued, "a quiet day after the first")
        #expect(try bench.desk.bulletin("2024-03-15").bulletin.calls == 90)
        // Its charts show what is known of these days, and nothing of those of which nothing is.
        #expect(try bench.desk.trend(of: #require(CivilDay("2024-03-18"))).days.map(\.calls) == [90, 1, 0])
        #expect(try bench.desk.trend(of: print).categories.isEmpty)
    }

    @Test("A number that no city has is not understood, and adds up to nothing")
    func greatNumbers() throws {
        let bench = try Workbench()
        let great = text(15, noise: 5).replacing("80件", with: "9223372036854775807件")
        #expect(fates(try bench.desk.readBack(great, year: "2024", rehearsing: false)) == ["unreadable"])
    }

    @Test("环比 takes what was published where the store has nothing, and only of topics that were named")
    func hot() throws {
        let bench = try Workbench(now: "2024-03-20T09:00:00+07:00")
        for hour in 1...3 { try bench.call("噪音", at: "2024-03-19 0\(hour):00", direct: "已告知") }
        try bench.call("道路", at: "2024-03-19 10:00", direct: "已告知")
        var request = HotRequest()
        request.stretch = Stretch(from: "2024-03-19", to: "2024-03-19")
        func previous() throws -> [String: Int?] {
            let lines = try bench.desk.hot(request).lines.map { ($0.name, $0.topic.previous) }
            return Dictionary(lines) { first, _ in first }
        }
        #expect(try previous() == ["噪音": nil, "道路": nil])
        _ = try bench.desk.readBack(text(18, noise: 9), year: "2024", rehearsing: false)
        #expect(try previous() == ["噪音": 9, "道路": nil])
        _ = try bench.desk.readBack(
            text(16, noise: 4, road: 2) + text(17, noise: 2, road: 1), year: "2024", rehearsing: false)
        request.stretch = Stretch(from: "2024-03-18", to: "2024-03-19")
        #expect(try previous() == ["噪音": 6, "道路": 3])
        // A day's unnamed topics are unknown, not none: nothing is expected of them.
        #expect(try bench.desk.hot(request).lines.allSatisfy { $0.topic.expected == nil })
    }
}
