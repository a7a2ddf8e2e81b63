/// The part of the stream at hand: the current record as far as it arrived, and what came after it in the
/// same chunk. Positions are counted from the record's first byte, so that pulling more does not move them.
struct CSVWindow {
    private let pull: () throws -> [UInt8]?
    private var bytes: [UInt8] = []
    private var start = 0
    private var ended = false
    /// Offset in the stream of the record's first byte.
    private(set) var offset = 0

    init(pull: @escaping () throws -> [UInt8]?) {
        self.pull = pull
    }

    var count: Int { bytes.count - start }

    /// Bytes held in memory, used up ones and spare room included.
    var capacity: Int { bytes.capacity }

    subscript(position: Int) -> UInt8 { bytes[start + position] }

    /// Adds the next chunk that is not empty; false at the end of the stream. The source's error ends it too.
    mutating func more() throws -> Bool {
        while !ended {
            ended = true
            guard let chunk = try pull() else { break }
            ended = false
            if chunk.isEmpty { continue }
            if count == 0 {
                bytes = chunk
            } else {
                if start > 0 { bytes.removeSubrange(..<start) }
                bytes += chunk
            }
            start = 0
            return true
        }
        return false
    }

    /// Moves the record's beginning on.
    mutating func drop(_ length: Int) {
        start += length
        offset += length
    }

    /// The first byte from `position` on that ends or spoils a plain cell; `count` if none has arrived.
    func plainStop(from position: Int) -> Int {
        let span = bytes.span
        var index = start + position
        while index < span.count, !CSVByte.stopsPlain(span[index]) { index += 1 }
        return index - start
    }

    /// The first quote or NUL from `position` on; `count` if none has arrived.
    func quotedStop(from position: Int) -> Int {
        let span = bytes.span
        var index = start + position
        while index < span.count, span[index] != CSVByte.quote, span[index] != CSVByte.nul { index += 1 }
        return index - start
    }

    /// The bytes of the range as text; nil if they are no valid UTF-8.
    func text(_ range: Range<Int>) -> String? {
        Self.text(bytes.span.extracting((start + range.lowerBound)..<(start + range.upperBound)))
    }

    /// The bytes of the range, doubled quotes made single, as text; nil if they are no valid UTF-8.
    func textHalvingQuotes(_ range: Range<Int>) -> String? {
        var cell: [UInt8] = []
        cell.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            cell.append(self[index])
            index += self[index] == CSVByte.quote ? 2 : 1
        }
        return Self.text(cell.span)
    }

    /// Through UTF8Span, which took a sixth of the time of `String(validating:as:)` (Swift 6.3).
    private static func text(_ span: Span<UInt8>) -> String? {
        guard let text = try? UTF8Span(validating: span) else { return nil }
        return String(copying: text)
    }

    /// The first byte of the range that is no valid UTF-8.
    func invalidUTF8(in range: Range<Int>) -> Int {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: slice(range).span)
            return range.upperBound
        } catch {
            return range.lowerBound + error.byteOffsets.lowerBound
        }
    }

    fileprivate func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(start + range.lowerBound)..<(start + range.upperBound)]
    }
}

extension CSVWindow {
    /// Physical lines that end within the range, which must not stop between CR and LF.
    func lineEnds(_ range: Range<Int>) -> Int {
        var ends = 0
        var previous: UInt8 = 0
        for byte in slice(range) {
            if byte == CSVByte.carriageReturn
                || byte == CSVByte.lineFeed && previous != CSVByte.carriageReturn
            {
                ends += 1
            }
            previous = byte
        }
        return ends
    }
}
