/// The whole number nearest to a quotient of numbers that are not negative; halves go up.
func halfUp(_ dividend: Int, over divisor: Int) -> Int {
    dividend / divisor + (dividend % divisor * 2 >= divisor ? 1 : 0)
}

/// A number in units of its last decimal place, without trailing zeros: 9,896 with two places is `98.96`,
/// 634,400 with three is `634.4`.
func decimalText(_ value: Int, places: Int) -> String {
    var digits = padded(value, places + 1)[...]
    let whole = digits.prefix(digits.count - places)
    digits = digits.dropFirst(whole.count)
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? String(whole) : "\(whole).\(digits)"
}

/// Hundredths of a percent as a percentage: 9,469 is `94.69%`.
func percentText(hundredths: Int) -> String {
    decimalText(hundredths, places: 2) + "%"
}
