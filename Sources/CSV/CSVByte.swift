/// The bytes that mean something in CSV.
enum CSVByte {
    static let nul: UInt8 = 0x00
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let quote: UInt8 = 0x22
    static let comma: UInt8 = 0x2C

    /// Whether a plain cell cannot go on over this byte.
    static func stopsPlain(_ byte: UInt8) -> Bool {
        byte <= comma
            && (byte == comma || byte == lineFeed || byte == carriageReturn || byte == quote || byte == nul)
    }

    static func endsLine(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == carriageReturn
    }
}
