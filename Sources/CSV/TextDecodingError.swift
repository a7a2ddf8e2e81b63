/// Why bytes are no text. Offsets are counted in bytes from 0, from the beginning of the stream.
public enum TextDecodingError: Error, Equatable, Sendable {
    /// The text was recognised as UTF-8, but the sequence beginning here is damaged or cut off.
    case invalidUTF8(byteOffset: Int)
    /// The text is no UTF-8, and the sequence beginning here is no GB18030 either, or cut off.
    case neitherEncoding(byteOffset: Int)
    /// The C library has no GB18030 converter installed (glibc's gconv modules are missing).
    case converterMissing
}
