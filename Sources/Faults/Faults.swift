import Console
import Foundation
import Glibc
import Lettering
import Trials

/// The trial as a program.
enum Faults {
    static func start(_ words: [String]) -> Int32 {
        guard let options = Options(words) else {
            say(Options.usage)
            return 64
        }
        do {
            let site = try Site(options)
            defer { site.remove() }
            let interruptions = Self.interruptions(removing: site)
            defer { for source in interruptions { source.cancel() } }
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
        } catch let trouble as Trouble {
            say(trouble.words)
        } catch {
            say("\(error)")
        }
        return 70
    }

    /// Nothing is left behind, also where somebody ends the trial.
    private static func interruptions(removing site: Site) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                site.remove()
                _exit(128 + number)
            }
            source.resume()
            return source
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
