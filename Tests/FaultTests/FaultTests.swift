import Foundation
import Glibc
import Testing
import Trials

@testable import Faults

/// A short run of each kind of fault; `scripts/faults` is the long one.
@Suite(.serialized) struct FaultTests {
    /// How often each kind is tried here.
    private static let rounds = [
        "kill": 9, "calls": 1, "power": 5, "flips": 8, "mutated": 16, "crowd": 2, "disk": 6, "tampering": 8,
        "injection": 2, "clock": 2, "bytes": 12,
    ]

    @Test("what is promised is kept", arguments: Fault.all.map(\.name))
    func isKept(_ name: String) throws {
        let kind = try #require(Fault.all.first { $0.name == name })
        let site = try Site(Self.options)
        defer { site.remove() }
        let tally = try kind.run(site, try #require(Self.rounds[name]))
        #expect(tally.broken.isEmpty, "\(tally.broken.prefix(5).joined(separator: "\n"))")
        #expect(!tally.figures.isEmpty)
    }

    @Test("nothing of a site is left behind")
    func leavesNothing() throws {
        let site = try Site(Self.options)
        #expect(FileManager.default.fileExists(atPath: site.folder))
        site.remove()
        #expect(!FileManager.default.fileExists(atPath: site.folder))
    }

    @Test("The place where a promise was broken stays, and nothing else")
    func keepsBroken() throws {
        let site = try Site(Self.options)
        defer { try? FileManager.default.removeItem(atPath: site.folder) }
        let (sound, other) = (try site.place(), try site.place())
        var tally = Tally()
        sound.remove(after: tally)
        tally.isBroken("made up")
        other.remove(after: tally)
        site.remove()
        #expect(!FileManager.default.fileExists(atPath: sound.folder))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.folder)
                == [URL(filePath: other.folder).lastPathComponent])
        #expect(FileManager.default.fileExists(atPath: other.store))
    }

    @Test("Below a folder with a Chinese name files are found by their names")
    func findsNames() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "故障试验-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = try Self.options
        options.folder = folder.path
        let site = try Site(options)
        let tally = try Fault.power.run(site, 2)
        #expect(tally.broken.isEmpty, "\(tally.broken)")
        #expect(tally["snapshots"] == 2)
        site.remove()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("A program does not inherit that signals are ignored, and ends when its time is over")
    func endsChildren() throws {
        func child(_ script: String) throws -> Child {
            try Child(
                ["sh", "-c", script].map { Array($0.utf8) }, output: STDOUT_FILENO, errors: STDERR_FILENO,
                leads: true)
        }
        signal(SIGUSR2, SIG_IGN)
        defer { signal(SIGUSR2, SIG_DFL) }
        #expect(try child("kill -USR2 $$; exit 0").end().status == 128 + SIGUSR2)
        // With all that it started.
        #expect(try child("sleep 600; exit 0").end(by: .now).status == 128 + SIGKILL)
    }

    @Test("What is asked of the trial is understood or refused")
    func understands() throws {
        #expect(Options(["--percent", "10", "kill"])?.kinds.map(\.name) == ["kill"])
        for words in [
            ["--percent"], ["--percent", "0"], ["--lanes", "9223372036854775807"], ["what", "1"],
        ] {
            #expect(Options(words) == nil)
        }
        #expect(Faults.start(["--help"]) == 0)
    }

    /// The built program and the shim lie beside the bundle of the tests.
    private static var options: Options {
        get throws {
            let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
                .deletingLastPathComponent()
            let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            return try #require(
                Options([
                    "--program", products.appending(path: "yousu").path, "--shim",
                    products.appending(path: "libFaultShim.so").path, "--city",
                    tests.appending(path: "TestSupport/Cities/yunzhou").path,
                ]))
        }
    }
}
