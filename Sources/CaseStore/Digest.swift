import Casework
import Crypto

/// The digest of a contact: what its event vouches for.
enum Digest {
    /// The store that a case comes from, and its number there.
    struct Origin {
        var store: String?
        var number: String?
    }

    /// SHA-256 over a canonical encoding of all that was recorded of a contact, its caller left out, and over where its
    /// case comes from.
    ///
    /// Each field is its length in UTF-8 bytes as 8 bytes, most significant first, and then the bytes; a field
    /// that is not there has the length 2^64 - 1 and no bytes.
    static func of(_ contact: Contact, from origin: Origin) -> [UInt8] {
        var encoding: [UInt8] = []
        encoding.reserveCapacity(512 + contact.content.utf8.count)
        func add(_ text: String?) {
            let length = text.map { UInt64($0.utf8.count) } ?? .max
            withUnsafeBytes(of: length.bigEndian) { encoding.append(contentsOf: $0) }
            if let text { encoding.append(contentsOf: text.utf8) }
        }
        add(contact.number.description)
        add(String(contact.receivedAt.seconds))
        add(String(contact.channel))
        add(contact.kind.map { String($0) })
        add(contact.category.map { String($0) })
        add(contact.categorySource.rawValue)
        add(contact.place.area.map { String($0) })
        add(contact.place.spot)
        add(contact.place.address)
        add(contact.title)
        add(contact.content)
        add(contact.wants)
        add(contact.urgency.rawValue)
        add(contact.confidential ? "1" : "0")
        add(contact.source)
        add(contact.externalID)
        add(contact.likes.map { String($0) })
        add(origin.store)
        add(origin.number)
        return Array(encoding.withUnsafeBytes { SHA256.hash(data: $0) })
    }
}

extension Store {
    /// SHA-256 of some bytes.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
