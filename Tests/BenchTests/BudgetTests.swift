import Testing

@testable import Bench

struct BudgetTests {
    @Test("A budget counts for the size that it names; other sizes are only shown")
    func sizes() {
        let rows = [10_000, 1_000_000].map { Row.once("call", $0, "ms", 16) }.judged(by: Budget.all)
        #expect(rows.map(\.met) == [nil, false])
        #expect(rows.map(\.budget) == [nil, "<= 15"])
    }

    @Test("Ratios are judged by the floor of the same row")
    func ratios() {
        func met(_ name: String, _ median: Double, over floor: Double) -> Bool? {
            [Row.once(name, 1_000_000, "", median).over(floor, "")].judged(by: Budget.all).first?.met
        }
        #expect(met("intake in process", 50, over: 100) == true)
        #expect(met("intake in process", 49, over: 100) == false)
        #expect(met("call / on an empty store", 13, over: 10) == true)
        #expect(met("call / on an empty store", 14, over: 10) == false)
    }

    @Test("A row without the floor that its budget needs misses it")
    func noFloor() {
        let rows = [Row.once("import", 1_000_000, "rows/s", 9)].judged(by: Budget.all)
        #expect(rows.first?.met == false)
    }

    @Test("Growth is against the size before, whatever the order")
    func growth() {
        let rows = [(1_000_000, 30.0), (10_000, 10), (5_000_000, 45)].map {
            Row.once("show", $0.0, "ms", $0.1)
        }
        #expect(rows.judged(by: []).map(\.growth) == [3, nil, 1.5])
    }

    @Test("There is one budget for a row and a size")
    func once() {
        let places = Budget.all.flatMap { budget in budget.sizes.map { "\(budget.name) \($0)" } }
        #expect(Set(places).count == places.count)
    }
}
