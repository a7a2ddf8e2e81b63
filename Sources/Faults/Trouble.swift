/// Why the trial cannot go on.
struct Trouble: Error {
    let words: String

    init(_ words: String) {
        self.words = words
    }
}
