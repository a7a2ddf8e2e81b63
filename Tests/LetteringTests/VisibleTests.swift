import Lettering
import Testing

struct VisibleTests {
    @Test func `harmless text stays as it is`() {
        for text in ["", "西宁 12345", "👨‍👩‍👧‍👦e\u{301}", "\u{3000}“”", "\u{A0}"] {
            #expect(Visible.visible(text, keepNewlines: false) == text)
        }
    }

    @Test func `control characters become pictures`() {
        #expect(Visible.visible("\u{1B}[31m\u{7}\0\u{8}\t\u{7F}", keepNewlines: true) == "␛[31m␇␀␈␉␡")
        #expect(Visible.visible("\u{1F}", keepNewlines: true) == "␟")
        #expect(Visible.visible("a\u{85}b\u{9B}c", keepNewlines: true) == "a⟦U+0085⟧b⟦U+009B⟧c")
    }

    @Test func `directions and line separators are shown by their number`() {
        #expect(Visible.visible("a\u{202E}b", keepNewlines: true) == "a⟦U+202E⟧b")
        #expect(Visible.visible("\u{200E}\u{200F}\u{61C}", keepNewlines: true) == "⟦U+200E⟧⟦U+200F⟧⟦U+061C⟧")
        #expect(Visible.visible("\u{2066}\u{2069}", keepNewlines: true) == "⟦U+2066⟧⟦U+2069⟧")
        #expect(Visible.visible("\u{2028}", keepNewlines: true) == "⟦U+2028⟧")
        #expect(
            Visible.visible("\u{FFFE}\u{FFFF}\u{1FFFE}", keepNewlines: true) == "⟦U+FFFE⟧⟦U+FFFF⟧⟦U+1FFFE⟧")
        #expect(Visible.visible("\u{FFFD}", keepNewlines: true) == "\u{FFFD}")
    }

    @Test func `line ends stay or are shown`() {
        #expect(Visible.visible("一\n二\r\n三", keepNewlines: true) == "一\n二\n三")
        #expect(Visible.visible("一\n二\r\n三", keepNewlines: false) == "一⏎二⏎三")
        #expect(Visible.visible("一\r二\r\r\n", keepNewlines: true) == "一␍二␍\n")
    }

    @Test func `no control character survives, whatever the text`() {
        for value in (0...0x2100 as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = Visible.visible("a\(scalar)b", keepNewlines: false)
            #expect(shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        }
    }
}
