/// When many contacts of a topic from one place, or about one problem, are a concentration.
public struct ConcentrationPolicy: Hashable, Sendable {
    /// At least so many different people: six, less one whose place was not recognised.
    public var leastCallers = 5
    /// At least such a share of all people of the topic.
    public var leastShare = 0.1
    /// At least so many times as many as expected.
    public var leastFactor = 1.5
    /// At most so likely by chance, all places of the topic together.
    public var mostChance = 0.005
    /// The same where nothing is known of the weeks before: what is taken for usual is then the most that the day's other
    /// places allow, far above what it mostly is. There it also takes a fifth more people and share.
    public var mostChanceAtFirst = 0.05
    /// By how much of the square of a mean the usual counts of a place scatter beyond chance.
    public var scatter = 0.1
    /// What the day itself tells of the usual counts as much as so many contacts of the weeks before.
    public var caution = 12.0

    /// The policy where nothing else is set.
    public init() {}
}
