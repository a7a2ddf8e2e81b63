/// What an issue is called.
struct IssueLabel {
    /// The commonest name of the place that half of the messages have, or empty.
    let place: String
    /// Its key, or empty.
    let placeKey: String
    /// A heading or a clause that says best what all say.
    let problem: String

    init(_ members: [Int], _ messages: [Message], _ reading: Reading) {
        let found = members.compactMap { reading.entries[$0].place }
        let top = Self.commonest(found.map(\.key))
        if let top, top.count > 1, top.count * 2 >= members.count {
            placeKey = top.text
            place = Self.commonest(found.filter { $0.key == top.text }.map(\.name))?.text ?? ""
        } else {
            (place, placeKey) = ("", "")
        }
        problem = Wording(members, messages, reading).best
    }

    private static func commonest(_ texts: [String]) -> (text: String, count: Int)? {
        let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }
}
