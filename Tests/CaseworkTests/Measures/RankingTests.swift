import Casework
import SplitMix
import Testing

struct RankingTests {
    @Test("Ties share a rank, the next is passed over, and the order within is as given")
    func ties() {
        let ranking = Ranking([("a", 5), ("b", 9), ("c", 5), ("d", 1)]) { $0.1 }
        #expect(ranking.rows.map(\.rank) == [1, 2, 2, 4])
        #expect(ranking.rows.map(\.value.0) == ["b", "a", "c", "d"])
    }

    @Test("What has no score stands last, without a rank")
    func unscored() {
        let ranking = Ranking(["x", "1", "y", "2"]) { Int($0) }
        #expect(ranking.rows.map(\.rank) == [1, 2, nil, nil])
        #expect(ranking.rows.map(\.value) == ["2", "1", "x", "y"])
        #expect(Ranking([Int]()) { $0 }.rows.isEmpty)
    }

    @Test("A rank is one more than the number of better scores", arguments: 1...10 as ClosedRange<UInt64>)
    func naive(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let values = (0..<100).map { index in (index: index, score: Int.random(in: 0...20, using: &random)) }
        let rows = Ranking(values) { $0.score }.rows
        for row in rows {
            #expect(row.rank == 1 + values.count { $0.score > row.value.score })
        }
        for (row, next) in zip(rows, rows.dropFirst()) where row.rank == next.rank {
            #expect(row.value.index < next.value.index)
        }
    }
}

struct ScoreTests {
    @Test("The mean weighs its rates")
    func weighted() {
        let score = Score([
            Score.Part("响应率", Rate(1, of: 1), weight: 2), Score.Part("解决率", Rate(9, of: 10), weight: 3),
            Score.Part("满意率", Rate(thousandths: 634_400, of: 670), weight: 5),
        ])
        #expect(score.text == "94.34%")
        #expect(score.mean?.value == 0.9434)
        #expect(score.leftOut.isEmpty)
    }

    @Test("A rate without a denominator leaves the mean with its weight and is named")
    func leftOut() {
        let score = Score([
            Score.Part("响应率", Rate(1, of: 2)), Score.Part("满意率", Rate(0, of: 0), weight: 8),
            Score.Part("解决率", Rate(0, of: 0), weight: 0),
        ])
        #expect(score.text == "50%")
        #expect(score.counted.map(\.name) == ["响应率"])
        #expect(score.leftOut.map(\.name) == ["满意率"])
    }

    @Test("Where nothing is left to count there is no mean")
    func nothing() {
        #expect(Score([]).mean == nil)
        #expect(Score([Score.Part("满意率", Rate(0, of: 0))]).text == "无")
        #expect(Score([Score.Part("满意率", Rate(1, of: 1), weight: 0)]).mean == nil)
    }

    @Test("The three rates make a score with the city's weights")
    func threeRates() {
        var rates = ThreeRates(rule: RatesRule())
        rates.add(CallbackOutcome(responded: true, resolved: .no, satisfaction: .unrated), count: 3)
        #expect(Score(rates.parts()).text == "50%")
        #expect(Score(rates.parts()).leftOut.map(\.name) == ["满意率"])
        var weights = ScoreWeights()
        (weights.response, weights.satisfaction) = (3, 6)
        #expect(Score(rates.parts(weights)).text == "75%")
        weights.response = 0
        #expect(Score(rates.parts(weights)).counted.map(\.name) == ["解决率"])
    }

    @Test("Units tie only if their means are equal: a third thrice is a third, and far decimals decide")
    func exact() {
        func score(_ rates: Rate...) -> Score { Score(rates.map { Score.Part("", $0) }) }
        let third = score(Rate(1, of: 3))
        #expect(score(Rate(1, of: 3), Rate(2, of: 6), Rate(33, of: 99)).mean == third.mean)
        #expect(score(Rate(1, of: 6), Rate(1, of: 2)).mean == third.mean)
        let primes = [999_999_937, 999_999_929, 999_999_893, 999_999_883]
        let high = Score(primes.map { Score.Part("", Rate($0 - 1, of: $0)) })
        let low = Score(primes.map { Score.Part("", Rate(thousandths: $0 * 1000 - 1001, of: $0)) })
        let ranking = Ranking([low, high, low]) { $0.mean }
        #expect(ranking.rows.map(\.rank) == [1, 2, 2])
        #expect(ranking.rows.first?.value == high)
        #expect(high.text == "100%")
    }

    @Test(
        "Means of two rates compare and print as whole numbers do", arguments: 1...10 as ClosedRange<UInt64>)
    func integers(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        func pair() -> [(Int, Int, weight: Int)] {
            (0..<2).map { _ in
                let denominator = Int.random(in: 1...60, using: &random)
                return (
                    Int.random(in: 0...denominator, using: &random), denominator,
                    Int.random(in: 1...4, using: &random)
                )
            }
        }
        func mean(_ pair: [(Int, Int, weight: Int)]) throws -> (score: Ratio, over: Int, under: Int) {
            let score = Score(pair.map { Score.Part("", Rate($0.0, of: $0.1), weight: $0.weight) })
            let over = pair[0].0 * pair[1].1 * pair[0].weight + pair[1].0 * pair[0].1 * pair[1].weight
            let under = pair[0].1 * pair[1].1 * (pair[0].weight + pair[1].weight)
            return (try #require(score.mean), over, under)
        }
        for _ in 0..<300 {
            let left = try mean(pair())
            let right = try mean(pair())
            #expect((left.score < right.score) == (left.over * right.under < right.over * left.under))
            #expect((left.score == right.score) == (left.over * right.under == right.over * left.under))
            #expect(left.score.hundredths == (left.over * 20_000 + left.under) / (2 * left.under))
        }
    }
}
