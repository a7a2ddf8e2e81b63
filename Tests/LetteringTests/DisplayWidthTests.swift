import Testing

@testable import Lettering

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("西宁12345", 9), ("ＡＢ，。", 8), ("\u{3000}", 2), ("ｱ", 1), ("カ\u{3099}", 2),
        ("é", 1), ("e\u{301}", 1), ("a\u{20DD}", 1), ("ä̈̈", 1), ("\u{301}", 0), ("\u{200B}", 0),
        ("\u{FEFF}", 0),
        ("\u{200D}", 0), ("\u{FE0F}", 0), ("\t", 0), ("\r\n", 0), ("\u{1B}[m", 2), ("\u{7F}\u{85}", 0),
        ("“”…―·—", 6),
        ("①→★", 3), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("กิ", 1), ("กำ", 2), ("ｶﾞ", 2),
        ("𠀀㐀", 4),
        ("\u{AD}", 1), ("½é¿", 3),
    ])
    func `text takes its columns`(text: String, columns: Int) {
        #expect(DisplayWidth.width(text) == columns, "\(text)")
        #expect(DisplayWidth.width(text[...]) == columns)
    }

    @Test(arguments: [
        ("😀", 2), ("👍🏽", 2),
        ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇨🇳", 2), ("🇨🇳🇨🇭", 4), ("🇨", 1), ("1️⃣", 2), ("1\u{20E3}", 2),
        ("☎", 1), ("☎️", 2), ("❤️", 2), ("⌚", 2), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2), ("a\u{FE0F}", 1), ("\u{1FAE8}", 2),
        ("\u{1FADF}", 2), ("☎\u{FE0E}", 1),
    ])
    func `emoji take two columns`(text: String, columns: Int) {
        #expect(DisplayWidth.width(text) == columns, "\(text)")
    }

    @Test func `the table's ranges rise and do not touch`() {
        for table in [WidthTable.zero, WidthTable.wide] {
            #expect(table.count.isMultiple(of: 2))
            for index in stride(from: 0, to: table.count, by: 2) {
                #expect(table[index] <= table[index + 1])
                if index > 0 { #expect(table[index - 1] + 1 < table[index]) }
            }
        }
    }

    @Test func `a text has the columns of its characters, whatever they are`() {
        let scalars = (0...0x2_FFFF).compactMap(Unicode.Scalar.init)
        #expect(
            scalars.allSatisfy { scalar in
                let text = "停a" + String(scalar) + "水"
                return DisplayWidth.width(text) == text.reduce(0) { $0 + DisplayWidth.width($1) }
            })
    }

    @Test func `text is cut at the column and never within a character`() {
        #expect(DisplayWidth.fit("康乐小区", columns: 8) == "康乐小区")
        #expect(DisplayWidth.fit("康乐小区", columns: 7) == "康乐小…")
        #expect(DisplayWidth.fit("康乐小区", columns: 6) == "康乐…")
        #expect(DisplayWidth.fit("康乐小区", columns: 2) == "…")
        #expect(DisplayWidth.fit("康乐小区", columns: 1) == "…")
        #expect(DisplayWidth.fit("康乐小区", columns: 0) == "")
        #expect(DisplayWidth.fit("康乐小区", columns: -1) == "")
        #expect(DisplayWidth.fit("a👨‍👩‍👧‍👦b", columns: 3) == "a…")
        #expect(DisplayWidth.fit("e\u{301}e\u{301}e\u{301}", columns: 2) == "e\u{301}…")
        #expect(DisplayWidth.fit("", columns: 3) == "")
    }

    @Test func `text is filled up on the side asked for`() {
        #expect(DisplayWidth.fit("西宁", columns: 6, pad: .left) == "西宁  ")
        #expect(DisplayWidth.fit("西宁", columns: 6, pad: .right) == "  西宁")
        #expect(DisplayWidth.fit("康乐小区", columns: 6, pad: .left) == "康乐… ")
        #expect(DisplayWidth.fit("康乐小区", columns: 6, pad: .right) == " 康乐…")
        #expect(DisplayWidth.fit("", columns: 2, pad: .left) == "  ")
        #expect(DisplayWidth.fit("a", columns: 0, pad: .left) == "")
    }

    @Test func `any text fits in any width`() {
        let text = "a西e\u{301}😀🇨🇳“”1️⃣\u{200B}ｱ한"
        for columns in 0...30 {
            #expect(DisplayWidth.width(DisplayWidth.fit(text, columns: columns)) <= columns)
            #expect(DisplayWidth.width(DisplayWidth.fit(text, columns: columns, pad: .right)) == columns)
        }
    }
}
