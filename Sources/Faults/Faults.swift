import Console
import Foundation
import Lettering

/// The trial as a program.
enum Faults {
    static func start(_ words: [String]) -> Int32 {
        if words.contains("--help") {
            print(Options.usage, terminator: "")
            return 0
        }
        guard let options = Options(words) else {
            say(Options.usage)
            return 64
        }
        do {
            let site = try Site(options, isInterruptible: true)
            defer { site.remove() }
            let results = try options.kinds.map { kind in
                say("\(kind.name): \(kind.meaning)")
                let started = ContinuousClock.now
                var tally = try kind.run(site, max(1, kind.rounds * options.percent / 100))
                tally.count("seconds", Int((ContinuousClock.now - started).components.seconds))
                for words in tally.broken { say("  BROKEN: \(words)") }
                return (kind, tally)
            }
            print(table(results))
            return results.contains { !$0.1.broken.isEmpty } ? 1 : 0
        } catch {
            say("\(error)")
            return 70
        }
    }

    /// Says something about the course of things.
    static func say(_ words: String) {
        FileHandle.standardError.write(Data((words + "\n").utf8))
    }

    private static func table(_ results: [(Fault, Tally)]) -> String {
        let rows = results.flatMap { kind, tally in
            tally.figures.enumerated().map { place, figure in
                [place == 0 ? kind.name : "", figure.what, String(figure.count)]
            } + [["", "promises broken", String(tally.broken.count)]]
        }
        let columns = [
            TableColumn("kind"), TableColumn("what"), TableColumn("count", alignment: .right),
        ]
        return Table(columns).lines(rows).joined(separator: "\n")
    }
}
