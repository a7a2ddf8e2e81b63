import Crypto
import Foundation

/// Seals and opens texts with one key.
extension Keyring.Key {
    /// A text sealed by AES-256-GCM: nonce of 12 bytes, ciphertext, tag of 16 bytes.
    ///
    /// - Parameter place: what the sealed text belongs to (contact and field); elsewhere it does not open.
    public func seal(_ text: String, for place: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(text.utf8), using: seal, authenticating: Data(place.utf8))
        guard let bytes = box.combined else { throw SealingError.broken }
        return Array(bytes)
    }

    /// The text that was sealed for a place.
    ///
    /// - Throws: ``SealingError/broken`` where it was changed, or sealed for another place or with another key.
    public func open(_ bytes: [UInt8], for place: String) throws -> String {
        do {
            let box = try AES.GCM.SealedBox(combined: bytes)
            let data = try AES.GCM.open(box, using: seal, authenticating: Data(place.utf8))
            return String(decoding: data, as: UTF8.self)
        } catch {
            throw SealingError.broken
        }
    }

    /// A keyed hash by which a person is found again without opening anything: the first 16 bytes of an HMAC-SHA-256.
    public func hash(_ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: index).prefix(16))
    }
}
