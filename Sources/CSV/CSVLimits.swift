/// What a reader accepts at most.
public struct CSVLimits: Equatable, Sendable {
    /// The longest record in bytes, quotes and commas included, its line end not.
    public let recordBytes: Int

    /// Limits; without an argument one mebibyte a record.
    public init(recordBytes: Int = 1 << 20) {
        self.recordBytes = max(1, recordBytes)
    }
}
