import Casework
import SplitMix
import Testing

struct ChangeTests {
    private func change(
        _ now: Int, _ before: Int, _ comparison: Comparison = .previous, of text: String = "2024-06"
    ) throws -> Change {
        Change(now: now, before: before, comparison, of: try #require(Period(text)))
    }

    @Test(
        "The changes of June 2024 come out as they were published",
        arguments: [
            (95, 100, "较上月减少5件，环比下降5%"), (228, 203, "较上月增加25件，环比上升12.3%"),
            (329, 274, "较上月增加55件，环比上升20%"), (148, 126, "较上月增加22件，环比上升17.5%"),
        ])
    func published(now: Int, before: Int, text: String) throws {
        #expect(try change(now, before).text() == text)
    }

    @Test(
        "A percentage less than 0.1 from a whole number is that number, any other has one decimal, half up",
        arguments: [
            (1100, 1000, "10%"), (11_009, 10_000, "10%"), (110_099, 100_000, "10%"),
            (11_010, 10_000, "10.1%"), (10_990, 10_000, "9.9%"), (109_901, 100_000, "10%"),
            (10_985, 10_000, "9.9%"), (109_849, 100_000, "9.8%"), (11_015, 10_000, "10.2%"), (3, 1, "200%"),
            (2001, 2000, "不足0.1%"), (1001, 1000, "0.1%"), (0, 7, "100%"), (1, 2000, "超过99.9%"),
            (1, 1000, "99.9%"), (3999, 2000, "100%"), (5, 5, "0%"),
        ])
    func percentages(now: Int, before: Int, text: String) throws {
        #expect(try change(now, before).percentText == text)
    }

    @Test("From nothing there is no percentage, and nothing against nothing is the same")
    func zeroBase() throws {
        #expect(try change(95, 0).text() == "较上月增加95件，上月为0件，不计环比")
        #expect(try change(95, 0, .lastYear).text() == "较上年同期增加95件，上年同期为0件，不计同比")
        #expect(try change(95, 0).percentText == nil)
        #expect(try change(95, 0).ratio == nil)
        #expect(try change(0, 0).text() == "与上月持平")
        #expect(try change(0, 4).text() == "较上月减少4件，环比下降100%")
    }

    @Test(
        "The words follow the period and the comparison",
        arguments: [
            ("2024-06", Comparison.previous, "较上月减少1件次，环比下降50%"),
            ("2024-W12", .previous, "较上周减少1件次，环比下降50%"),
            ("2024-03-19", .previous, "较前一日减少1件次，环比下降50%"), ("2024", .previous, "较上年减少1件次，环比下降50%"),
            ("2024-06", .lastYear, "较上年同期减少1件次，同比下降50%"),
        ])
    func words(period: String, comparison: Comparison, text: String) throws {
        #expect(try change(1, 2, comparison, of: period).text(unit: "件次") == text)
    }

    @Test("Any other range, or several months, is compared with 上期")
    func ranges() throws {
        let first = try #require(CivilDay("2024-01-01"))
        for last in ["2024-03-31", "2024-03-30"] {
            let period = try #require(CivilDay(last).flatMap { Period(first, through: $0) })
            #expect(Change(now: 4, before: 4, .previous, of: period).text() == "与上期持平")
            #expect(Change(now: 4, before: 4, .lastYear, of: period).text() == "与上年同期持平")
        }
    }

    @Test("Difference and ratio have signs")
    func signs() throws {
        #expect(try change(95, 100).difference == -5)
        #expect(try change(95, 100).ratio == -0.05)
        #expect(try change(228, 203).ratio == 0.1232)
    }

    @Test("Any percentage printed lies within 0.1 of the exact one", arguments: 1...10 as ClosedRange<UInt64>)
    func near(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let before = Int.random(in: 1...5000, using: &random)
            let now = Int.random(in: 0...10_000, using: &random)
            let text = try #require(try change(now, before).percentText)
            let exact = abs(Double(now - before)) / Double(before) * 100
            guard let printed = Double(text.dropLast()) else {
                #expect(text == "不足0.1%" && exact < 0.1 || text == "超过99.9%" && exact > 99.9)
                continue
            }
            #expect(abs(printed - exact) < 0.1, "\(now) after \(before): \(text)")
            #expect(printed == printed.rounded() || abs(exact - exact.rounded()) > 0.099_999)
        }
    }
}

struct RateChangeTests {
    private func text(_ now: Rate, _ before: Rate, _ comparison: Comparison = .previous) throws -> String {
        RateChange(now: now, before: before, comparison, of: try #require(Period("2024-06"))).text
    }

    @Test("Rates change by percentage points")
    func points() throws {
        #expect(try text(Rate(974, of: 1000), Rate(962, of: 1000)) == "较上月上升1.2个百分点")
        #expect(try text(Rate(663, of: 670), Rate(1, of: 1)) == "较上月下降1.04个百分点")
        #expect(try text(Rate(9, of: 10), Rate(90, of: 100), .lastYear) == "与上年同期持平")
    }

    @Test("The points are those between the two printed rates")
    func printed() throws {
        // 33.33% and 66.67%: exactly 33.3333… points, 33.34 between the figures in print.
        #expect(try text(Rate(2, of: 3), Rate(1, of: 3)) == "较上月上升33.34个百分点")
    }

    @Test("Where a rate is missing, nothing is compared, and the text says in which period")
    func missing() throws {
        let none = Rate(0, of: 0)
        #expect(try text(Rate(1, of: 2), none) == "上月无可比数据")
        #expect(try text(Rate(1, of: 2), none, .lastYear) == "上年同期无可比数据")
        #expect(try text(none, Rate(1, of: 2)) == "本月无可比数据")
        let change = RateChange(now: none, before: none, .previous, of: try #require(Period("2024-W12")))
        #expect(change.text == "本周无可比数据")
        #expect(change.hundredths == nil)
        #expect(change.pointsText == nil)
    }
}
