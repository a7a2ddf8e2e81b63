import Casework
import SplitMix
import Testing

struct RateTests {
    @Test(
        "Percentages have at most two decimals, half up, and no trailing zeros",
        arguments: [
            (670, 670, "100%"), (663, 670, "98.96%"), (0, 670, "0%"), (1, 8, "12.5%"), (1, 3, "33.33%"),
            (2, 3, "66.67%"), (1, 20_000, "0.01%"), (1, 20_001, "0%"), (3, 20_000, "0.02%"),
            (1, 1000, "0.1%"),
            (1, 100, "1%"), (7, 6, "116.67%"), (0, 0, "无"), (410_000, 410_000, "100%"),
        ])
    func text(numerator: Int, denominator: Int, text: String) {
        #expect(Rate(numerator, of: denominator).text == text)
    }

    @Test("A weighted numerator keeps its thousandths, and the value agrees with the text")
    func weighted() {
        let rate = Rate(thousandths: 634_400, of: 670)
        #expect(rate.text == "94.69%")
        #expect(rate.value == 0.9469)
        #expect(rate.numeratorText == "634.4")
        #expect(Rate(663, of: 670).numeratorText == "663")
        #expect(Rate(thousandths: 1, of: 1).numeratorText == "0.001")
        #expect(Rate(0, of: 1).numeratorText == "0")
    }

    @Test("Without a denominator there is no value")
    func nothing() {
        #expect(Rate(0, of: 0).value == nil)
        #expect(Rate(0, of: 0).hundredths == nil)
    }

    @Test(
        "Any rate lies within half a hundredth of what is printed, and halves go up",
        arguments: 1...10 as ClosedRange<UInt64>)
    func nearest(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<1000 {
            let denominator = Int.random(in: 1...500_000, using: &random)
            let thousandths = Int.random(in: 0...denominator * 1000, using: &random)
            let hundredths = try #require(Rate(thousandths: thousandths, of: denominator).hundredths)
            let above = 2 * (hundredths * denominator - thousandths * 10)
            #expect(above <= denominator && above > -denominator, "\(thousandths)/\(denominator)")
        }
    }
}

struct ShareTests {
    @Test(
        "Shares print in whole percent, as in June 2024",
        arguments: [
            (404, 1153, "35%"), (97, 404, "24%"), (81, 404, "20%"), (68, 404, "17%"), (1, 200, "1%"),
            (1, 201, "0%"), (5, 5, "100%"), (0, 5, "0%"), (0, 0, "无"),
        ])
    func text(part: Int, whole: Int, text: String) {
        #expect(Share(part, of: whole).text == text)
    }

    @Test("The value is finer than the text, and nothing has none")
    func value() {
        #expect(Share(404, of: 1153).value == 0.3504)
        #expect(Share(0, of: 0).value == nil)
        #expect(Share(0, of: 0).percent == nil)
    }
}
