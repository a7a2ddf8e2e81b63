/// A grade of requests with its two limits (Xining has four: 1, 3, 7 and 11 days).
public struct Grade: Hashable, Sendable, Identifiable {
    /// The row that pins these limits.
    public let id: Int64
    /// The configured code.
    public let code: String
    /// The name as shown.
    public let name: String
    /// Time to sign, from the dispatch.
    public let sign: TimeLimit
    /// Time to finish, from the dispatch.
    public let finish: TimeLimit

    /// A grade as configured.
    public init(id: Int64, code: String, name: String, sign: TimeLimit, finish: TimeLimit) {
        self.id = id
        self.code = code
        self.name = name
        self.sign = sign
        self.finish = finish
    }
}

/// Which grade a request has: the first rule that fits decides. What a rule leaves open fits everything.
public struct GradeRule: Hashable, Sendable {
    /// The urgency that it holds for.
    public let urgency: Urgency?
    /// The code of the channel that it holds for.
    public let channel: String?
    /// The code of the kind that it holds for.
    public let kind: String?
    /// The code of the category that it holds for, with all below it.
    public let category: String?
    /// The code of the grade.
    public let grade: String

    /// A rule as configured.
    public init(urgency: Urgency?, channel: String?, kind: String?, category: String?, grade: String) {
        self.urgency = urgency
        self.channel = channel
        self.kind = kind
        self.category = category
        self.grade = grade
    }

    /// Whether the rule holds for a request.
    ///
    /// - Parameter categories: codes from the category up to the first level.
    public func fits(urgency: Urgency, channel: String, kind: String?, categories: [String]) -> Bool {
        (self.urgency ?? urgency) == urgency && (self.channel ?? channel) == channel
            && (self.kind == nil || self.kind == kind)
            && (category.map { categories.contains($0) } ?? true)
    }
}
