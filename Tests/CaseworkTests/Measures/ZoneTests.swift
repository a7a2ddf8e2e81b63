import Casework
import Testing

struct ZoneTests {
    private func rule() throws -> ZoneRule {
        try #require(ZoneRule(blue: 9500, yellow: 9000, fall: 300))
    }

    /// A thousand callbacks, of which so many are good in every way and the others in none.
    private func rates(_ good: Int, rated: Bool = true) -> ThreeRates {
        var rates = ThreeRates(rule: RatesRule())
        rates.add(
            CallbackOutcome(responded: true, resolved: .yes, satisfaction: rated ? .satisfied : .unrated),
            count: good)
        rates.add(
            CallbackOutcome(responded: false, resolved: .no, satisfaction: rated ? .dissatisfied : .unrated),
            count: 1000 - good)
        return rates
    }

    @Test(
        "The mean decides, and a threshold belongs to the better zone",
        arguments: [
            (1000, Zone.blue), (950, .blue), (949, .yellow), (900, .yellow), (899, .red), (0, .red),
        ])
    func thresholds(good: Int, zone: Zone) throws {
        let finding = try rule().finding(now: rates(good), before: nil)
        #expect(finding.zone == zone)
        #expect(!finding.fell)
    }

    @Test(
        "A fall by more than the points set drops a unit one zone, and never below red",
        arguments: [
            (960, 991, Zone.yellow, true), (960, 990, .blue, false), (920, 960, .red, true),
            (100, 990, .red, true),
            (990, 900, .blue, false), (960, 960, .blue, false),
        ])
    func falls(now: Int, before: Int, zone: Zone, fell: Bool) throws {
        let finding = try rule().finding(now: rates(now), before: rates(before))
        #expect(finding.zone == zone)
        #expect(finding.fell == fell)
    }

    @Test("A unit without a callback has no zone, and one that had none has not fallen")
    func nothing() throws {
        let none = ThreeRates(rule: RatesRule())
        let finding = try rule().finding(now: none, before: rates(1000))
        #expect(finding.zone == nil)
        #expect(!finding.fell)
        #expect(finding.score.leftOut.count == 3)
        #expect(try rule().finding(now: rates(1000), before: none).zone == .blue)
    }

    @Test("A rate that one month lacks is left out of the fall")
    func unlike() throws {
        // Before: 100% responded, 100% resolved, and all dissatisfied: a mean of 66.67%, but 100% of the two.
        var before = ThreeRates(rule: RatesRule())
        before.add(
            CallbackOutcome(responded: true, resolved: .yes, satisfaction: .dissatisfied), count: 100)
        let finding = try rule().finding(now: rates(960, rated: false), before: before)
        #expect(finding.score.leftOut.map(\.name) == ["满意率"])
        #expect(finding.fell)
        #expect(finding.zone == .yellow)
    }

    @Test("A rate that only this month has does not hide a fall of the others")
    func newRate() throws {
        var now = ThreeRates(rule: RatesRule())
        now.add(CallbackOutcome(responded: true, resolved: .yes, satisfaction: .satisfied), count: 960)
        now.add(CallbackOutcome(responded: false, resolved: .no, satisfaction: .satisfied), count: 40)
        let finding = try rule().finding(now: now, before: rates(991, rated: false))
        #expect(finding.score.text == "97.33%")
        #expect(finding.fell)
        #expect(finding.zone == .yellow)
    }

    @Test("Thresholds in the wrong order are refused")
    func order() {
        #expect(ZoneRule(blue: 8000, yellow: 9000, fall: 0) == nil)
        #expect(ZoneRule(blue: 9000, yellow: -1, fall: 0) == nil)
        #expect(ZoneRule(blue: 9000, yellow: 8000, fall: -1) == nil)
        #expect(Zone.allCases.map(\.name) == ["蓝区", "黄区", "红区"])
    }
}
