import Console
import Testing

struct StyleTests {
    @Test func `colour only on a terminal that wants it`() {
        #expect(Style.enabled(isTerminal: true, environment: ["TERM": "xterm"]))
        #expect(Style.enabled(isTerminal: true, environment: [:]))
        #expect(!Style.enabled(isTerminal: false, environment: ["TERM": "xterm"]))
        #expect(!Style.enabled(isTerminal: true, environment: ["NO_COLOR": "1"]))
        #expect(Style.enabled(isTerminal: true, environment: ["NO_COLOR": ""]))
        #expect(!Style.enabled(isTerminal: true, environment: ["TERM": "dumb"]))
    }

    @Test func `paint writes escape sequences only when enabled`() {
        let style = Style(enabled: true)
        #expect(
            Ink.allCases.map { style.paint("红", $0) }
                == [31, 33, 32, 1, 2].map { "\u{1B}[\($0)m红\u{1B}[0m" })
        #expect(style.paint("红", nil) == "红")
        #expect(style.paint("", .red) == "")
        #expect(Style(enabled: false).paint("红", .red) == "红")
    }
}
