import Foundation
import Testing

@testable import Faults

/// A short run of each kind of fault; `scripts/faults` is the long one.
@Suite(.serialized) struct FaultTests {
    /// How often each kind is tried here.
    private static let rounds = [
        "kill": 6, "calls": 1, "power": 5, "flips": 8, "mutated": 16, "crowd": 2, "disk": 6, "tampering": 8,
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
