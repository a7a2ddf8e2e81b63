/// Words by their first letters, for finding the longest that begins at a place of a text.
struct Trie<Value: Sendable>: Sendable {
    private var steps: [UInt64: UInt32] = [:]
    private var values: [Value?] = [nil]

    /// Enters a word; a later entry takes the place of an earlier one.
    mutating func insert(_ word: some Sequence<UInt32>, _ value: Value) {
        var node: UInt32 = 0
        for code in word {
            let step = UInt64(node) << 32 | UInt64(code)
            if let next = steps[step] {
                node = next
            } else {
                node = UInt32(values.count)
                steps[step] = node
                values.append(nil)
            }
        }
        if node > 0 { values[Int(node)] = value }
    }

    /// The longest word that begins here and passes the test, with its length.
    func longest(
        in codes: [UInt32], from start: Int, where fits: (Value, Int) -> Bool = { _, _ in true }
    ) -> (value: Value, length: Int)? {
        var node: UInt32 = 0
        var found: (Value, Int)?
        var position = start
        while position < codes.count, let next = steps[UInt64(node) << 32 | UInt64(codes[position])] {
            node = next
            position += 1
            if let value = values[Int(node)], fits(value, position) { found = (value, position - start) }
        }
        return found
    }
}
