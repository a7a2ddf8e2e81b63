/// When a topic counts as rising or falling.
public struct HotPolicy: Hashable, Sendable {
    /// With so many weeks before the period it is compared; a longer period with as many days as it has.
    public var weeks = 8
    /// So many days of the same kind there must have been, or days of a kind less like are taken.
    public var leastDays = 4
    /// In the level before the period a day counts half as much as one so many days later.
    public var halfLife = 21
    /// Of all signals given at a time, at most such a share may be chance.
    public var falseShare = 0.2
    /// Nor is a signal given for what chance alone brings about more often than this.
    public var mostChance = 0.01
    /// Nor for a smaller change against what was expected: with many cases any change is more than chance.
    public var leastChange = 0.15
    /// A series of days for a picture begins so many days before the end of the period, or with its first day.
    public var seriesDays = 28

    /// The policy where nothing else is set.
    public init() {}
}
