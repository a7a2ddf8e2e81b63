import SplitMix
import Testing

@testable import CSV

struct TextDecoderTests {
    /// 投诉：西宁城西区，电梯坏了 in GB18030.
    private static let complaint: [UInt8] = [
        0xCD, 0xB6, 0xCB, 0xDF, 0xA3, 0xBA, 0xCE, 0xF7, 0xC4, 0xFE, 0xB3, 0xC7, 0xCE, 0xF7, 0xC7, 0xF8, 0xA3,
        0xAC,
        0xB5, 0xE7, 0xCC, 0xDD, 0xBB, 0xB5, 0xC1, 0xCB,
    ]
    /// 㐀𠀀¸ and the euro sign, all but the last in four bytes.
    private static let rare: [UInt8] = [
        0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36, 0x81, 0x30, 0x86, 0x30, 0xA2, 0xE3,
    ]

    private func decode(_ chunks: [[UInt8]], validates: Bool = true) throws -> (String, TextEncoding?) {
        var decoder = TextDecoder(validatesUTF8: validates)
        var bytes: [UInt8] = []
        for chunk in chunks { bytes += try decoder.decode(chunk) }
        bytes += try decoder.finish()
        return (String(decoding: bytes, as: UTF8.self), decoder.encoding)
    }

    private func pieces(_ bytes: [UInt8], _ size: Int) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    }

    @Test func `GB18030 is recognised and converted at every split point`() throws {
        let bytes = Array("a,b\n".utf8) + Self.complaint + Self.rare + [0x0A]
        let text = "a,b\n投诉：西宁城西区，电梯坏了㐀𠀀¸€\n"
        for split in 0...bytes.count {
            let (result, encoding) = try decode([Array(bytes[..<split]), Array(bytes[split...])])
            #expect(result == text, "split at \(split)")
            #expect(encoding == .gb18030)
        }
        #expect(try decode(pieces(bytes, 1)).0 == text)
    }

    @Test func `UTF-8 passes untouched at every split point`() throws {
        let text = "\u{FEFF}编号,内容\n1,é¸€㐀𠀀😀\n"
        for text in [text, String(text.unicodeScalars.dropFirst())] {
            let bytes = Array(text.utf8)
            for split in 0...bytes.count {
                let (result, encoding) = try decode([Array(bytes[..<split]), Array(bytes[split...])])
                #expect(Array(result.utf8) == bytes, "split at \(split)")
                #expect(encoding == .utf8)
            }
            #expect(try Array(decode(pieces(bytes, 1)).0.utf8) == bytes)
        }
    }

    @Test func `ASCII passes at once and decides nothing`() throws {
        var decoder = TextDecoder()
        let ascii = [UInt8](repeating: 0x61, count: 100_000)
        #expect(try decoder.decode(ascii) == ascii)
        #expect(decoder.encoding == nil)
        let bytes = try decoder.decode(Self.complaint) + decoder.finish()
        #expect(String(decoding: bytes, as: UTF8.self) == "投诉：西宁城西区，电梯坏了")
        #expect(decoder.encoding == .gb18030)
        #expect(try decode([ascii]).1 == .utf8)
        #expect(try decode([]).1 == .utf8)
        #expect(
            try decode([ascii, Array("西宁".utf8)]) == (String(decoding: ascii, as: UTF8.self) + "西宁", .utf8))
    }

    @Test func `GB18030 that begins like UTF-8 is still recognised`() throws {
        // 女 and 一 are both valid UTF-8 of two bytes; 男 is not.
        let bytes: [UInt8] = Array(repeating: [0xC5, 0xAE, 0xD2, 0xBB, 0x2C], count: 500).flatMap { $0 }
        let (text, encoding) = try decode(pieces(bytes + [0xC4, 0xD0], 64))
        #expect(encoding == .gb18030)
        #expect(text == String(repeating: "女一,", count: 500) + "男")
    }

    @Test func `the decision does not wait longer than 64 KB, whatever the chunks`() throws {
        let accents = Array(String(repeating: "é", count: 40_000).utf8)
        for size in [1, 4_096, 1 << 20] {
            #expect(throws: TextDecodingError.invalidUTF8(byteOffset: 80_000)) {
                try decode(pieces(accents + [0xFF, 0x41], size))
            }
        }
    }

    @Test func `damaged UTF-8 is not taken for GB18030`() throws {
        let text = Array("编号,标题,内容,受理时间,来电渠道,诉求类别\n".utf8)
        let bytes = text + [0xE4, 0xB8, 0x2C] + text
        for size in [1, 7, 1_000] {
            #expect(throws: TextDecodingError.invalidUTF8(byteOffset: text.count)) {
                try decode(pieces(bytes, size))
            }
            #expect(try decode(pieces(bytes, size), validates: false).1 == .utf8)
        }
        #expect(throws: TextDecodingError.invalidUTF8(byteOffset: text.count)) {
            try decode([text + [0xE4, 0xB8]])
        }
        #expect(throws: TextDecodingError.invalidUTF8(byteOffset: 3)) {
            try decode([[0xEF, 0xBB, 0xBF, 0xCE]])
        }
    }

    @Test(arguments: [1, 2, 3, 1_000]) func `bytes of neither encoding are reported with their offset`(
        size: Int
    ) {
        let cases: [([UInt8], Int)] = [
            (Array("abc".utf8) + [0xFF, 0xFE], 3),
            (Self.complaint + [0x41, 0xFF, 0x41], Self.complaint.count + 1),
            (Self.complaint + [0x81, 0x30], Self.complaint.count),
            (Self.complaint + [0xB0], Self.complaint.count),
            (Self.complaint + [0xB0, 0x0A], Self.complaint.count),
            ([0xFF, 0xFE, 0x00], 0),
        ]
        for (bytes, offset) in cases {
            #expect(throws: TextDecodingError.neitherEncoding(byteOffset: offset), "\(bytes)") {
                try decode(pieces(bytes, size))
            }
        }
    }

    @Test(arguments: 1...8) func `a long text is the same in chunks of any size`(seed: UInt64) throws {
        print("seed \(seed)")
        let line = Self.complaint + Self.rare + [0x2C, 0x31, 0x0A]
        let bytes = Array(repeating: line, count: 3_000).flatMap { $0 }
        let whole = try decode([bytes]).0
        #expect(whole.hasPrefix("投诉：西宁城西区，电梯坏了㐀𠀀¸€,1\n投"))
        let pull = TextDecoder.decoding(chunks(bytes, upTo: 100, SplitMix64(seed: seed)))
        var text: [UInt8] = []
        while let chunk = try pull() { text += chunk }
        #expect(String(decoding: text, as: UTF8.self) == whole)
        let records = outcomes(TextDecoder.decoding(chunks(bytes, upTo: 5_000, SplitMix64(seed: seed))))
        #expect(records.count == 3_000)
        #expect(records.last == .record(3_000, ["投诉：西宁城西区，电梯坏了㐀𠀀¸€", "1"]))
    }
}
