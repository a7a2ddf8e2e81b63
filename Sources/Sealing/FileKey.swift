import Crypto

/// The key of one sealed file. Only it is sealed with the keyring, so that a change of keys never writes a file anew.
public struct FileKey: Sendable {
    private let secret: SymmetricKey

    /// A key of chance.
    public init() {
        secret = SymmetricKey(size: .bits256)
    }

    /// The key of these 32 bytes.
    ///
    /// - Throws: ``SealingError/broken``
    public init(bytes: [UInt8]) throws {
        guard bytes.count == 32 else { throw SealingError.broken }
        secret = SymmetricKey(data: bytes)
    }

    /// Its bytes.
    public var bytes: [UInt8] { secret.withUnsafeBytes { Array($0) } }

    /// Bytes sealed by AES-256-GCM: nonce of 12 bytes, ciphertext, tag of 16 bytes.
    ///
    /// - Parameter place: what they belong to; elsewhere they do not open.
    public func seal(_ bytes: [UInt8], for place: String) throws -> [UInt8] {
        try secret.seal(bytes, for: place)
    }

    /// The bytes that were sealed for a place.
    ///
    /// - Throws: ``SealingError/broken``
    public func open(_ sealed: [UInt8], for place: String) throws -> [UInt8] {
        try secret.open(sealed, for: place)
    }
}
