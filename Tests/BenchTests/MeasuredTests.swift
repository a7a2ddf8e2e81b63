import Desk
import Testing

@testable import Bench

struct MeasuredTests {
    @Test("What fails, for whatever reason, is told, and the rest is measured all the same")
    func goesOn() {
        let measured = Measured(
            [
                Site.Part(name: "one") { [.once("one", 1000, "ms", 1)] },
                Site.Part(name: "two") { throw DeskError.missing("--kind") },
                Site.Part(name: "three") { [.once("three", 1000, "ms", 3)] },
            ], size: 1000)
        #expect(measured.rows.map(\.name) == ["one", "three"])
        #expect(measured.failed == ["two (1,000)"])
        let report = Report(measured.rows, failed: measured.failed)
        #expect(report.unmeasured == ["two (1,000)"])
        #expect(report.text.contains("Not measured: two (1,000)\n"))
    }

    @Test("Where all of a size fails, that is told, and the other sizes are measured")
    func losesNothing() {
        var measured = Measured()
        measured.trying("all (1,000)") { measured in
            measured += Measured([Site.Part(name: "one") { [.once("one", 1000, "ms", 1)] }], size: 1000)
        }
        measured.trying("all (2,000)") { _ in throw DeskError.missing("--kind") }
        #expect(measured.rows.map(\.name) == ["one"])
        #expect(measured.failed == ["all (2,000)"])
    }

    @Test("What an earlier run measured is neither judged nor missed")
    func earlier() {
        let million = Budget.all.filter { $0.sizes.contains(1_000_000) }
        let rows = million.map { Row.once(Row.ofEarlierRun($0.name), 1_000_000, "", 1) }
        let report = Report(rows.judged(by: Budget.all))
        #expect(report.rows.allSatisfy { $0.met == nil })
        #expect(report.unmeasured.isEmpty)
    }
}
