/// The pairs of neighbouring letters of a text. A number or a foreign word is one letter; a pair never spans a stop.
enum Pairs {
    /// Of how many letters of a content pairs are taken: what matters is said early, and long texts repeat themselves.
    static let read = 300

    /// Calls with each pair and the position of its first letter.
    static func each(_ codes: [UInt32], _ use: (UInt64, Int) -> Void) {
        var before: UInt32?
        var place = 0
        var position = 0
        while position < codes.count {
            let begin = position
            let code = codes[position]
            position += 1
            guard Letters.isWord(code) else {
                before = nil
                continue
            }
            var letter = code
            if !Letters.isHan(code) {
                while position < codes.count, Letters.isWord(codes[position]), !Letters.isHan(codes[position])
                {
                    letter = letter &* 0x0100_0193 ^ codes[position]
                    position += 1
                }
                letter |= 0x8000_0000
            }
            if let before { use(UInt64(before) << 32 | UInt64(letter), place) }
            before = letter
            place = begin
        }
    }

    /// A pair as text; nil where a number or a foreign word is one of its letters.
    static func text(of pair: UInt64) -> String? {
        let letters = [UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair)]
        return letters.allSatisfy(Letters.isHan) ? Letters.text(letters) : nil
    }
}
