/// What a caller said when asked whether the matter was solved.
public struct CallbackOutcome: Hashable, Sendable {
    /// Whether the unit got in touch with the caller.
    public var responded: Bool
    /// Whether the matter is solved.
    public var resolved: Resolution
    /// How satisfied the caller is.
    public var satisfaction: Satisfaction

    /// An outcome of a connected callback.
    public init(responded: Bool, resolved: Resolution, satisfaction: Satisfaction) {
        self.responded = responded
        self.resolved = resolved
        self.satisfaction = satisfaction
    }

    /// Whether the case can rest: resolved, and the caller is not dissatisfied.
    public var settles: Bool {
        resolved == .yes && satisfaction != .dissatisfied
    }
}

/// Whether a matter is solved, in the caller's words.
public enum Resolution: String, Sendable, CaseIterable {
    /// 解决
    case yes
    /// 部分解决
    case partly
    /// 未解决
    case no
}

/// How satisfied a caller is: one field, not three.
public enum Satisfaction: String, Sendable, CaseIterable {
    /// 满意
    case satisfied
    /// 基本满意
    case fairly
    /// 不满意
    case dissatisfied
    /// 未评价
    case unrated
}
