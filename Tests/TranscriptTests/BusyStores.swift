import Foundation
import Glibc
import Testing

/// Stores that may not or cannot be written to: protected, locked, no room.
final class BusyStores: Transcript {
    private static let call = [
        "call", "--kind", "投诉", "--category", "供水", "--content", "停水（编造）", "--at", "2024-03-19",
    ]

    @Test func `a store without permission to write is read but not written, also by root`() throws {
        try expectUnchanged {
            #expect(chmod("\(folder)/store.sqlite", 0o444) == 0)
            let run = try yousu(words: Self.call)
            expectRefusal(run, 74, saying: "\(folder)/store.sqlite", "只读", "什么也没有记下", "权限")
            #expect(try yousu("list").status == 0)
            #expect(try yousu("show", MadeUpDay.waiting).status == 0)
        }
    }

    @Test func `a store that another process writes to is busy after five seconds, but can be read`() throws {
        try expectUnchanged {
            let lock = open("\(folder)/store.sqlite.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            for command in [["list"], ["show", "3"], ["bulletin", "2024-03-19", "--draft"], ["verify"]] {
                #expect(try yousu(words: command).status == 0)
            }
            let start = ContinuousClock.now
            let run = try yousu(words: Self.call)
            let waited = ContinuousClock.now - start
            expectRefusal(run, 75, saying: "正忙", "什么也没有记下", "再试一次")
            #expect(waited > .seconds(4) && waited < .seconds(15))
        }
    }

    @Test func `who waits for a short while is served`() throws {
        let script = """
            (flock 9; sleep 1) 9>"$YOUSU_DB.lock" & sleep 0.3
            "$YOUSU" call --kind 投诉 --category 供水 --content 停水 --at 2024-03-19; status=$?; wait; exit $status
            """
        let run = try shell(script)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.number == "20240319000005")
    }

    @Test func `a limit on the size of files is an error, not a death`() throws {
        // In units of 512 bytes: less than a page of the write-ahead log.
        try expectUnchanged {
            let run = try shell(
                "ulimit -f 4; exec \"$YOUSU\" call --kind 投诉 --category 供水 --content 停水 --at 2024-03-19")
            expectRefusal(run, 74, saying: "\(folder)/store.sqlite", "什么也没有记下")
        }
    }

    @Test func `init under a limit on the size of files leaves nothing behind`() throws {
        let before = files
        let run = try shell("ulimit -f 40; exec \"$YOUSU\" --db small.sqlite init")
        expectRefusal(run, 74, saying: "small.sqlite")
        #expect(files == before)
    }

    @Test func `a full disk is an error and stores nothing`() throws {
        let room = "\(folder)/room"
        try FileManager.default.createDirectory(atPath: room, withIntermediateDirectories: false)
        guard try shell("mount -t tmpfs -o size=4m tmpfs room").status == 0 else {
            try Test.cancel("mounting a small tmpfs is not allowed here")
        }
        defer { _ = try? shell("umount room") }
        environment["YOUSU_DB"] = "\(room)/store.sqlite"
        #expect(try yousu("init").status == 0)
        try expectUnchanged {
            _ = try shell("dd if=/dev/zero of=room/ballast bs=1k 2>&1")
            let run = try yousu(words: Self.call)
            expectRefusal(run, 74, saying: "\(room)/store.sqlite", "什么也没有记下", "空间")
            unlink("\(room)/ballast")
        }
        #expect(try yousu(words: Self.call).status == 0)
    }

    @Test(arguments: [
        ["list"], ["list", "--format", "json"], ["list", "--format", "csv"], ["show", "3"],
        ["bulletin", "2024-03-19", "--draft"], ["export"], ["--help"], ["--version"], ["doctor"], ["verify"],
        ["--generate-completion-script", "bash"],
    ])
    func `output that cannot be written is an error`(command: [String]) throws {
        let run = try yousu(words: command, stdout: "/dev/full")
        #expect(run.status == 74)
        #expect(run.stderr.contains("错误：输出写不出去：磁盘已满\n腾出空间"))
        expectChinese(run.stderr)
    }

    @Test func `who stops reading early is no error`() throws {
        let run = try shell("\"$YOUSU\" --help | head -n 1")
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
    }
}
