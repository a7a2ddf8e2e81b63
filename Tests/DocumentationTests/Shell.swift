import Foundation

/// A shell in a temporary folder with a store of its own, the built program on its path, and the seeds and the
/// configuration beside it. The folder goes when the shell goes.
final class Shell {
    /// The root of the repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private let folder: URL
    private let environment: [String: String]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "yousu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        for name in ["seeds", "config"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: name), withDestinationURL: Self.root.appending(path: name))
        }
        // The tests' own program stands beside the one that they test.
        let programs = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let products = URL(filePath: programs).deletingLastPathComponent()
        environment = [
            "PATH": "\(products.path()):\(path)",
            // Some of what is shown can be done in working hours alone.
            "LD_PRELOAD": products.appending(path: "libFaultShim.so").path(),
            "YOUSU_SHIM_CLOCK": String(Self.secondsToTen),
            "HOME": folder.path(), "XDG_DATA_HOME": folder.path(), "YOUSU_STAFF": "王一", "LC_ALL": "C.UTF-8",
        ]
    }

    /// How far the clock has to be set so that it is ten in the morning of the same day in Xining.
    private static var secondsToTen: Int {
        let second = (Int(Date().timeIntervalSince1970) + 8 * 3600) % 86_400
        return 10 * 3600 - second
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Whether a search finds a case; what it prints is not thrown away.
    func finds(_ search: String) throws -> Bool {
        try run(search.replacing(" > /dev/null", with: "")).lines.contains { $0.contains(/20\d{12}/) }
    }

    /// Runs a command line and gives back what it printed on both outputs, in the order of printing.
    func run(_ command: String) throws -> (status: Int32, lines: [String]) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-o", "pipefail", "-c", command]
        process.currentDirectoryURL = folder
        process.environment = environment
        let pipe = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self).replacing(folder.path(), with: "")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return (process.terminationStatus, lines)
    }
}
