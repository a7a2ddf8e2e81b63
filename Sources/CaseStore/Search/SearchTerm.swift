import Glibc

/// A word or phrase that is looked for.
public struct SearchTerm: Hashable, Sendable {
    /// As it was typed; not empty.
    public let text: String
    /// Cases with it are left out.
    public let isExcluded: Bool

    /// A word or phrase of at least one character.
    public init(_ text: String, isExcluded: Bool = false) {
        self.text = text
        self.isExcluded = isExcluded
    }

    /// The bytes of a text in which it stands first; the letters of English without regard to case.
    func place(in text: String) -> Range<Int>? {
        let needle = self.text.utf8.map(Bigrams.lowercased)
        let bytes = text.utf8.map(Bigrams.lowercased)
        return bytes.withUnsafeBytes { bytes in
            var start = 0
            while start + needle.count <= bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(needle[0]), bytes.count - needle.count - start + 1)
            {
                start = base.distance(to: UnsafeRawPointer(found))
                if memcmp(found, needle, needle.count) == 0 { return start..<start + needle.count }
                start += 1
            }
            return nil
        }
    }

    /// What the index is asked for.
    struct Question {
        /// An expression of FTS5; nil where the index knows nothing of the term.
        let match: String?
        /// Whether whatever the index finds contains the term. Otherwise the texts have to be looked at.
        let isExact: Bool
    }

    /// So many pairs of a long phrase are asked for; the texts decide about the rest.
    private static let pairLimit = 48

    var question: Question {
        var text = text
        return text.withUTF8 { utf8 in
            let runs = Bigrams.runs(of: utf8)
            func word(_ first: Int, _ end: Int) -> String {
                "\"" + String(decoding: utf8[first..<end].map(Bigrams.lowercased), as: UTF8.self) + "\""
            }
            var words: [String] = []
            for run in runs {
                let count = run.count - 1
                // Whatever comes behind a character that ends the term may follow it in the text.
                if count == 1 {
                    words.append(word(run[0], run[1]) + (run[1] == utf8.count ? " *" : ""))
                } else {
                    words += (0..<count - 1).map { word(run[$0], run[$0 + 2]) }
                }
            }
            let isWhole = runs.count == 1 && runs[0].first == 0 && runs[0].last == utf8.count
            return Question(
                match: words.isEmpty ? nil : words.prefix(Self.pairLimit).joined(separator: " AND "),
                isExact: isWhole && words.count == 1)
        }
    }
}
