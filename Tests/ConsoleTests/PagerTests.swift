import Foundation
import Testing

@testable import Console

@Suite(.serialized) struct PagerTests {
    private let screen = TerminalSize(columns: 10, rows: 3)

    @Test func `PAGER names the command, empty or cat means none`() {
        #expect(Pager(environment: [:]).command == "less -FRX")
        #expect(Pager(environment: ["PAGER": "more -s"]).command == "more -s")
        #expect(Pager(environment: ["PAGER": ""]).command == nil)
        #expect(Pager(environment: ["PAGER": "cat"]).command == nil)
    }

    @Test func `rows count wrapped lines`() {
        #expect(Pager.rows(of: "", columns: 10) == 0)
        #expect(Pager.rows(of: "a", columns: 10) == 1)
        #expect(Pager.rows(of: "a\n\nb\n", columns: 10) == 3)
        #expect(Pager.rows(of: "一二三四五\n一二三四五六\n", columns: 10) == 3)
    }

    @Test func `only long text on a terminal is paged`() {
        let pager = Pager(environment: [:])
        #expect(!pager.isNeeded(for: "a\nb\nc\n", isTerminal: true, size: screen))
        #expect(pager.isNeeded(for: "a\nb\nc\nd\n", isTerminal: true, size: screen))
        #expect(!pager.isNeeded(for: "a\nb\nc\nd\n", isTerminal: false, size: screen))
        #expect(
            !Pager(environment: ["PAGER": ""]).isNeeded(for: "a\nb\nc\nd\n", isTerminal: true, size: screen))
    }

    /// What the command writes, and whether it could be run.
    private func run(_ command: String, _ text: String) throws -> (String, Bool) {
        let file = FileManager.default.temporaryDirectory.appending(path: "pager-\(UUID().uuidString)")
        #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        let process = PagerProcess(
            command: command, environment: ["PATH": "/usr/bin:/bin", "MARK": "西宁"],
            output: handle.fileDescriptor)
        let wasRun = process.show(text)
        try handle.close()
        return (try String(contentsOf: file, encoding: .utf8), wasRun)
    }

    @Test func `the command gets the text and the environment`() throws {
        let long = String(repeating: "西宁 12345\n", count: 100_000)
        #expect(try run("cat", long) == (long, true))
        #expect(try run("cat >/dev/null; echo $MARK", "x") == ("西宁\n", true))
    }

    @Test func `a reader that leaves early does no harm`() throws {
        let long = String(repeating: "西宁 12345\n", count: 100_000)
        #expect(try run("head -n 1", long) == ("西宁 12345\n", true))
        #expect(try run("exit 1", long) == ("", true))
    }

    @Test func `a missing command is noticed`() throws {
        #expect(try run("/no/such/pager 2>/dev/null", "x") == ("", false))
    }

    @Test func `signals are handled as before afterwards`() throws {
        func isDefault(_ signal: Int32) -> Bool {
            var action = sigaction()
            sigaction(signal, nil, &action)
            return action.__sigaction_handler.sa_handler == nil
        }
        let before = [SIGPIPE, SIGINT, SIGQUIT].map(isDefault)
        _ = try run("trap", "x")
        #expect([SIGPIPE, SIGINT, SIGQUIT].map(isDefault) == before)
    }

    @Test func `without a terminal text is written plainly, and a failure is an error`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "plain-\(UUID().uuidString)")
        #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        try Pager(environment: ["PAGER": "exit 1"]).show("a\n西宁\n", on: handle.fileDescriptor)
        try handle.close()
        #expect(try String(contentsOf: file, encoding: .utf8) == "a\n西宁\n")
        let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        #expect(throws: WriteError(code: ENOSPC)) {
            try Pager(environment: [:]).show("a", on: full.fileDescriptor)
        }
    }
}
