import Testing

@testable import CSV

struct CSVReaderTests {
    static let sizes = [1, 2, 3, 5, 1 << 16]

    @Test(arguments: sizes) func `the examples of RFC 4180 are read`(chunk: Int) {
        #expect(
            rows("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", chunk: chunk) == [
                ["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"],
            ])
        #expect(
            rows("aaa,bbb,ccc\r\nzzz,yyy,xxx", chunk: chunk) == [
                ["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"],
            ])
        #expect(rows("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", chunk: chunk).first == ["aaa", "bbb", "ccc"])
        #expect(
            rows("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nz", chunk: chunk) == [["aaa", "b\r\nbb", "ccc"], ["z"]])
        #expect(rows("\"aaa\",\"b\"\"bb\",\"ccc\"", chunk: chunk) == [["aaa", "b\"bb", "ccc"]])
    }

    @Test(arguments: sizes) func `CRLF, LF and a lone CR end a record`(chunk: Int) {
        #expect(
            read("a\nb\r\nc\rd", chunk: chunk)
                == [.record(1, ["a"]), .record(2, ["b"]), .record(3, ["c"]), .record(4, ["d"])])
    }

    @Test(arguments: sizes) func `empty cells are kept, empty lines are skipped but counted`(chunk: Int) {
        #expect(rows("a,\n,\n,,b", chunk: chunk) == [["a", ""], ["", ""], ["", "", "b"]])
        #expect(
            read("\n\r\na\n\n\r\r\n\"\"\n \n\n", chunk: chunk)
                == [.record(3, ["a"]), .record(7, [""]), .record(8, [" "])])
        #expect(read("", chunk: chunk) == [])
        #expect(read("\r\n\r\n", chunk: chunk) == [])
        #expect(rows("a,", chunk: chunk) == [["a", ""]])
        #expect(rows("a,\"\"", chunk: chunk) == [["a", ""]])
    }

    @Test func `blanks and ideographic spaces stay as they are`() {
        #expect(rows("\u{3000}西宁\u{3000}, a \t,\" b \"") == [["\u{3000}西宁\u{3000}", " a \t", " b "]])
    }

    @Test(arguments: sizes) func `a leading byte order mark is skipped, a later one is text`(chunk: Int) {
        #expect(rows("\u{FEFF}a,b\n\u{FEFF}c", chunk: chunk) == [["a", "b"], ["\u{FEFF}c"]])
        #expect(rows("\u{FEFF}\"a,b\"", chunk: chunk) == [["a,b"]])
        #expect(rows("\u{FEFF}", chunk: chunk) == [])
    }

    @Test(arguments: sizes) func `line ends in quoted cells count as lines`(chunk: Int) {
        #expect(
            read("\"一\r\n二\n三\r四\",x\n五\n\"\n\"\r\n六", chunk: chunk)
                == [
                    .record(1, ["一\r\n二\n三\r四", "x"]), .record(5, ["五"]), .record(6, ["\n"]),
                    .record(8, ["六"]),
                ])
    }

    @Test func `the error of the source comes out as it is and ends the reading`() throws {
        struct Broken: Error {}
        var calls = 0
        var reader = CSVReader {
            calls += 1
            if calls == 1 { return Array("a\nb,".utf8) }
            throw Broken()
        }
        #expect(try reader.next() == CSVRecord(line: 1, fields: ["a"]))
        #expect(throws: Broken.self) { try reader.next() }
        #expect(try reader.next() == nil)
        #expect(calls == 2)
    }

    @Test func `memory does not grow with the text`() throws {
        let row = "20240319000123,物业服务,\"城西区,康乐小区\",电梯坏了\r\n"
        let chunk = Array(String(repeating: row, count: 1_000).utf8)
        var left = 200
        var reader = CSVReader {
            left -= 1
            return left >= 0 ? chunk : nil
        }
        var count = 0
        var most = 0
        while let record = try reader.next() {
            count += 1
            if record.line != count || record.fields.count != 4 { Issue.record("record \(count)") }
            most = max(most, reader.heldBytes)
        }
        #expect(count == 200_000)
        #expect(most <= 2 * chunk.count + 4_096)
    }
}
