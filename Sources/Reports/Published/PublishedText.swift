/// A printed text with the line of each character, in one form: without blanks and line breaks, in simplified characters
/// and half-width punctuation.
struct PublishedText {
    /// A character of the text.
    struct Letter: Hashable {
        /// As it is compared.
        let form: Character
        /// As it is printed, in simplified characters.
        let plain: Character
        /// As it stands in the text.
        let given: Character
        /// From 1.
        let line: Int
        /// Where it stands in the text.
        let place: String.Index
    }

    let letters: [Letter]

    init(_ text: String) {
        var letters: [Letter] = []
        var line = 1
        for (place, character) in zip(text.indices, text) {
            if character.isNewline { line += 1 }
            if character.isWhitespace || character == "\u{FEFF}" { continue }
            let plain = Self.simplified[character] ?? character
            letters.append(
                Letter(form: Self.form(plain), plain: plain, given: character, line: line, place: place))
        }
        self.letters = letters
    }

    /// A text as it is compared.
    static func form(_ text: String) -> String {
        String(PublishedText(text).letters.map(\.form))
    }

    private static func form(_ character: Character) -> Character {
        if let mark = punctuation[character] { return mark }
        // ０ to ～ stand in the order of 0 to ~.
        guard let value = character.unicodeScalars.first?.value, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(value), let scalar = Unicode.Scalar(value - 0xFEE0)
        else { return character }
        return Character(scalar)
    }

    private static let punctuation: [Character: Character] = [
        "。": ".", "．": ".", "｡": ".", "，": ",", "﹐": ",", "：": ":", "︰": ":", "﹕": ":", "；": ";", "（": "(",
        "）": ")", "﹙": "(", "﹚": ")", "､": "、", "﹑": "、", "「": "“", "」": "”",
    ]

    /// Only of the characters that stand in the format's own words.
    private static let simplified: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "務熱線眾來電訴網責轉單辦無題問應聯係繫絡縣區時處實點報復黨領導創機製訪當馬國長廳業費維權號聽為羣寧",
            "务热线众来电诉网责转单办无题问应联系系络县区时处实点报复党领导创机制访当马国长厅业费维权号听为群宁"))
}

extension [PublishedText.Letter] {
    var forms: String { String(map(\.form)) }
    /// In simplified characters, punctuation as it stands in the text.
    var plain: String { String(map(\.plain)) }
    var given: String { String(map(\.given)) }
}

extension ArraySlice<PublishedText.Letter> {
    var forms: String { String(map(\.form)) }
    var plain: String { String(map(\.plain)) }
    var given: String { String(map(\.given)) }
    /// The line on which it begins.
    var line: Int { first?.line ?? 0 }

    /// The parts between marks that stand outside brackets.
    func parts(at mark: Character) -> [Self] {
        var (parts, depth, start): ([Self], Int, Int) = ([], 0, startIndex)
        for index in indices {
            switch self[index].form {
            case "(": depth += 1
            case ")": depth = Swift.max(0, depth - 1)
            case mark where depth == 0:
                parts.append(self[start..<index])
                start = index + 1
            default: break
            }
        }
        return parts + [self[start..<endIndex]]
    }

    /// The places at which a text begins, in their order.
    func places(of text: String) -> [Int] {
        let wanted = Array<Character>(text)
        guard !wanted.isEmpty, count >= wanted.count else { return [] }
        return (startIndex...endIndex - wanted.count).filter { start in
            wanted.indices.allSatisfy { self[start + $0].form == wanted[$0] }
        }
    }

    /// What stands between two texts, if it is all there is.
    func between(_ start: String, _ end: String) -> Self? {
        let text = forms
        guard text.hasPrefix(start), text.hasSuffix(end), count >= start.count + end.count else { return nil }
        return self[startIndex + start.count..<endIndex - end.count]
    }

    /// The whole number that it is and nothing else, of at most nine digits: no city has more, and sums do not overflow.
    var number: Int? {
        count <= 9 && allSatisfy { ("0"..."9").contains($0.form) } ? Int(forms) : nil
    }
}
