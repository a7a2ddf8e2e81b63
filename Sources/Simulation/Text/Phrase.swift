/// A piece of text with its length in characters, so that a text's length is known without counting.
struct Phrase {
    let text: String
    let length: Int

    init(_ text: String) {
        self.text = text
        length = text.count
    }

    static func all(_ texts: [String]) -> [Phrase] {
        texts.map(Phrase.init)
    }
}

/// A text that is being put together.
struct Draft {
    private(set) var text = ""
    private(set) var length = 0

    init() {
        text.reserveCapacity(300)
    }

    mutating func add(_ phrase: Phrase) {
        text += phrase.text
        length += phrase.length
    }

    mutating func add(_ other: String, length: Int) {
        text += other
        self.length += length
    }
}
