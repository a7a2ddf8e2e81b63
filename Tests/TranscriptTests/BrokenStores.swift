import Foundation
import Testing

/// Stores that are none, are of another time, or are not there.
final class BrokenStores: Transcript {
    private static let commands = [["list"], ["urge", MadeUpDay.waiting], ["verify"]]

    @Test(arguments: commands) func `a file that is no store is refused`(command: [String]) throws {
        let path = try write("这不是库文件，只是几行字。\n", to: "notes.txt")
        let run = try yousu(words: ["--db", path] + command)
        expectRefusal(run, 65, saying: path, "不是 yousu 的库文件", "--db")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "这不是库文件，只是几行字。\n")
    }

    @Test(arguments: commands) func `an empty file is refused and stays empty`(command: [String]) throws {
        let path = try write("", to: "nothing.sqlite")
        expectRefusal(try yousu(words: ["--db", path] + command), 65, saying: path, "不是 yousu 的库文件")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    }

    @Test(arguments: commands) func `a store of a newer version is refused by the name of the program`(
        command: [String]
    ) throws {
        let path = try emptyStore()
        // Bytes 60 to 63 of the header are the schema's number (user_version).
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try write(bytes: bytes, to: "newer.sqlite")
        let run = try yousu(words: ["--db", "newer.sqlite"] + command)
        expectRefusal(run, 65, saying: "newer.sqlite", "更新的版本 yousu 0.1.0", "结构 99", "升级")
        #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/newer.sqlite"))) == bytes)
    }

    @Test func `completion leaves a store of an older version as it is`() throws {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try emptyStore())))
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 0])
        environment["YOUSU_DB"] = try write(bytes: bytes, to: "older.sqlite")
        let run = try yousu("--complete", "call", "--district", "")
        #expect(run.status == 0 && run.stdout.isEmpty && run.stderr.isEmpty)
        #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/older.sqlite"))) == bytes)
        #expect(!files.contains { $0.contains(".schema-") })
    }

    @Test func `a store cut short is refused as damaged`() throws {
        let path = try emptyStore()
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        try write(bytes: Array(bytes.prefix(5000)), to: "short.sqlite")
        for command in Self.commands {
            let run = try yousu(words: ["--db", "short.sqlite"] + command)
            expectRefusal(run, 65, saying: "short.sqlite", "损坏", "备份")
        }
    }

    @Test func `another program's database is refused`() throws {
        let path = try emptyStore()
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
        try write(bytes: bytes, to: "other.sqlite")
        expectRefusal(try yousu("--db", "other.sqlite", "list"), 65, saying: "other.sqlite", "不是 yousu 的库文件")
    }

    @Test(arguments: commands) func `a store that is not there is refused and not made`(command: [String])
        throws
    {
        let run = try yousu(words: ["--db", "nowhere.sqlite"] + command)
        expectRefusal(run, 66, saying: "nowhere.sqlite", "yousu init", "--db")
        #expect(!files.contains { $0.hasPrefix("nowhere") })
    }

    @Test func `init over a store is refused and leaves it alone`() throws {
        try expectUnchanged {
            let before = files
            expectRefusal(try yousu("init"), 73, saying: "已经有文件 \(folder)/store.sqlite", "移走")
            #expect(files == before)
        }
    }

    @Test func `init over any other file is refused`() throws {
        let path = try write("旧文件", to: "old.txt")
        expectRefusal(try yousu("--db", path, "init"), 73, saying: path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "旧文件")
    }

    @Test(arguments: ["/proc/没有/库.sqlite", "notes.txt/库.sqlite"])
    func `init in a folder that cannot be made is refused`(path: String) throws {
        try write("一个文件", to: "notes.txt")
        expectRefusal(
            try yousu("--db", path, "init"), 73, saying: "不能建立 \(path.hasPrefix("/") ? "/proc" : "notes")",
            "路径")
    }

    @Test func `init makes the folders above the store, for its owner alone`() throws {
        let run = try yousu("--db", "new/deep/store.sqlite", "init")
        #expect(run.status == 0)
        #expect(run.stdout == "new/deep/store.sqlite\n")
        for (path, mode) in [("new/deep", 0o700), ("new/deep/store.sqlite", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
            #expect(attributes[.posixPermissions] as? Int == mode)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/new/deep") == ["store.sqlite"])
    }
}
