import Console
import Foundation
import Testing

struct TerminalTests {
    @Test func `what is no terminal has the customary size`() throws {
        let null = try FileHandle(forWritingTo: URL(filePath: "/dev/null"))
        #expect(!Terminal.isTerminal(null.fileDescriptor))
        #expect(Terminal.size(null.fileDescriptor) == TerminalSize(columns: 80, rows: 24))
        #expect(!Terminal.isTerminal(-1))
    }

    @Test func `the environment is what Foundation sees`() {
        #expect(ProcessEnvironment.current() == ProcessInfo.processInfo.environment)
    }
}
