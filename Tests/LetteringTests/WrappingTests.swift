import Lettering
import SplitMix
import Testing

/// Lines in rows.
struct WrappingTests {
    @Test(arguments: [
        ("一二三四五", 4, ["一二", "三四", "五"]),
        ("一二三四五", 5, ["一二", "三四", "五"]),
        ("到 12:00:00 为止", 8, ["到 ", "12:00:00", "为止"]),
        ("  到 12:00 为止", 9, ["  到 ", "  12:00 ", "  为止"]),
        ("一二，三四", 4, ["一", "二，", "三四"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("", 4, [""]), ("恰好四列", 8, ["恰好四列"]),
    ])
    func `words and numbers stay whole, and no row begins with a closing mark`(
        line: String, columns: Int, rows: [String]
    ) {
        #expect(DisplayWidth.wrap(line, columns: columns) == rows)
    }

    @Test func `nothing is lost and no row is wider, whatever the line`() {
        var random = SplitMix64(seed: 7)
        let letters = Array("一二三，。）（ab1:- 👩‍👩‍👧e\u{301}…")
        for _ in 0..<2000 {
            let line = String(
                (0..<Int.random(in: 0...60, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? "一"
                })
            let columns = Int.random(in: 2...30, using: &random)
            let rows = DisplayWidth.wrap(line, columns: columns)
            #expect(
                rows.allSatisfy { DisplayWidth.width($0) <= columns }, "\(line.debugDescription) \(columns)")
            let kept = rows.joined().filter { $0 != " " }
            #expect(kept == line.filter { $0 != " " }, "\(line.debugDescription) \(columns)")
        }
    }
}
