import Foundation

/// A city's configuration with a calendar for all years that are needed.
public enum CityCopy {
    /// Copies the configuration and adds the years that its calendar lacks. Their holidays are not looked up: only
    /// weekends are off.
    public static func make(of city: String, at copy: String, years: ClosedRange<Int>) throws {
        try FileManager.default.copyItem(atPath: city, toPath: copy)
        let calendar = URL(filePath: "\(copy)/calendar.yml")
        var text = try String(contentsOf: calendar, encoding: .utf8)
        for year in years where !text.contains("year: \(year)") { text += "  - {year: \(year)}\n" }
        try text.write(to: calendar, atomically: true, encoding: .utf8)
    }

    /// The year that it is.
    public static var thisYear: Int { Calendar(identifier: .gregorian).component(.year, from: .now) }
}
