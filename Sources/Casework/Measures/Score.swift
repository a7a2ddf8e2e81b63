/// The weighted mean of rates, by which units are ranked; exact.
///
/// A rate without a denominator says nothing of a unit, so it leaves the mean together with its weight.
public struct Score: Equatable, Sendable {
    /// One rate and how much it counts.
    public struct Part: Hashable, Sendable {
        /// What the rate is called: `满意率`.
        public let name: String
        /// The rate.
        public let rate: Rate
        /// How much it counts against the others; never negative. A rate of weight 0 is not asked for at all.
        public let weight: Int

        /// A rate with its weight.
        public init(_ name: String, _ rate: Rate, weight: Int = 1) {
            self.name = name
            self.rate = rate
            self.weight = weight
        }
    }

    /// What is in the mean.
    public let counted: [Part]
    /// What was asked for and has no denominator.
    public let leftOut: [Part]
    /// The mean; nil where nothing is left to count.
    public let mean: Ratio?

    /// The mean of these rates.
    public init(_ parts: [Part]) {
        let asked = parts.filter { $0.weight > 0 }
        counted = asked.filter { $0.rate.denominator > 0 }
        leftOut = asked.filter { $0.rate.denominator == 0 }
        let weight = counted.reduce(0) { $0 + $1.weight }
        let sum = counted.reduce(Ratio(0, over: 1)) { sum, part in
            Ratio(part.rate).map { sum + $0 * part.weight } ?? sum
        }
        mean = weight == 0 ? nil : sum / weight
    }

    /// The mean as a percentage with at most two decimals; `无` where there is none.
    public var text: String {
        mean?.text ?? Rate.none
    }
}

extension ThreeRates {
    /// The three rates as parts of a score, alike in weight where nothing else is set.
    public func parts(_ weights: ScoreWeights = ScoreWeights()) -> [Score.Part] {
        [
            Score.Part("响应率", response, weight: weights.response),
            Score.Part("解决率", resolution, weight: weights.resolution),
            Score.Part("满意率", satisfaction, weight: weights.satisfaction),
        ]
    }
}
