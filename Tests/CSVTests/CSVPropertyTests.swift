import SplitMix
import Testing

@testable import CSV

struct CSVPropertyTests {
    private static let alphabet: [String] = [
        "a", "1", "西", "宁", "\u{3000}", " ", ",", "\"", "\n", "\r", "\r\n", "\t", "=", "+", "-", "@", "'",
        "e\u{301}", "😀", "\u{FEFF}", "\u{1F468}\u{200D}\u{1F469}", "ß", "\u{338}",
    ]

    private func cell(_ random: inout SplitMix64) -> String {
        let length = Int.random(in: 0...8, using: &random)
        return (0..<length).map { _ in Self.alphabet.randomElement(using: &random) ?? "" }.joined()
    }

    @Test(arguments: 1...20) func `any table comes back as it was, in chunks of any size`(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<30 {
            let table = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                (0..<Int.random(in: 1...5, using: &random)).map { _ in cell(&random) }
            }
            let text = table.map(CSVWriter.row).joined()
            let read = outcomes(
                chunks(Array(text.utf8), upTo: Int.random(in: 1...30, using: &random), random))
            let back: [[[UInt8]]] = read.map {
                guard case .record(_, let fields) = $0 else { return [] }
                return fields.map { Array(CSVWriter.unguard($0).utf8) }
            }
            #expect(back == table.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test(arguments: 1...20) func `any bytes give the same outcome in chunks of any size`(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let bytes: [UInt8] = [0x61, 0x2C, 0x2C, 0x22, 0x22, 0x22, 0x0A, 0x0D, 0x00, 0xE4, 0xBD, 0xA0, 0xFF]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                bytes[Int.random(in: 0..<bytes.count, using: &random)]
            }
            let limits = CSVLimits(recordBytes: Int.random(in: 1...20, using: &random))
            let whole = outcomes(limits: limits, chunks(text, size: 100))
            #expect(outcomes(limits: limits, chunks(text, size: 1)) == whole, "\(text) \(limits)")
            #expect(outcomes(limits: limits, chunks(text, upTo: 7, random)) == whole, "\(text) \(limits)")
        }
    }

    @Test(arguments: 1...10) func `guard and unguard are inverse for every string`(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let scalars: [Unicode.Scalar] = [
            "'", "'", "=", "+", "-", "@", "\t", "\r", "\n", "a", "\u{338}", "\0", "西",
        ]
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
            }
            let guarded = CSVWriter.guarded(text)
            #expect(Array(CSVWriter.unguard(guarded).utf8) == Array(text.utf8))
            if let first = guarded.utf8.first { #expect(!"=+-@\t\r".utf8.contains(first)) }
        }
    }
}
