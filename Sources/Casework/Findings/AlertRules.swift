/// Words that must not be overlooked, and who must be told of them.
public struct WordRule: Hashable, Sendable {
    /// What they are about: 危及生命, 群体性事件, 燃气, 供暖中断.
    public var name: String
    /// The words. Blanks, quotation marks, width and case make no difference.
    public var words: [String]
    /// Who must be told.
    public var told: [String]

    /// Words with a name.
    public init(name: String, words: [String], told: [String]) {
        self.name = name
        self.words = words
        self.told = told
    }
}

/// How often a matter may come within a time before somebody must be told.
public struct RepeatRule: Hashable, Sendable {
    /// What it is called: 多人反映.
    public var name: String
    /// So many different people, two at least.
    public var callers: Int
    /// Within so many seconds up to the last contact.
    public var seconds: Int64
    /// Who must be told.
    public var told: [String]

    /// A rule with a name.
    public init(name: String, callers: Int, seconds: Int64, told: [String]) {
        self.name = name
        self.callers = max(2, callers)
        self.seconds = seconds
        self.told = told
    }
}

/// Of what the city wants to be warned.
public struct AlertRules: Hashable, Sendable {
    /// Words in a text.
    public var words: [WordRule]
    /// One matter again and again.
    public var repeats: [RepeatRule]

    /// Rules, each kind in its order.
    public init(words: [WordRule] = [], repeats: [RepeatRule] = []) {
        self.words = words
        self.repeats = repeats
    }

    /// The names of all rules, in their order.
    public var names: [String] { words.map(\.name) + repeats.map(\.name) }
}
