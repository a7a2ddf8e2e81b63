import Desk
import Foundation
import Testing

/// What the documentation shows is what the program does.
struct DocumentationTests {
    @Test(
        "Every command line in the documentation works and prints what stands below it",
        arguments: try Document.all(in: Shell.root))
    func works(document: Document) throws {
        let began = Self.today()
        var wrong = try mistakes(in: document)
        // Numbers hold the day: a page that is run across midnight is run again.
        if Self.today() != began { wrong = try mistakes(in: document) }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    @Test("Screens in the documentation are those that were looked at, whole")
    func screens() throws {
        let screens = try Document.all(in: Shell.root).flatMap { document in
            document.screens.map { (document.path, $0) }
        }
        #expect(!screens.isEmpty)
        for (path, screen) in screens {
            let file = Shell.root.appending(path: "Tests/TranscriptTests/Screens/\(screen.name).txt")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(screen.lines.joined(separator: "\n") + "\n" == text, "\(path):\(screen.line)")
        }
    }

    @Test("The READMEs in both languages show the same command lines")
    func showTheSame() throws {
        let documents = try Document.all(in: Shell.root)
        let commands = documents.prefix(2).map { $0.examples.map(\.commands) }
        #expect(commands.first == commands.last)
        #expect(commands.first?.isEmpty == false)
    }

    @Test("The page on formats has a row for every column of an export, and for no other")
    func namesEveryColumn() throws {
        let shell = try Shell()
        #expect(try shell.run("yousu init").status == 0)
        let (status, lines) = try shell.run("yousu export 2> /dev/null")
        #expect(status == 0)
        let page = try String(contentsOf: Shell.root.appending(path: "docs/formats.md"), encoding: .utf8)
        let table = page.split(separator: "| column |").last?.prefix { $0 != "#" } ?? ""
        let documented = table.matches(of: /(?m)^\| `([a-z_]+)` \|/).map { String($0.1) }
        #expect(documented.sorted() == lines.first?.split(separator: ",").map(String.init).sorted())
    }

    @Test("The page on formats names every list of what waits")
    func namesEveryQueue() throws {
        let page = try String(contentsOf: Shell.root.appending(path: "docs/formats.md"), encoding: .utf8)
        let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `queue` |") })
        for name in QueueName.allCases { #expect(row.contains("`\(name.rawValue)`")) }
    }

    @Test("Where to find what names every room")
    func namesEveryRoom() throws {
        let rooms = try FileManager.default.contentsOfDirectory(
            atPath: Shell.root.appending(path: "Sources").path())
        for page in ["README.md", "README.zh-CN.md"] {
            let text = try String(contentsOf: Shell.root.appending(path: page), encoding: .utf8)
            for room in rooms { #expect(text.contains("`Sources/\(room)`"), "\(page)") }
        }
    }

    @Test("Crontabs say all that a command has of a login: the program, the store, the key and who acts")
    func setsAll() throws {
        let crontabs = try Document.all(in: Shell.root).flatMap(\.crontabs)
        #expect(!crontabs.isEmpty)
        for lines in crontabs {
            let set = lines.prefix { !$0.contains(" ") }.compactMap { $0.split(separator: "=").first }
            #expect(set == ["PATH", "YOUSU_DB", "YOUSU_KEY", "YOUSU_STAFF"])
        }
    }

    @Test("The demonstration, a newcomer's first command, comes to its end")
    func demo() throws {
        let (status, lines) = try Shell().run(
            "YOUSU_PROGRAM=$(command -v yousu) '\(Shell.root.appending(path: "scripts/demo").path())'")
        #expect(status == 0, "\(lines.suffix(5))")
        #expect(lines.contains { $0.contains("已办结") })
        #expect(lines.contains("No difference."))
    }

    @Test("A script that names a store names its key too, so that nobody's own is used")
    func keepsKeys() throws {
        let scripts = try FileManager.default.contentsOfDirectory(
            at: Shell.root.appending(path: "scripts"), includingPropertiesForKeys: nil)
        let lines = try scripts.flatMap {
            try String(contentsOf: $0, encoding: .utf8).split(separator: "\n").filter {
                $0.contains("YOUSU_DB=")
            }
        }
        #expect(!lines.isEmpty)
        for line in lines { #expect(line.contains("YOUSU_KEY=")) }
    }

    private func mistakes(in document: Document) throws -> [String] {
        let shell = try Shell()
        var mistakes: [String] = []
        for example in document.examples {
            var printed: [String] = []
            for command in example.commands {
                let place = "\(document.path):\(example.line): \(command)"
                let program = String(command.prefix { $0 != " " })
                if program == "yousu" {
                    let (status, lines) = try shell.run(command)
                    printed += lines
                    if status != 0 { mistakes.append("\(place): exit status \(status)\n\(lines)") }
                    if command.hasPrefix("yousu find "), try !shell.finds(command) {
                        mistakes.append("\(place): finds nothing")
                    }
                } else if !program.hasPrefix("scripts/") {
                    mistakes.append("\(place): neither yousu nor one of our scripts")
                } else if !FileManager.default.isExecutableFile(
                    atPath: Shell.root.appending(path: program).path())
                {
                    mistakes.append("\(place): there is no such script")
                }
            }
            guard let expected = example.output.map(Timeless.lines) else { continue }
            let actual = Timeless.lines(printed)
            if actual != expected {
                mistakes.append(
                    "\(document.path):\(example.line): printed\n\(actual.joined(separator: "\n"))\n"
                        + "instead of\n\(expected.joined(separator: "\n"))")
            }
        }
        return mistakes
    }

    private static func today() -> Int {
        Int(Date().timeIntervalSince1970 + 28_800) / 86_400
    }
}

/// Output without what depends on the day on which it is made. The days of the seeds, in 2024, stay.
private enum Timeless {
    static func lines(_ lines: [String]) -> [String] {
        // Whether a deadline can be told depends on the calendars that are in.
        lines.filter { !$0.contains("年的工作日历还没有") || $0.contains("办结期限：") }.map(line)
    }

    private static func line(_ line: String) -> String {
        if line.hasPrefix("  办结期限：") { return "  办结期限：…" }
        if line.hasPrefix("  期限算法：") { return "  期限算法：…" }
        return line.replacing(/20\d\d(\d{10}|-\d\d-\d\d([ T]\d\d:\d\d:\d\d)?)/) { match in
            match.0.hasPrefix("2024") ? String(match.0) : match.1.first == "-" ? "〈时间〉" : "〈号码〉"
        }
        .replacing(/yousu:[0-9a-f]{32}/, with: "yousu:〈库〉")
    }
}
