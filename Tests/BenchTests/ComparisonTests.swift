import Foundation
import Testing

@testable import Bench

struct ComparisonTests {
    private let before = Report([
        .once("call", 10_000, "ms", 10), .once("call", 1_000_000, "ms", 12), .once("gone", 10_000, "ms", 1),
    ])
    private let after = Report([
        .once("call", 1_000_000, "ms", 18), .once("new", 10_000, "ms", 2), .once("call", 10_000, "ms", 5),
    ])

    @Test("Rows of the same name and size stand side by side; what one run lacks stands alone")
    func lines() {
        let lines = Comparison(first: before, second: after).lines
        #expect(lines.map(\.name) == ["call", "new", "call", "gone"])
        #expect(lines.map(\.change) == [1.5, nil, 0.5, nil])
        #expect(lines.last?.after == nil)
    }

    @Test("A run that was written to a file is read back the same")
    func file() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let report = Report([Row.once("call", 1_000_000, "ms", 12).over(2, "true").with(memory: 20)])
        try report.write(to: file.path)
        let back = try Report(file: file.path)
        #expect(back.rows == report.rows)
        #expect(back.place == report.place)
        #expect(Comparison(first: report, second: back).text.contains("1.00 x"))
    }

    @Test("What is asked of the bench is understood or refused")
    func options() {
        #expect(Options([])?.sizes == [10_000, 1_000_000])
        #expect(Options(["--full", "--sizes", "20000"])?.sizes == [20_000, 5_000_000])
        #expect(Options(["--json", "a.json", "--keep", "b"])?.keep == "b")
        #expect(Options(["--compare", "a", "b"])?.comparison?.1 == "b")
        for words in [
            ["--sizes"], ["--sizes", "x"], ["--sizes", "5"], ["--sizes", "9223372036854775807"],
            ["--compare", "a"], ["--what", "1"],
        ] {
            #expect(Options(words) == nil)
        }
        #expect(Bench.start(["--help"]) == 0)
    }
}
