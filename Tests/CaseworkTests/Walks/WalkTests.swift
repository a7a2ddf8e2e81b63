import Casework
import Testing

/// Whatever people do to a case, and in whatever order.
struct WalkTests {
    @Test("Whatever is done to a case, its clocks, its history and what it offers stay true")
    func walks() {
        let runs = Runs.count("YOUSU_WALKS", otherwise: 24)
        let seed = Runs.seed(otherwise: 12_345)
        var (taken, refused, broken) = (0, 0, 0)
        var stages: [String: Int] = [:]
        for run in 0..<runs {
            var walk = Walk(seed: seed, run: run)
            for _ in 0..<30 where !walk.isBroken { walk.step() }
            walk.checkReplay()
            taken += walk.taken
            refused += walk.refused
            broken += walk.isBroken ? 1 : 0
            stages[walk.file.state.stage.rawValue, default: 0] += 1
            // The first few say enough.
            if broken == 5 { break }
        }
        print("walks: seed \(seed), \(runs) cases of 30 actions, \(taken) taken, \(refused) refused")
        print("walks: where they ended \(stages.sorted { $0.value > $1.value })")
        #expect(taken > runs * 5, "hardly anything was possible")
        if runs >= 1000 { #expect(stages.count >= 11, "some stages were never the last") }
    }
}
