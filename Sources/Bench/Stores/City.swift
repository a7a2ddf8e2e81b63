import Foundation

/// The configuration of Xining, with a calendar for all years that the bench needs.
enum BenchCity {
    /// Copies the configuration and adds the years that its calendar lacks. Their holidays are not looked up: only
    /// weekends are off.
    static func make(from city: String, in folder: String, years: ClosedRange<Int>) throws -> String {
        let copy = "\(folder)/city"
        try FileManager.default.copyItem(atPath: city, toPath: copy)
        let calendar = URL(filePath: "\(copy)/calendar.yml")
        var text = try String(contentsOf: calendar, encoding: .utf8)
        text += "  # Made up for the bench: weekends only.\n"
        for year in years where !text.contains("year: \(year)\n") { text += "  - year: \(year)\n" }
        try text.write(to: calendar, atomically: true, encoding: .utf8)
        return copy
    }
}
