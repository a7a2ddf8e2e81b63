import Crypto
import Foundation

/// Seals and opens texts with one key.
extension Keyring.Key {
    /// A text sealed by AES-256-GCM: nonce of 12 bytes, ciphertext, tag of 16 bytes.
    ///
    /// - Parameter place: what the sealed text belongs to (contact and field); elsewhere it does not open.
    public func seal(_ text: String, for place: String) throws -> [UInt8] {
        try seal(Array(text.utf8), for: place)
    }

    /// Bytes sealed like a text.
    public func seal(_ bytes: [UInt8], for place: String) throws -> [UInt8] {
        try seal.seal(bytes, for: place)
    }

    /// The text that was sealed for a place.
    ///
    /// - Throws: ``SealingError/broken`` where it was changed, or sealed for another place or with another key.
    public func open(_ sealed: [UInt8], for place: String) throws -> String {
        String(decoding: try bytes(in: sealed, for: place), as: UTF8.self)
    }

    /// The bytes that were sealed for a place.
    ///
    /// - Throws: ``SealingError/broken``
    public func bytes(in sealed: [UInt8], for place: String) throws -> [UInt8] {
        try seal.open(sealed, for: place)
    }

    /// A keyed hash by which a person is found again without opening anything: the first 16 bytes of an HMAC-SHA-256.
    public func hash(_ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: index).prefix(16))
    }
}
