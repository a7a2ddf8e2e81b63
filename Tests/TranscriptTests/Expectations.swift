import Foundation
import Testing

/// Expects a refusal: its status, nothing on standard output, and a short Chinese complaint that says all the
/// given words and what to do, and nothing about the inside of the program.
func expectRefusal(
    _ run: Run, _ status: Int32, saying words: String..., stdout: String = "",
    at place: SourceLocation = #_sourceLocation
) {
    #expect(run.status == status, "\(run.stderr)", sourceLocation: place)
    #expect(run.stdout == stdout, sourceLocation: place)
    #expect(run.stderr.hasPrefix("错误："), "\(run.stderr)", sourceLocation: place)
    let lines = run.stderr.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect((2...3).contains(lines.count), "no remedy, or too long: \(run.stderr)", sourceLocation: place)
    #expect(run.stderr.count < 600, "\(run.stderr.count) characters", sourceLocation: place)
    for word in words { #expect(run.stderr.contains(word), sourceLocation: place) }
    expectChinese(run.stderr, at: place)
}

/// Expects words for people: nothing of the program's inside and nothing of the parser's English.
func expectChinese(_ text: String, at place: SourceLocation = #_sourceLocation) {
    for inside in [
        "SQL", "error:", "Error", "Fatal", ".swift", "Sources/", "Optional(", "nil", "USAGE", "OPTIONS",
        "OVERVIEW",
        "ARGUMENTS", "SUBCOMMANDS",
    ] { #expect(!text.contains(inside), sourceLocation: place) }
}

extension Transcript {
    /// Expects that some work leaves the store as it is: nothing half written, and sound.
    func expectUnchanged(at place: SourceLocation = #_sourceLocation, _ work: () throws -> Void) throws {
        let store = environment["YOUSU_DB"] ?? ""
        let before = "\(try Folder.make())/store.sqlite"
        for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: store + ending) {
            try FileManager.default.copyItem(atPath: store + ending, toPath: before + ending)
        }
        try work()
        // Where not a byte has changed there is nothing to compare.
        let isSame = ["", "-wal"].allSatisfy {
            FileManager.default.contents(atPath: before + $0) ?? Data()
                == FileManager.default.contents(atPath: store + $0) ?? Data()
        }
        if !isSame { #expect(try recorded(in: store) == recorded(in: before), sourceLocation: place) }
        let check = try yousu("verify")
        #expect(check.status == 0, "\(check.stderr)", sourceLocation: place)
    }

    /// All that is recorded, as far as it can be read from outside.
    private func recorded(in store: String) throws -> [String] {
        let counts = try yousu("--db", store, "doctor", "--format", "json").json
        return [
            try yousu("--db", store, "export", "--callers").stdout,
            try yousu("--db", store, "list", "--format", "json").stdout,
            "\(counts["cases"] ?? "") \(counts["contacts"] ?? "") \(counts["events"] ?? "")",
        ]
    }
}
