/// Checks a stream for valid UTF-8; sequences may be split over chunks.
struct UTF8Check {
    /// Bytes checked.
    private(set) var offset = 0
    /// Offset of the first byte that is not ASCII.
    private(set) var firstNonASCII: Int?
    /// Complete sequences of three and four bytes. Text in GB18030 holds hardly any by accident, while two
    /// bytes of it often look like UTF-8.
    private(set) var longSequences = 0
    /// Offset at which the latest sequence begins.
    private(set) var sequenceStart = 0

    private var missing = 0
    private var isLong = false
    private var continuation: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether the stream stopped within a sequence.
    var isInsideSequence: Bool { missing > 0 }

    /// Checks the next chunk up to the first bad sequence; gives the offset in the stream where that begins.
    mutating func firstInvalid(_ chunk: [UInt8]) -> Int? {
        let start = offset
        let span = chunk.span
        var index = 0
        while index < span.count {
            let byte = span[index]
            if missing == 0 {
                if byte >= 0x80 {
                    sequenceStart = start + index
                    if firstNonASCII == nil { firstNonASCII = sequenceStart }
                    guard begin(byte) else { return sequenceStart }
                }
            } else {
                guard continuation.contains(byte) else { return sequenceStart }
                continuation = 0x80...0xBF
                missing -= 1
                if missing == 0, isLong { longSequences += 1 }
            }
            index += 1
        }
        offset = start + span.count
        return nil
    }

    /// Takes the first byte of a sequence; false if none begins so (Unicode's table of well-formed
    /// sequences).
    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0...0xEF: missing = 2
        case 0xF0...0xF4: missing = 3
        default: return false
        }
        isLong = missing > 1
        switch byte {
        case 0xE0: continuation = 0xA0...0xBF
        case 0xED: continuation = 0x80...0x9F
        case 0xF0: continuation = 0x90...0xBF
        case 0xF4: continuation = 0x80...0x8F
        default: continuation = 0x80...0xBF
        }
        return true
    }
}
