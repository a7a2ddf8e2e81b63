import Casework
import SplitMix
import Testing

struct ThreeRatesTests {
    /// The callbacks of the notice of June 2024: 670, of which 663 resolved; 614 满意, 34 基本满意, 22
    /// 不满意.
    private func june(_ rule: RatesRule = RatesRule()) -> ThreeRates {
        var rates = ThreeRates(rule: rule)
        rates.add(
            CallbackOutcome(responded: true, resolved: .yes, satisfaction: .satisfied), count: 614)
        rates.add(CallbackOutcome(responded: true, resolved: .yes, satisfaction: .fairly), count: 34)
        rates.add(CallbackOutcome(responded: true, resolved: .yes, satisfaction: .dissatisfied), count: 15)
        rates.add(CallbackOutcome(responded: true, resolved: .no, satisfaction: .dissatisfied), count: 7)
        return rates
    }

    @Test("June 2024 comes out as it was published")
    func published() {
        let rates = june()
        #expect(rates.calledBack == 670)
        #expect(rates.response.text == "100%")
        #expect(rates.resolution.text == "98.96%")
        #expect(rates.satisfaction.text == "94.69%")
        #expect(rates.satisfaction.value == 0.9469)
        #expect(rates.satisfaction.numeratorText == "634.4")
        #expect((rates.satisfied, rates.fairly, rates.dissatisfied, rates.unrated) == (614, 34, 22, 0))
        #expect((rates.resolved, rates.partly, rates.unresolved) == (663, 0, 7))
        #expect(rates.responseFormula == "响应670÷回访670")
        #expect(rates.resolutionFormula == "解决663÷回访670")
        #expect(rates.satisfactionFormula == "（满意614＋0.6×基本满意34）÷已评价670")
    }

    @Test("Without a weight or with the whole weight of 基本满意 the formula says no factor")
    func weights() {
        let none = june(RatesRule(fairlyWeight: 0))
        #expect(none.satisfactionFormula == "满意614÷已评价670")
        #expect(none.satisfaction == Rate(614, of: 670))
        let whole = june(RatesRule(fairlyWeight: 1000))
        #expect(whole.satisfactionFormula == "（满意614＋基本满意34）÷已评价670")
        #expect(whole.satisfaction == Rate(648, of: 670))
        let odd = june(RatesRule(fairlyWeight: 125))
        #expect(odd.satisfactionFormula == "（满意614＋0.125×基本满意34）÷已评价670")
        #expect(odd.satisfaction.numeratorText == "618.25")
    }

    @Test("部分解决 is not resolved unless the rule says so")
    func partly() {
        let outcomes = [
            CallbackOutcome(responded: true, resolved: .yes, satisfaction: .satisfied),
            CallbackOutcome(responded: true, resolved: .partly, satisfaction: .fairly),
            CallbackOutcome(responded: false, resolved: .no, satisfaction: .dissatisfied),
        ]
        let strict = ThreeRates(outcomes, rule: RatesRule())
        #expect(strict.response == Rate(2, of: 3))
        #expect(strict.resolution == Rate(1, of: 3))
        let lenient = ThreeRates(outcomes, rule: RatesRule(countsPartly: true))
        #expect(lenient.resolution == Rate(2, of: 3))
        #expect(lenient.resolutionFormula == "（解决1＋部分解决1）÷回访3")
    }

    @Test("未评价 leaves the denominator of 满意率 alone, unless the rule keeps it")
    func unrated() {
        let outcomes = [
            CallbackOutcome(responded: true, resolved: .yes, satisfaction: .satisfied),
            CallbackOutcome(responded: true, resolved: .yes, satisfaction: .unrated),
        ]
        let left = ThreeRates(outcomes, rule: RatesRule())
        #expect(left.satisfaction == Rate(1, of: 1))
        #expect(left.resolution == Rate(2, of: 2))
        #expect(left.satisfactionFormula == "（满意1＋0.6×基本满意0）÷已评价1")
        let kept = ThreeRates(outcomes, rule: RatesRule(countsUnrated: true))
        #expect(kept.satisfaction == Rate(1, of: 2))
        #expect(kept.satisfactionFormula == "（满意1＋0.6×基本满意0）÷回访2")
    }

    @Test("No callback gives no rate, and callbacks that nobody rated give no 满意率")
    func nothing() {
        let none = ThreeRates(rule: RatesRule())
        #expect([none.response, none.resolution, none.satisfaction].map(\.text) == ["无", "无", "无"])
        let silent = ThreeRates(
            [CallbackOutcome(responded: true, resolved: .yes, satisfaction: .unrated)], rule: RatesRule())
        #expect(silent.response.text == "100%")
        #expect(silent.satisfaction.text == "无")
    }

    @Test("Whatever is added, in whatever order, the counts close", arguments: 1...10 as ClosedRange<UInt64>)
    func sums(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let rule = RatesRule(
            fairlyWeight: Int.random(in: 0...1000, using: &random), countsPartly: Bool.random(using: &random),
            countsUnrated: Bool.random(using: &random))
        let outcomes = try (0..<200).map { _ in
            CallbackOutcome(
                responded: Bool.random(using: &random),
                resolved: try #require(Resolution.allCases.randomElement(using: &random)),
                satisfaction: try #require(Satisfaction.allCases.randomElement(using: &random)))
        }
        let rates = ThreeRates(outcomes, rule: rule)
        var counted = ThreeRates(rule: rule)
        for outcome in Set(outcomes) {
            counted.add(outcome, count: outcomes.count { $0 == outcome })
        }
        #expect(rates == counted)
        #expect(rates.calledBack == 200)
        #expect(rates.resolved + rates.partly + rates.unresolved == 200)
        #expect(rates.satisfied + rates.fairly + rates.dissatisfied + rates.unrated == 200)
        for rate in [rates.response, rates.resolution, rates.satisfaction] {
            #expect(rate.thousandths <= rate.denominator * 1000)
        }
    }
}
