import Casework
import GRDB
import Sealing

/// The keys of a store as one transaction sees them: the file that holds them, and their numbers in the store.
final class Keys {
    /// Nil where the program was told of none.
    let file: KeyFile?
    private let db: Database
    private var used: (number: Int64, key: Keyring.Key)?
    private var known: [Int64: Keyring.Key] = [:]

    init(db: Database, file: KeyFile?) {
        self.db = db
        self.file = file
    }

    /// The key with which new entries are sealed, and its number: the store's newest. A store that has none takes the
    /// file's.
    ///
    /// - Throws: ``SealingError/otherKey`` where the file does not hold the store's newest key: what was sealed with several
    ///   files could not be read with any one of them.
    func current() throws -> (number: Int64, key: Keyring.Key) {
        if let used { return used }
        let ring = try keyring()
        guard let newest = try newest() else { return (try enter(ring.current), ring.current) }
        // Another program may have changed the key meanwhile.
        guard let key = try ring.key(newest.fingerprint) ?? file?.reread().key(newest.fingerprint) else {
            throw SealingError.otherKey
        }
        used = (newest.number, key)
        return (newest.number, key)
    }

    /// The number and fingerprint of the store's newest key; nil before the first.
    func newest() throws -> (number: Int64, fingerprint: [UInt8])? {
        try db.ask("SELECT id, fingerprint FROM keys ORDER BY id DESC LIMIT 1").first { ($0[0], $0.bytes(1)) }
    }

    /// Enters a key, which is the newest from then on. Returns its number.
    func enter(_ key: Keyring.Key) throws -> Int64 {
        forget()
        return try Insertion(db, "INSERT INTO keys (fingerprint) VALUES (?)").run { $0.add(key.fingerprint) }
    }

    /// Forgets what was found out: what was entered may be gone again.
    func forget() {
        (used, known) = (nil, [:])
    }

    /// The key of a number.
    ///
    /// - Throws: ``SealingError/otherKey`` where the file does not hold it.
    func key(_ number: Int64) throws -> Keyring.Key {
        if let key = known[number] { return key }
        let ring = try keyring()
        guard
            let fingerprint = try db.ask("SELECT fingerprint FROM keys WHERE id = ?", [number]).first({
                $0.bytes(0)
            }),
            // Another program may have changed the key since the file was read.
            let key = try ring.key(fingerprint) ?? file?.reread().key(fingerprint)
        else { throw SealingError.otherKey }
        known[number] = key
        return key
    }

    /// All keys of the file.
    func keyring() throws -> Keyring {
        guard let file else { throw SealingError.missing }
        return try file.keyring()
    }
}
