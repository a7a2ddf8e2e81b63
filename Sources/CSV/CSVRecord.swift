/// One record of a CSV text.
public struct CSVRecord: Equatable, Sendable {
    /// The line on which the record starts, counted from 1.
    public let line: Int
    /// The cells as written, blanks and ideographic spaces included, quoting removed. Never empty.
    public let fields: [String]

    /// A record made elsewhere than by a reader, for instance in a test.
    public init(line: Int, fields: [String]) {
        self.line = line
        self.fields = fields
    }
}
