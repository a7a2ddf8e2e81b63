/// A list from which one is picked by typing a part of it.
public struct Picker: Equatable, Sendable {
    /// Something that can be picked.
    public struct Choice: Hashable, Sendable {
        /// What tells it from all others.
        public let value: String
        /// What is shown.
        public let label: String
        /// Why it is likely, or empty.
        public let hint: String
        /// By what it is found besides its label: code, pinyin, initials, all in lower case.
        public let keys: [String]

        /// A choice.
        public init(value: String, label: String, hint: String = "", keys: [String] = []) {
            self.value = value
            self.label = label
            self.hint = hint
            self.keys = keys
        }
    }

    /// All choices, the likely ones first.
    public private(set) var choices: [Choice]
    /// What was typed.
    public private(set) var query = TextField(limit: 50)
    /// The place of the marked choice among those that fit; nil where none is.
    public private(set) var marked: Int?
    /// Those that fit what was typed, the best first.
    public private(set) var fitting: [Choice]

    /// A list of which one is marked.
    ///
    /// - Parameters:
    ///   - value: the marked choice; nil where nothing was picked yet.
    ///   - marksFirst: whether the first is marked then.
    public init(_ choices: [Choice], value: String? = nil, marksFirst: Bool = true) {
        self.choices = choices
        fitting = choices
        marked = choices.firstIndex { $0.value == value } ?? (marksFirst && !choices.isEmpty ? 0 : nil)
    }

    /// The choice that is marked.
    public var choice: Choice? { marked.map { fitting[$0] } }

    /// Does what a key asks for. Whether it was one for a list.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .up: move(-1)
        case .down: move(marked == nil ? 0 : 1)
        case .pageUp: move(-Self.page)
        case .pageDown: move(Self.page)
        default:
            let before = query.text
            guard query.handle(key) else { return false }
            if query.text != before { narrow() }
        }
        return true
    }

    private static let page = 8

    private mutating func move(_ count: Int) {
        guard !fitting.isEmpty else { return }
        marked = max(0, min(fitting.count - 1, (marked ?? 0) + count))
    }

    private mutating func narrow() {
        let wanted = query.text.lowercased().filter { !$0.isWhitespace }
        guard !wanted.isEmpty else {
            (fitting, marked) = (choices, nil)
            return
        }
        // A stable order: those that are likely stay first among those that fit as well.
        let ranks = choices.map { Self.rank($0, wanted) }
        fitting = zip(choices, ranks).enumerated().compactMap { place, pair in
            pair.1.map { (place, pair.0, $0) }
        }.sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map(\.1)
        marked = fitting.isEmpty ? nil : 0
    }

    /// How well a choice fits: whole before beginning before part. Nil where it does not.
    private static func rank(_ choice: Choice, _ wanted: String) -> Int? {
        let names = [choice.label.lowercased()] + choice.keys
        if names.contains(wanted) { return 0 }
        if names.contains(where: { $0.hasPrefix(wanted) }) { return 1 }
        if names.contains(where: { $0.split(separator: "/").contains { $0.hasPrefix(wanted) } }) { return 2 }
        return names.contains { $0.contains(wanted) } ? 3 : nil
    }
}
