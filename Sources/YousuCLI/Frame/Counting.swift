import Desk

/// Counts as people type them.
enum Counting {
    /// More than there can be of anything; a larger number means the same, and sums with it do not overflow.
    private static let most = 1_000_000_000_000

    /// A number from 0 on.
    static func number(_ text: String, field: String) throws -> Int {
        guard let number = Int(text), number >= 0 else { throw DeskError.badCount(field: field, value: text) }
        return min(number, most)
    }
}
