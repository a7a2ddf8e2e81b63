import Casework
import Crypto

/// What an event vouches for of a caller: SHA-256 over a salt of chance and all that was given. The salt goes with the
/// caller's data, so that nobody can tell by trying who somebody was whose data is erased.
struct Commitment {
    let salt: [UInt8]
    let digest: [UInt8]

    /// Nil where nothing is known of the caller.
    init?(to caller: Caller) {
        guard !caller.isUnknown else { return nil }
        var generator = SystemRandomNumberGenerator()
        let chance = (generator.next(), generator.next())
        self.init(to: caller, salt: withUnsafeBytes(of: chance) { Array($0) })
    }

    init(to caller: Caller, salt: [UInt8]) {
        self.salt = salt
        let encoding = Encoding()
        salt.withUnsafeBytes { encoding.begin(with: $0) }
        for part in [caller.name, caller.phone, caller.identity, caller.home, caller.externalID] {
            encoding.add(part)
        }
        digest = Array(encoding.digest)
    }
}
