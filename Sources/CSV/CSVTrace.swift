/// Follows a record byte by byte without keeping it: to name the place of an error, and to find the end of a
/// record that was given up.
struct CSVTrace {
    private enum State {
        case cellStart, plain, quoted, afterQuote, spoiled
    }

    private var state = State.cellStart
    private var previous: UInt8 = 0
    private var line: Int
    private var column = 1
    /// Place of the latest opening quote.
    private(set) var opened: CSVPlace

    init(line: Int) {
        self.line = line
        opened = CSVPlace(line: line, column: 1)
    }

    /// Place of the byte that comes next.
    var place: CSVPlace { CSVPlace(line: line, column: column) }

    var isInsideQuotes: Bool { state == .quoted }

    /// Takes the next byte; true if it ends the record. A record with misplaced quotes ends with the physical
    /// line, any other where the rules say.
    mutating func take(_ byte: UInt8) -> Bool {
        if state == .cellStart, byte == CSVByte.quote { opened = place }
        state = next(byte)
        let ends = state != .quoted && CSVByte.endsLine(byte)
        move(byte)
        return ends
    }

    private func next(_ byte: UInt8) -> State {
        switch (state, byte) {
        case (.cellStart, CSVByte.quote), (.afterQuote, CSVByte.quote): .quoted
        case (.quoted, CSVByte.quote): .afterQuote
        case (.quoted, _): .quoted
        case (.spoiled, _), (.plain, CSVByte.quote): .spoiled
        case (_, CSVByte.comma): .cellStart
        case (.afterQuote, _): .spoiled
        default: .plain
        }
    }

    private mutating func move(_ byte: UInt8) {
        if CSVByte.endsLine(byte) {
            if byte == CSVByte.carriageReturn || previous != CSVByte.carriageReturn { line += 1 }
            column = 1
        } else if byte & 0xC0 != 0x80 {
            // A byte that begins a scalar: the bytes after it belong to the same column.
            column += 1
        }
        previous = byte
    }
}
