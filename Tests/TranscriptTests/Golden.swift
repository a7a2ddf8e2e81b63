import Foundation
import Testing

/// Screens as they were looked at, in `Screens`. With YOUSU_GOLDEN=write they are written anew, to be looked at again.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Screens")

    /// Compares a screen with the one that was looked at; moments are any.
    static func check(
        _ screen: VirtualScreen, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    )
        throws
    {
        #expect(screen.unknown == [], sourceLocation: sourceLocation)
        try check(timeless(screen.text), name, sourceLocation: sourceLocation)
    }

    /// Compares a text, without its colours, with the one that was looked at.
    static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        let text =
            plain.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.replacing(/[ ]+$/, with: "") }.joined(separator: "\n") + "\n"
        let file = folder.appendingPathComponent("\(name).txt")
        if ProcessInfo.processInfo.environment["YOUSU_GOLDEN"] == "write" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)), sourceLocation: sourceLocation)
    }

    /// The text with nothing of when it was: zeros for dates, times and today's numbers.
    private static func timeless(_ text: String) -> String {
        var text = text
        for (pattern, zeros) in [
            (#"20[2-9]\d-\d\d-\d\d \d\d:\d\d"#, "0000-00-00 00:00"), (#"\d\d-\d\d \d\d:\d\d"#, "00-00 00:00"),
            (#"20(2[5-9]|[3-9]\d)[01]\d[0-3]\d(?=[\d…])"#, "00000000"),
        ] {
            text = text.replacingOccurrences(of: pattern, with: zeros, options: .regularExpression)
        }
        return text
    }
}
