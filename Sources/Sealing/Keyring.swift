import Crypto
import Foundation

/// The keys with which callers are sealed, the one in use last.
public struct Keyring: Sendable {
    /// A key of 256 bits, and what is derived from it.
    public struct Key: Sendable {
        /// Tells the key from others, and nothing of it: the first 8 bytes of its SHA-256.
        public let fingerprint: [UInt8]
        let secret: SymmetricKey
        let seal: SymmetricKey
        let index: SymmetricKey

        /// A key of chance.
        public init() {
            self.init(secret: SymmetricKey(size: .bits256))
        }

        init(secret: SymmetricKey) {
            self.secret = secret
            fingerprint = secret.withUnsafeBytes { Array(SHA256.hash(data: Data($0)).prefix(8)) }
            func derived(_ purpose: String) -> SymmetricKey {
                HKDF<SHA256>.deriveKey(
                    inputKeyMaterial: secret, info: Data("yousu \(purpose)".utf8), outputByteCount: 32)
            }
            seal = derived("seal")
            index = derived("index")
        }
    }

    /// The keys, the oldest first; never empty.
    public private(set) var keys: [Key]

    /// A keyring with one key of chance.
    public init() {
        keys = [Key()]
    }

    /// The keyring that a key file holds: a line for each key, in base64; empty lines and those with # are left out.
    ///
    /// - Throws: ``SealingError/malformed``
    init(text: String) throws {
        keys = try text.split(whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
            .map { line in
                guard let bytes = Data(base64Encoded: String(line)), bytes.count == 32 else {
                    throw SealingError.malformed
                }
                return Key(secret: SymmetricKey(data: bytes))
            }
        guard !keys.isEmpty else { throw SealingError.malformed }
    }

    /// What the key file says.
    var text: String {
        let lines = keys.map { $0.secret.withUnsafeBytes { Data($0).base64EncodedString() } }
        return "# 有诉密钥：丢了它，诉求人信息无法恢复；给了别人，等于公开。每行一把，最后一把在用。\n"
            + lines.joined(separator: "\n") + "\n"
    }

    /// The key with which new entries are sealed.
    public var current: Key { keys[keys.count - 1] }

    /// The key of a fingerprint; nil where it is not on the ring.
    public func key(_ fingerprint: [UInt8]) -> Key? {
        keys.first { $0.fingerprint == fingerprint }
    }

    /// Adds a key, which is in use from then on.
    public mutating func add(_ key: Key) {
        keys.append(key)
    }
}

/// What can be wrong with keys and what was sealed with them.
public enum SealingError: Error, Hashable, Sendable {
    /// There is no key file.
    case missing
    /// The key file cannot be read or written; the system's number.
    case unreadable(Int32)
    /// Others than the owner may read the key file.
    case exposed
    /// The file holds no keys.
    case malformed
    /// The key with which something was sealed is not on the ring.
    case otherKey
    /// What was sealed was changed, or belongs elsewhere.
    case broken
}
