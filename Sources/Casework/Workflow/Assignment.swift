/// The time during which one unit led a case: from the dispatch to it until it replied, gave it back or lost it.
/// Each has a clock of its own beside the case's.
public struct Assignment: Hashable, Sendable {
    /// How a unit's time with a case ended.
    public enum End: String, Sendable, CaseIterable {
        /// It replied.
        case replied
        /// Its return was upheld, or a ruling named another unit.
        case returned
        /// It passed the case down, or back up.
        case passed
        /// The case was merged, withdrawn or ended by a reviewer.
        case ended
    }

    /// The unit.
    public let unit: Unit.ID
    /// When it got the case.
    public let since: Instant
    /// By what: dispatch, pass, review, rule, rework or return.
    public let by: Action
    /// When it signed; with its reply, where it did not sign before.
    public var signedAt: Instant?
    /// When it first gave the case back, whatever the review said.
    public var returnedAt: Instant?
    /// When it no longer led.
    public var endedAt: Instant?
    /// How that came.
    public var end: End?
}
