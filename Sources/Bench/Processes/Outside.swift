import Foundation
import Trials

/// The same measured by somebody else: hyperfine, where it is on the path.
struct Outside {
    private struct Export: Decodable {
        struct Result: Decodable {
            let median: Double
        }
        let results: [Result]
    }

    private let program: String
    private let folder: String

    /// Nil where there is no hyperfine.
    init?(folder: String) {
        let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard
            let program = places.map({ "\($0)/hyperfine" }).first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else { return nil }
        self.program = program
        self.folder = folder
    }

    /// The median time of a command, in milliseconds.
    func median(of command: [String], runs: Int) throws -> Double {
        let file = "\(folder)/hyperfine.json"
        let line = command.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
        _ = try Launcher.run([
            program, "--shell=none", "--warmup", "2", "--runs", String(runs), "--export-json", file, line,
        ])
        let export = try JSONDecoder().decode(
            Export.self, from: Data(contentsOf: URL(filePath: file)))
        guard let result = export.results.first else { throw Trouble("hyperfine exported nothing") }
        return result.median * 1000
    }
}
