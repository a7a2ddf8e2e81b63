/// What is wrong with a record, and where. The texts for people are made elsewhere.
public enum CSVError: Error, Equatable, Sendable {
    /// Something other than a comma or a line end follows a closing quote; the place is of that character.
    case textAfterQuote(CSVPlace)
    /// A quote stands inside a cell that did not begin with one; the place is of the quote.
    case quoteInPlainCell(CSVPlace)
    /// The text ended inside quotes; the place is of the opening quote. Nothing can be read after it.
    case unterminatedQuote(opened: CSVPlace)
    /// A cell is no valid UTF-8; place and offset are of its first bad byte, the offset counted from 0.
    case invalidUTF8(CSVPlace, byteOffset: Int)
    /// A NUL byte, which no text holds.
    case nul(CSVPlace)
    /// The record starting at this line has more bytes than `CSVLimits.recordBytes`.
    case recordTooLong(line: Int, limit: Int)

    /// Where to look.
    public var place: CSVPlace {
        switch self {
        case .textAfterQuote(let place), .quoteInPlainCell(let place), .unterminatedQuote(let place),
            .invalidUTF8(let place, _), .nul(let place):
            place
        case .recordTooLong(let line, _):
            CSVPlace(line: line, column: 1)
        }
    }
}
