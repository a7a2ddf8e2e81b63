/// Recognises UTF-8 or GB18030 and gives the text as UTF-8, chunk by chunk.
///
/// While there is only ASCII, nothing is decided and bytes pass. From the first other byte on they are held
/// back until the encoding is clear: UTF-8 if the text begins with a byte order mark, or after 16 sequences
/// of three or four bytes, 64 KB, or the end of the text, all valid; GB18030 at the first invalid sequence
/// before that. What is UTF-8 comes out untouched, byte order mark included.
public struct TextDecoder: ~Copyable {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let enoughSequences = 16
    private static let enoughBytes = 65_536

    /// The encoding as soon as it is known; after `finish()` always.
    public private(set) var encoding: TextEncoding?
    private let validatesUTF8: Bool
    private var check = UTF8Check()
    private var beginning: [UInt8] = []
    private var held: [UInt8] = []
    private var heldOffset = 0
    private var converter: GB18030Converter?

    /// A decoder for one text. With `validatesUTF8: false`, text recognised as UTF-8 is not checked further:
    /// for a consumer such as `CSVReader` that checks it itself and can go on after a bad record.
    public init(validatesUTF8: Bool = true) {
        self.validatesUTF8 = validatesUTF8
    }

    /// Takes the next chunk, of any size; gives what can be given out by now, possibly nothing.
    public mutating func decode(_ chunk: [UInt8]) throws(TextDecodingError) -> [UInt8] {
        switch encoding {
        case .utf8:
            if validatesUTF8, let offset = check.firstInvalid(chunk) {
                throw .invalidUTF8(byteOffset: offset)
            }
            return chunk
        case .gb18030:
            return try converter?.convert(chunk) ?? []
        case nil:
            return try decide(chunk)
        }
    }

    /// To be called once after the last chunk: gives what was still held back.
    public mutating func finish() throws(TextDecodingError) -> [UInt8] {
        if encoding == nil {
            if check.isInsideSequence {
                let text = try beginGB18030()
                try converter?.finish()
                return text
            }
            encoding = .utf8
        }
        if encoding == .utf8, validatesUTF8, check.isInsideSequence {
            throw .invalidUTF8(byteOffset: check.sequenceStart)
        }
        try converter?.finish()
        defer { held = [] }
        return held
    }

    private mutating func decide(_ chunk: [UInt8]) throws(TextDecodingError) -> [UInt8] {
        if beginning.count < 3 { beginning += chunk.prefix(3 - beginning.count) }
        if held.isEmpty { heldOffset = check.offset }
        let invalid = check.firstInvalid(chunk)
        guard let first = check.firstNonASCII else { return chunk }
        if held.isEmpty { held = chunk } else { held += chunk }
        let length = (invalid ?? check.offset) - first
        let isUTF8 =
            beginning == Self.byteOrderMark || check.longSequences >= Self.enoughSequences
            || length >= Self.enoughBytes
        if isUTF8 {
            encoding = .utf8
            if let invalid, validatesUTF8 { throw .invalidUTF8(byteOffset: invalid) }
        } else if invalid != nil {
            return try beginGB18030()
        } else {
            return []
        }
        defer { held = [] }
        return held
    }

    private mutating func beginGB18030() throws(TextDecodingError) -> [UInt8] {
        encoding = .gb18030
        var converter = try GB18030Converter(offset: heldOffset)
        let text = try converter.convert(held)
        self.converter = consume converter
        held = []
        return text
    }
}

extension TextDecoder {
    /// The source's text as UTF-8, for instance for `CSVReader(pull:)`. Throws `TextDecodingError` and what
    /// the source throws.
    public static func decoding(
        validatesUTF8: Bool = true, _ source: @escaping () throws -> [UInt8]?
    ) -> () throws -> [UInt8]? {
        var decoder = TextDecoder(validatesUTF8: validatesUTF8)
        var isFinished = false
        return {
            if isFinished { return nil }
            if let chunk = try source() { return try decoder.decode(chunk) }
            isFinished = true
            return try decoder.finish()
        }
    }
}
