import Casework
import Testing

@testable import Bench

struct StorePlanTests {
    @Test(
        "Portions hold all cases, at most a million each, on days that follow each other",
        arguments: [1000, 10_000, 1_000_000, 2_500_001, 5_000_000])
    func portions(size: Int) {
        let plan = StorePlan(size: size)
        #expect(plan.portions.reduce(0) { $0 + $1.cases } == size)
        #expect(plan.portions.allSatisfy { $0.cases <= 1_000_000 && $0.from <= $0.to })
        #expect(plan.portions.last?.to == StorePlan.last)
        for (one, next) in zip(plan.portions, plan.portions.dropFirst()) {
            #expect(next.from == one.to.advanced(by: 1))
        }
        #expect(Set(plan.portions.map(\.seed)).count == plan.portions.count)
    }

    @Test("Five million cases are ten years and one crowded day after them")
    func crowd() {
        let plan = StorePlan(size: 5_000_000)
        #expect(plan.portions.first?.from.compact == 20_160_101)
        #expect(plan.cases == 5_055_000)
        #expect(plan.earlier.compact == 20_241_231)
        #expect(StorePlan(size: 1_000_000).crowd == nil)
    }
}
