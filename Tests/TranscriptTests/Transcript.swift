import Foundation
import Glibc
import Trials

/// A story told in command lines, in a folder of its own that is also home, with a store that has a made-up day.
///
/// Suites inherit from it, so that each test begins anew.
class Transcript {
    /// The folder in which everything happens.
    let folder: String
    /// The whole environment of what is run.
    var environment: [String: String]

    /// A folder with a copy of the store that has a made-up day.
    convenience init() throws {
        try self.init(copying: try Template.day.get())
    }

    init(copying template: String?) throws {
        folder = try Folder.make()
        environment = Program.surroundings.merging(
            [
                "HOME": folder, "YOUSU_DB": "\(folder)/store.sqlite", "YOUSU_STAFF": "王一",
                "YOUSU_KEY": "\(try Folder.common())/key",
            ]
        ) { $1 }
        guard let template else { return }
        for file in try FileManager.default.contentsOfDirectory(atPath: template) {
            try FileManager.default.copyItem(atPath: "\(template)/\(file)", toPath: "\(folder)/\(file)")
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - stdin: what it reads from standard input.
    ///   - stdout: a file or device that takes standard output in place of the test.
    func yousu(_ words: String..., stdin: String = "", stdout: String? = nil) throws -> Run {
        try yousu(words: words, stdin: stdin, stdout: stdout)
    }

    func yousu(words: [String], stdin: String = "", stdout: String? = nil) throws -> Run {
        try yousu(bytes: words.map { Array($0.utf8) }, stdin: Array(stdin.utf8), stdout: stdout)
    }

    /// Runs the program with words and input that need not be UTF-8.
    func yousu(bytes words: [[UInt8]], stdin: [UInt8] = [], stdout: String? = nil) throws -> Run {
        try Program.run(
            [Array(Program.path.utf8)] + words, in: folder, environment: environment, stdin: stdin,
            stdout: stdout)
    }

    /// Runs a shell script, in which `$YOUSU` is the program.
    func shell(_ script: String, stdin: String = "") throws -> Run {
        try Program.run(
            ["sh", "-c", script].map { Array($0.utf8) }, in: folder,
            environment: environment.merging(["YOUSU": Program.path]) { $1 }, stdin: Array(stdin.utf8),
            stdout: nil)
    }

    /// Puts a file into the folder and returns its path.
    @discardableResult func write(_ text: String, to name: String) throws -> String {
        try write(bytes: Array(text.utf8), to: name)
    }

    @discardableResult func write(bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        return "\(folder)/\(name)"
    }

    /// The names of the files in the folder.
    var files: Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    }

    /// A store without cases, beside the other and none of its copies.
    func emptyStore(_ name: String = "empty.sqlite") throws -> String {
        let path = "\(folder)/\(name)"
        try FileManager.default.copyItem(
            atPath: "\(try Template.other.get())/store.sqlite", toPath: path)
        return path
    }
}

/// Stores that are made once and copied for each test.
private enum Template {
    /// A store without cases.
    static let empty = Result { try initialised() }

    /// Another store without cases, which does not take the first one's records for its own.
    static let other = Result { try initialised() }

    private static func initialised() throws -> String {
        let story = try Transcript(copying: nil)
        _ = try story.yousu("init")
        return try kept(story)
    }

    /// A store with the made-up day.
    static let day = Result {
        let story = try Transcript(copying: try empty.get())
        _ = try story.yousu("import", "-", stdin: MadeUpDay.table)
        return try kept(story)
    }

    private static func kept(_ story: Transcript) throws -> String {
        let folder = try Folder.make()
        for file in story.files {
            try FileManager.default.moveItem(atPath: "\(story.folder)/\(file)", toPath: "\(folder)/\(file)")
        }
        return folder
    }
}

/// Folders of this run of the tests; all are gone when it ends.
enum Folder {
    private static let parent: Result<WorkFolder, any Error> = Result {
        let folder = try WorkFolder(for: "transcripts")
        atexit { Folder.removeAll() }
        return folder
    }

    /// What all stories share: the key, so that a store of one can be read in another.
    static func common() throws -> String {
        try parent.get().path
    }

    static func make() throws -> String {
        let path = "\(try common())/\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        return path
    }

    private static func removeAll() {
        try? parent.get().remove()
    }
}
