import Crypto

extension SymmetricKey {
    /// Bytes sealed by AES-256-GCM: nonce of 12 bytes, ciphertext, tag of 16 bytes.
    func seal(_ bytes: [UInt8], for place: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: self, authenticating: Array(place.utf8))
        guard let sealed = box.combined else { throw SealingError.broken }
        return Array(sealed)
    }

    /// The bytes that were sealed for a place.
    ///
    /// - Throws: ``SealingError/broken`` where they were changed, or sealed for another place or with another key.
    func open(_ sealed: [UInt8], for place: String) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: self, authenticating: Array(place.utf8)))
        } catch {
            throw SealingError.broken
        }
    }
}
