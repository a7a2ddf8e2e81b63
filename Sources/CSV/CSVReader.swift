/// Reads CSV as RFC 4180 describes it, record by record, from chunks of UTF-8 bytes.
///
/// Cells are separated by commas; CRLF, LF and a lone CR end a record; quoted cells may hold commas, line
/// ends and doubled quotes; blanks stay as they are. Empty lines and a leading byte order mark are skipped.
/// Records need not have equally many cells. Memory holds one chunk and one record, however long the text
/// is.
///
///     var reader = CSVReader { try file.read(65_536) }
///     while let record = try reader.next() { … }
///
/// **Going on after an error.** `next()` may be called again after a `CSVError`: it skips what is left of the
/// bad record and reads the one after it. A record with misplaced quotes ends at the next line end, any other
/// bad record where the rules say. After `unterminatedQuote` there is nothing left, and `next()` gives nil.
public struct CSVReader {
    private let limit: Int
    private var window: CSVWindow
    private var line = 1
    private var fieldCount = 0
    private var phase = Phase.opening
    /// The last record ended with CR: an LF right after it belongs to that line end.
    private var afterCarriageReturn = false

    private enum Phase {
        case opening, reading, skipping, finished
    }

    /// A reader of the text that `pull` gives in chunks of any size, nil at its end. Errors that `pull`
    /// throws come out of `next()` as they are and end the reading.
    public init(limits: CSVLimits = CSVLimits(), pull: @escaping () throws -> [UInt8]?) {
        limit = limits.recordBytes
        window = CSVWindow(pull: pull)
    }

    /// The next record; nil at the end of the text. Throws `CSVError` or what the source throws.
    public mutating func next() throws -> CSVRecord? {
        if phase == .opening { try skipByteOrderMark() }
        if phase == .skipping { try skipRecord() }
        guard phase == .reading, try skipEmptyLines() else {
            phase = .finished
            return nil
        }
        return try record()
    }

    /// Bytes held in memory at the moment, for tests.
    var heldBytes: Int { window.capacity }
}

// MARK: - Between records

extension CSVReader {
    private mutating func skipByteOrderMark() throws {
        phase = .reading
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        for (position, byte) in mark.enumerated() {
            guard try arrived(position), window[position] == byte else { return }
        }
        window.drop(mark.count)
    }

    private mutating func skipEmptyLines() throws -> Bool {
        while try arrived(0) {
            let byte = window[0]
            let isRestOfLineEnd = afterCarriageReturn && byte == CSVByte.lineFeed
            afterCarriageReturn = false
            if isRestOfLineEnd {
                window.drop(1)
            } else if CSVByte.endsLine(byte) {
                endRecord(at: 0)
            } else {
                return true
            }
        }
        return false
    }

    /// Leaves the bad record, which is read again from its beginning to learn whether its quotes are open.
    private mutating func skipRecord() throws {
        var trace = CSVTrace(line: line)
        while try arrived(0) {
            let byte = window[0]
            guard trace.take(byte) else {
                window.drop(1)
                continue
            }
            line = trace.place.line - 1
            endRecord(at: 0)
            phase = .reading
            return
        }
        phase = .finished
        if trace.isInsideQuotes { throw CSVError.unterminatedQuote(opened: trace.opened) }
    }

    private mutating func endRecord(at position: Int) {
        afterCarriageReturn = window[position] == CSVByte.carriageReturn
        window.drop(position + 1)
        line += 1
    }

    /// Whether there is a byte at this position; pulls if it has not arrived yet.
    private mutating func arrived(_ position: Int) throws -> Bool {
        do {
            while position >= window.count {
                guard try window.more() else { return false }
            }
            return true
        } catch {
            phase = .finished
            throw error
        }
    }
}

// MARK: - Within a record

extension CSVReader {
    private mutating func record() throws -> CSVRecord {
        var fields: [String] = []
        fields.reserveCapacity(fieldCount)
        let first = line
        var position = 0
        var linesInside = 0
        while true {
            if try has(position), window[position] == CSVByte.quote {
                fields.append(try quotedCell(&position, &linesInside))
            } else {
                fields.append(try plainCell(&position))
            }
            guard try has(position) else { break }
            if window[position] != CSVByte.comma { break }
            position += 1
        }
        line += linesInside
        if position < window.count { endRecord(at: position) } else { window.drop(position) }
        fieldCount = fields.count
        return CSVRecord(line: first, fields: fields)
    }

    private mutating func plainCell(_ position: inout Int) throws -> String {
        let start = position
        repeat {
            position = window.plainStop(from: position)
        } while try position == window.count && has(position)
        try checkLength(position)
        if position < window.count {
            if window[position] == CSVByte.quote { throw fail(position) { .quoteInPlainCell($0) } }
            if window[position] == CSVByte.nul { throw fail(position) { .nul($0) } }
        }
        guard let text = window.text(start..<position) else { throw notUTF8(start..<position) }
        return text
    }

    private mutating func quotedCell(_ position: inout Int, _ linesInside: inout Int) throws -> String {
        let opened = position
        var hasDoubled = false
        position += 1
        while true {
            position = window.quotedStop(from: position)
            guard try has(position) else {
                defer { phase = .finished }
                throw fail(opened) { .unterminatedQuote(opened: $0) }
            }
            switch window[position] {
            case CSVByte.nul:
                try checkLength(position)
                throw fail(position) { .nul($0) }
            case CSVByte.quote: break
            default: continue
            }
            position += 1
            guard try has(position), window[position] == CSVByte.quote else { break }
            hasDoubled = true
            position += 1
        }
        try checkLength(position)
        try checkEnd(position)
        let inside = (opened + 1)..<(position - 1)
        linesInside += window.lineEnds(inside)
        guard let text = hasDoubled ? window.textHalvingQuotes(inside) : window.text(inside) else {
            throw notUTF8(inside)
        }
        return text
    }
}

// MARK: - Errors

extension CSVReader {
    /// As `arrived`, but refuses to hold more of the record than the limit allows.
    private mutating func has(_ position: Int) throws -> Bool {
        if position < window.count { return true }
        try checkLength(position)
        return try arrived(position)
    }

    private mutating func checkLength(_ length: Int) throws(CSVError) {
        guard length > limit else { return }
        phase = .skipping
        throw .recordTooLong(line: line, limit: limit)
    }

    /// What may follow a closing quote.
    private mutating func checkEnd(_ position: Int) throws(CSVError) {
        guard position < window.count else { return }
        let byte = window[position]
        if byte == CSVByte.comma || CSVByte.endsLine(byte) { return }
        throw fail(position) { byte == CSVByte.nul ? .nul($0) : .textAfterQuote($0) }
    }

    private mutating func notUTF8(_ range: Range<Int>) -> CSVError {
        let position = window.invalidUTF8(in: range)
        let offset = window.offset + position
        return fail(position) { .invalidUTF8($0, byteOffset: offset) }
    }

    private mutating func fail(_ position: Int, _ error: (CSVPlace) -> CSVError) -> CSVError {
        phase = .skipping
        var trace = CSVTrace(line: line)
        for index in 0..<position { _ = trace.take(window[index]) }
        return error(trace.place)
    }
}
