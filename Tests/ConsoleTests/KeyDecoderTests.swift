import Testing

@testable import Console

struct KeyDecoderTests {
    private func keys(_ bytes: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.feed(bytes.utf8) + decoder.flush()
    }

    @Test(
        "Keys of the terminals that people use",
        arguments: [
            ("\r", Key.enter), ("\t", .tab), ("\u{1B}[Z", .backTab), ("\u{7F}", .backspace),
            ("\u{8}", .backspace),
            ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5B", .down), ("\u{1B}[C", .right),
            ("\u{1B}[D", .left),
            ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end),
            ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
            ("\u{1B}OP", .function(1)),
            ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{3}", .control("c")),
            ("\u{1B}", .escape), ("\n", .newline), ("\u{1B}\r", .newline), ("小区", .text("小区")),
        ])
    func oneKey(bytes: String, key: Key) {
        #expect(keys(bytes) == [key])
    }

    @Test("However the bytes are cut, the keys are the same")
    func cuts() {
        let bytes = Array("物业\u{1B}[A👩‍👩‍👧\u{1B}[200~一\r\n二\u{1B}[201~x\r".utf8)
        let whole = keys(String(decoding: bytes, as: UTF8.self))
        #expect(whole == [.text("物业"), .up, .text("👩‍👩‍👧"), .paste("一\n二"), .text("x"), .enter])
        for cut in bytes.indices {
            var decoder = KeyDecoder()
            let parts = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
            #expect(joined(parts) == joined(whole))
        }
    }

    /// Text typed in one go may come in several keys.
    private func joined(_ keys: [Key]) -> [Key] {
        keys.reduce(into: []) { joined, key in
            if case .text(let more) = key, case .text(let text)? = joined.last {
                joined[joined.count - 1] = .text(text + more)
            } else {
                joined.append(key)
            }
        }
    }

    @Test("What means nothing is passed over, and nothing after it is lost")
    func nonsense() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xFF, 0xC3, 0x28, 0x41]) == [.text("(A")])
        #expect(decoder.feed(Array("\u{1B}[99~甲".utf8)) == [.text("甲")])
        #expect(decoder.feed(Array("\u{1B}x乙".utf8)) == [.escape, .text("x乙")])
        #expect(decoder.feed(Array("\u{1B}[".utf8)).isEmpty)
        #expect(decoder.flush().isEmpty && !decoder.isWaiting)
    }

    @Test("A key of escape followed by another is both")
    func escapes() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B, 0x1B]) == [.escape])
        #expect(decoder.flush() == [.escape])
    }
}
