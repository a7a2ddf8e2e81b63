import Casework
import Desk
import TestSupport
import Testing

/// A clock that is set back between two commands.
struct ClockTests {
    @Test func `what is recorded after the clock was set back keeps its order, and it is said`() throws {
        let bench = try Workbench(now: "2024-03-20T09:00:00+07:00")
        let first = try bench.call()
        #expect(first.notices.isEmpty)
        bench.set("2024-03-20T07:30:00+07:00")
        let second = try bench.call()
        #expect(second.notices == [.clockBehind(seconds: 5400)])
        #expect(Wording.words(second.notices[0]).hasPrefix("系统时钟比上一条记录早 1 小时，"))
        // What was done last in a case stays its last.
        #expect(throws: DeskError.self) {
            try bench.act(.dispatch, first.number.description) { $0.unit = "东岭区" }
        }
        let sent = try bench.act(.dispatch, second.number.description) { $0.unit = "东岭区" }
        #expect(sent.notices.isEmpty, "the last entry is as early by now")
        let events = try bench.desk.show(second.number.description).file.events
        #expect(events.map(\.action) == [.contact, .dispatch])
        #expect(events.map(\.id) == [2, 3])
        #expect(try bench.desk.verify().findings.isEmpty)
        bench.set("2024-03-20T09:00:01+07:00")
        let sentLate = try bench.act(.dispatch, first.number.description) { $0.unit = "东岭区" }
        #expect(sentLate.notices.isEmpty)
    }

    @Test(arguments: [
        (1, "1 秒"), (59, "59 秒"), (60, "1 分钟"), (3600, "1 小时"), (86_399, "23 小时"), (864_000, "10 天"),
    ]) func `by how much is said in its largest unit`(seconds: Int64, words: String) {
        #expect(Wording.words(.clockBehind(seconds: seconds)).contains("早 \(words)，"))
    }
}
