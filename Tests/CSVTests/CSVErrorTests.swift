import Testing

@testable import CSV

struct CSVErrorTests {
    static let sizes = [1, 2, 3, 7, 1 << 16]

    private func place(_ line: Int, _ column: Int) -> CSVPlace { CSVPlace(line: line, column: column) }

    private func read(_ bytes: [UInt8], _ chunk: Int, limit: Int = 1 << 20) -> [Outcome] {
        outcomes(limits: CSVLimits(recordBytes: limit), chunks(bytes, size: chunk))
    }

    private func read(_ text: String, _ chunk: Int, limit: Int = 1 << 20) -> [Outcome] {
        read(Array(text.utf8), chunk, limit: limit)
    }

    @Test(arguments: sizes) func `text after a closing quote is refused, the next line is read`(chunk: Int) {
        #expect(
            read("a\n一,\"二\"三,\"\nb", chunk)
                == [.record(1, ["a"]), .error(.textAfterQuote(place(2, 6))), .record(3, ["b"])])
        #expect(
            read("\"x\ny\" \nb", chunk) == [.error(.textAfterQuote(place(2, 3))), .record(3, ["b"])])
    }

    @Test(arguments: sizes) func `a quote in a plain cell is refused, the next line is read`(chunk: Int) {
        #expect(
            read("\u{FEFF}一,二\"三\r\nb\r\n", chunk)
                == [.error(.quoteInPlainCell(place(1, 4))), .record(2, ["b"])])
        #expect(read(" \"a\"", chunk) == [.error(.quoteInPlainCell(place(1, 2)))])
    }

    @Test(arguments: sizes) func `an open quote is reported where it opened and ends the reading`(chunk: Int)
    {
        #expect(
            read("a\n\"b\nc\",\"d\ne\n", chunk)
                == [.record(1, ["a"]), .error(.unterminatedQuote(opened: place(3, 4)))])
        #expect(read("\"", chunk) == [.error(.unterminatedQuote(opened: place(1, 1)))])
        #expect(read("\"a\"\"", chunk) == [.error(.unterminatedQuote(opened: place(1, 1)))])
    }

    @Test(arguments: sizes) func `invalid UTF-8 is reported with its byte, the record is skipped`(chunk: Int)
    {
        let start = Array("a\n一,二".utf8)
        let expected: [Outcome] = [
            .record(1, ["a"]), .error(.invalidUTF8(place(2, 4), byteOffset: 9)), .record(4, ["好"]),
        ]
        #expect(read(start + [0xFF] + Array("x,\"\n\"\n好".utf8), chunk) == expected)
        // A sequence that the comma cuts off, a surrogate, an overlong form.
        #expect(read(start + [0xE4, 0xB8] + Array(",\"\n\"\n好".utf8), chunk) == expected)
        #expect(read(start + [0xED, 0xA0, 0x80] + Array(",\"\n\"\n好".utf8), chunk) == expected)
        #expect(read(start + [0xC0, 0x80] + Array(",\"\n\"\n好".utf8), chunk) == expected)
        let quoted = Array("\"甲\"\"\n乙".utf8) + [0xE4] + Array("\"\nz".utf8)
        #expect(
            read(quoted, chunk) == [.error(.invalidUTF8(place(2, 2), byteOffset: 10)), .record(3, ["z"])])
        #expect(read(Array("好".utf8.dropLast()), chunk) == [.error(.invalidUTF8(place(1, 1), byteOffset: 0))])
    }

    @Test(arguments: sizes) func `NUL is refused in every position`(chunk: Int) {
        #expect(read("a\0b\nc", chunk) == [.error(.nul(place(1, 2))), .record(2, ["c"])])
        #expect(read("\"x\n\0\n\"\nc", chunk) == [.error(.nul(place(2, 1))), .record(4, ["c"])])
        #expect(read("\"x\"\0\nc", chunk) == [.error(.nul(place(1, 4))), .record(2, ["c"])])
        #expect(read("\0", chunk) == [.error(.nul(place(1, 1)))])
    }

    @Test(arguments: sizes) func `a record over the limit is skipped up to its end`(chunk: Int) {
        #expect(
            read("12345\n123456\n12,45\n", chunk, limit: 5)
                == [
                    .record(1, ["12345"]), .error(.recordTooLong(line: 2, limit: 5)),
                    .record(3, ["12", "45"]),
                ])
        #expect(
            read("\"1\n2\n3\",4,\"\n\"\r\n5", chunk, limit: 5)
                == [.error(.recordTooLong(line: 1, limit: 5)), .record(5, ["5"])])
    }

    @Test(arguments: sizes) func `an open quote is still found when it makes the record too long`(chunk: Int)
    {
        #expect(
            read("a\nb,\"c\n1234567890\n", chunk, limit: 8)
                == [
                    .record(1, ["a"]), .error(.recordTooLong(line: 2, limit: 8)),
                    .error(.unterminatedQuote(opened: place(2, 3))),
                ])
    }

    @Test func `a record of 10 MB is skipped without being held`() throws {
        let chunk = [UInt8](repeating: 0x61, count: 1 << 16)
        var left = 160
        var reader = CSVReader(limits: CSVLimits(recordBytes: 1 << 18)) {
            left -= 1
            return left > 0 ? chunk : left == 0 ? Array("\nb".utf8) : nil
        }
        #expect(throws: CSVError.recordTooLong(line: 1, limit: 1 << 18)) { try reader.next() }
        #expect(reader.heldBytes < 1 << 20)
        #expect(try reader.next() == CSVRecord(line: 2, fields: ["b"]))
        #expect(reader.heldBytes < 1 << 17)
    }
}
