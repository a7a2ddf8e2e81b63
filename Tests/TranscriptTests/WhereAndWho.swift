import Foundation
import Testing

/// Which store, and under whose name.
final class WhereAndWho: Transcript {
    private func count(_ words: String...) throws -> Int? {
        try yousu(words: words + ["--format", "json"]).json["total"] as? Int
    }

    private func whoUrged(_ words: String...) throws -> String? {
        let run = try yousu(words: words)
        #expect(run.status == 0, "\(run.stderr)")
        let events =
            try yousu("show", MadeUpDay.waiting, "--format", "json").json["events"] as? [[String: Any]]
        return events?.last?["by"] as? String
    }

    @Test func `the store is named before or after the command, before the environment's`() throws {
        let empty = try emptyStore()
        #expect(try count("list") == 4)
        #expect(try count("--db", empty, "list") == 0)
        #expect(try count("--db=\(empty)", "list") == 0)
        #expect(try count("list", "--db", empty) == 0)
        #expect(try count("list", "--db=\(empty)") == 0)
    }

    @Test func `without --db and YOUSU_DB the store is in the data home`() throws {
        environment["YOUSU_DB"] = nil
        expectRefusal(try yousu("list"), 66, saying: "\(folder)/.local/share/yousu/yousu.sqlite")
        environment["YOUSU_DB"] = ""
        environment["XDG_DATA_HOME"] = "\(folder)/data"
        expectRefusal(try yousu("list"), 66, saying: "\(folder)/data/yousu/yousu.sqlite")
        #expect(try yousu("init").stdout == "\(folder)/data/yousu/yousu.sqlite\n")
        #expect(try count("list") == 0)
        // The specification wants relative paths ignored.
        environment["XDG_DATA_HOME"] = "data"
        expectRefusal(try yousu("list"), 66, saying: "\(folder)/.local/share/yousu/yousu.sqlite")
    }

    @Test func `an empty name of a store is refused`() throws {
        expectRefusal(try yousu("--db", "", "list"), 64, saying: "--db")
    }

    @Test func `who acts is named before or after the command, before the environment's`() throws {
        #expect(try whoUrged("urge", MadeUpDay.waiting) == "王一")
        #expect(try whoUrged("--as", "赵二", "urge", MadeUpDay.waiting) == "赵二")
        #expect(try whoUrged("--as=钱三", "urge", MadeUpDay.waiting) == "钱三")
        #expect(try whoUrged("urge", MadeUpDay.waiting, "--as", "孙四") == "孙四")
    }

    @Test func `without --as and YOUSU_STAFF it is the login name`() throws {
        environment["YOUSU_STAFF"] = nil
        let login = try shell("id -un").number
        #expect(try whoUrged("urge", MadeUpDay.waiting) == login)
    }

    @Test func `a name of blanks is refused`() throws {
        try expectUnchanged {
            expectRefusal(try yousu("urge", MadeUpDay.waiting, "--as", "  "), 64, saying: "--as 是空的")
        }
    }

    @Test func `a name that is too long is refused`() throws {
        try expectUnchanged {
            let run = try yousu("urge", MadeUpDay.waiting, "--as", String(repeating: "长", count: 101))
            expectRefusal(run, 64, saying: "--as 太长", "100")
        }
    }
}
