/// A whole number without a sign and of any size, so that sums of fractions stay exact whatever their
/// denominators.
struct Natural: Comparable, Sendable {
    /// Base 2^32, the lowest first, without leading zeros; empty for zero.
    private var limbs: [UInt32]

    /// A number that is not negative.
    init(_ value: Int) {
        var rest = UInt(value)
        limbs = []
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    static func + (left: Natural, right: Natural) -> Natural {
        var sum = left
        var carry: UInt64 = 0
        for place in 0..<max(left.limbs.count, right.limbs.count) {
            if place == sum.limbs.count { sum.limbs.append(0) }
            carry += UInt64(sum.limbs[place]) + (place < right.limbs.count ? UInt64(right.limbs[place]) : 0)
            sum.limbs[place] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { sum.limbs.append(UInt32(carry)) }
        return sum
    }

    static func * (left: Natural, right: Natural) -> Natural {
        var product = Natural(0)
        product.limbs = Array(repeating: 0, count: left.limbs.count + right.limbs.count)
        for (shift, factor) in right.limbs.enumerated() {
            var carry: UInt64 = 0
            for (place, limb) in left.limbs.enumerated() {
                carry += UInt64(limb) * UInt64(factor) + UInt64(product.limbs[place + shift])
                product.limbs[place + shift] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            product.limbs[left.limbs.count + shift] = UInt32(carry)
        }
        while product.limbs.last == 0 { product.limbs.removeLast() }
        return product
    }

    static func < (left: Natural, right: Natural) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
    }
}
