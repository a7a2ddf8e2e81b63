/// What of weekly, monthly and holiday notices (通报) a city decides.
public struct NoticePolicy: Hashable, Sendable {
    /// The template of their text.
    public var template = ""
    /// How many topics they name, where none are named here.
    public var topicCount = 5
    /// Codes of the categories that they always name, in this order; none for the most frequent ones.
    public var categories: [String] = []
    /// The second at which a notice's day ends, from its midnight: 86,400 for midnight; at 43,200 a notice of the 19th
    /// runs from noon of the 18th to noon of the 19th.
    public var dayEnd: Int64 = 86_400

    /// The policy that holds where a city says nothing.
    public init() {}
}
