import Foundation

/// How figures are written.
enum Cells {
    /// Three figures that count.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        let size = abs(value)
        if value == value.rounded(), size < 1e6 { return String(format: "%.0f", value) }
        return String(format: size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", value)
    }

    static func number(_ value: Double?) -> String {
        value.map { number($0) } ?? ""
    }

    static func times(_ value: Double?) -> String {
        value.map { String(format: $0 >= 9.995 ? "%.1f x" : "%.2f x", $0) } ?? ""
    }

    /// A count with its thousands apart.
    static func count(_ value: Int) -> String {
        var text = ""
        for (place, digit) in String(value).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
