/// How a contact was dealt with. It settles once.
public enum Disposition: String, Sendable, CaseIterable {
    /// Not yet decided.
    case undisposed
    /// Answered on the spot (直接办理).
    case direct
    /// Passed to the responsible unit (转交责任单位办理).
    case transferred
}

/// Whether a contact counts as a request.
public enum Standing: String, Sendable, CaseIterable {
    /// A request.
    case counted
    /// Entered by mistake or twice.
    case void
    /// A call without a request: harassing, silent, wrong number.
    case invalid
}
