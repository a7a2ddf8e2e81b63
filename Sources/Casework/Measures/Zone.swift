/// The zone of a unit in the monthly comparison of the three rates (一比三率): blue is best.
public enum Zone: String, Sendable, CaseIterable {
    /// 蓝区
    case blue
    /// 黄区
    case yellow
    /// 红区
    case red

    /// `蓝区`, `黄区`, `红区`.
    public var name: String {
        switch self {
        case .blue: "蓝区"
        case .yellow: "黄区"
        case .red: "红区"
        }
    }

    /// The next zone down; red has none below.
    public var lower: Zone {
        self == .blue ? .yellow : .red
    }
}

/// A unit's zone and why.
public struct ZoneFinding: Equatable, Sendable {
    /// The zone; nil for a unit without a callback, which cannot be judged.
    public let zone: Zone?
    /// The mean of the three rates, alike in weight, and what was left out of it.
    public let score: Score
    /// Whether the mean fell so far that the unit stands one zone below what the mean gives, unless that is red.
    public let fell: Bool
}

/// Where the zones begin. The city sets it: no source prints Xining's thresholds.
public struct ZoneRule: Hashable, Sendable {
    /// The lowest mean of the three rates in the blue zone, in hundredths of a percent.
    public let blue: Int
    /// The lowest mean in the yellow zone, in hundredths of a percent; all below is red.
    public let yellow: Int
    /// A fall against the month before by more than this drops a unit one zone; in hundredths of a
    /// percentage point.
    public let fall: Int

    /// Thresholds in hundredths; nil where one is negative or blue begins below yellow.
    public init?(blue: Int, yellow: Int, fall: Int) {
        guard 0 <= yellow, yellow <= blue, 0 <= fall else { return nil }
        self.blue = blue
        self.yellow = yellow
        self.fall = fall
    }

    /// The zone of a unit by its rates and those of the month before; nil for a unit that had none.
    ///
    /// The exact mean is judged, not the printed one. Means of different rates say nothing of each other,
    /// so a fall is one of the rates that both months have.
    public func finding(now: ThreeRates, before: ThreeRates?) -> ZoneFinding {
        let score = Score(now.parts())
        guard let mean = score.mean else { return ZoneFinding(zone: nil, score: score, fell: false) }
        let zone: Zone =
            mean >= Ratio(blue, over: 10_000) ? .blue : mean >= Ratio(yellow, over: 10_000) ? .yellow : .red
        let fell = before.map { hasFallen(score, from: Score($0.parts())) } ?? false
        return ZoneFinding(zone: fell ? zone.lower : zone, score: score, fell: fell)
    }

    private func hasFallen(_ now: Score, from before: Score) -> Bool {
        let names = Set(now.counted.map(\.name)).intersection(before.counted.map(\.name))
        guard let new = Score(now.counted.filter { names.contains($0.name) }).mean,
            let old = Score(before.counted.filter { names.contains($0.name) }).mean
        else { return false }
        return old > new + Ratio(fall, over: 10_000)
    }
}
