import Casework

/// How alike messages have to be to be one issue.
struct Likening {
    let policy: HotIssuesPolicy
    /// Places of which the name of one holds the other's.
    let kin: [Int32: Set<Int32>]

    /// From so many texts on a bundle says well what its matter is.
    private static let grown = 5

    init(_ reading: Reading, _ policy: HotIssuesPolicy) {
        self.policy = policy
        kin = reading.kin
    }

    /// How alike two bundles are, and how alike they have to be: the more they name different places, the more.
    func likeness(_ left: Bundle, _ right: Bundle) -> (value: Double, least: Double) {
        guard let first = left.place, let second = right.place else {
            return (left.likeness(right), policy.openPlaceLikeness)
        }
        let isSame =
            first.key == second.key || left.places[second.key] != nil || right.places[first.key] != nil
            || kin[first.key]?.contains(second.key) ?? false
        if isSame {
            let least = first.kind == .spot ? policy.samePlaceLikeness : policy.alongLikeness
            return (left.problemLikeness(right), least * Self.factor(left.topic, right.topic))
        }
        let isNamed = left.keys.contains(second.key) || right.keys.contains(first.key)
        // Two bundles that are each of one spot are two matters, however alike.
        if !isNamed, left.isOfOneSpot, right.isOfOneSpot { return (0, 1) }
        let contrast = isNamed ? 0 : Double(first.count * second.count) / Double(left.count * right.count)
        let least =
            policy.openPlaceLikeness + contrast * (policy.otherPlaceLikeness - policy.openPlaceLikeness)
        return (left.likeness(right), least)
    }

    /// Agents' categories tell how much alike the problems of one place must be told.
    private static func factor(_ left: Casework.Category.ID?, _ right: Casework.Category.ID?) -> Double {
        guard let left, let right else { return 1 }
        return left == right ? 0.8 : 1.8
    }

    /// Whether two bundles are one issue, and would still be about one thing.
    func joins(_ left: Bundle, _ right: Bundle, _ strictness: Double) -> Bool {
        let link = likeness(left, right)
        let isGrown = max(left.count, right.count) >= Self.grown && min(left.count, right.count) == 1
        guard link.value >= link.least * strictness * (isGrown ? policy.trust : 1) else { return false }
        return left.words.dot(right.words) / Double(left.count * right.count) >= policy.cohesion
    }
}
