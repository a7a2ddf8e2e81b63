import Crypto

/// Values of a row in a form that no two rows share, in a buffer that is used again and again.
///
/// Each value is a byte for its kind (0 NULL, 1 integer, 2 text, 3 bytes); an integer follows as 8 bytes, text and bytes
/// as their length in 4 bytes and themselves. Numbers have their most significant byte first.
final class Encoding {
    enum Kind: UInt8 {
        case null, integer, text, blob
    }

    private var bytes: [UInt8] = []

    /// Begins anew, with bytes that stand before all values.
    func begin(with first: UnsafeRawBufferPointer) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: first)
    }

    func add(_ value: Int64?) {
        guard let value else { return bytes.append(Kind.null.rawValue) }
        bytes.append(Kind.integer.rawValue)
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    func add(_ kind: Kind, _ value: UnsafeRawBufferPointer) {
        bytes.append(kind.rawValue)
        withUnsafeBytes(of: UInt32(value.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: value)
    }

    func add(_ text: String) {
        var text = text
        text.withUTF8 { add(.text, UnsafeRawBufferPointer($0)) }
    }

    /// SHA-256 over all that was added.
    var digest: SHA256.Digest {
        bytes.withUnsafeBytes { SHA256.hash(data: $0) }
    }
}
