import Foundation
import Glibc
import Testing

/// Backups, restoring, saving what can be saved, and the newest link of the history kept elsewhere.
final class Keeping: Transcript {
    @Test func `a backup is told, noted and complete`() throws {
        #expect(try yousu("doctor").stdout.contains("最近备份：从未备份"))
        let run = try yousu("backup", "每日.sqlite")
        #expect(run.status == 0)
        #expect(run.stdout.hasPrefix("已备份：工单 "))
        #expect(run.stderr.contains("密钥文件"))
        expectChinese(run.stdout)
        #expect(try !yousu("doctor").stdout.contains("从未备份"))
        #expect(try yousu("--db", "每日.sqlite", "export").stdout == yousu("export").stdout)
        expectRefusal(try yousu("备份", "每日.sqlite"), 73, saying: "每日.sqlite", "--force")
        #expect(try yousu("备份", "--force", "每日.sqlite").status == 0)
        #expect(!files.contains { $0.contains(".new-") })
    }

    @Test func `a backup goes through while another process records`() throws {
        let run = try shell(
            """
            (for i in 1 2 3 4 5 6; do
                "$YOUSU" call --kind 投诉 --category 供水 --content 停水 --at 2024-03-19 > /dev/null || exit 9
            done) & "$YOUSU" backup a.sqlite && "$YOUSU" backup b.sqlite; status=$?; wait $!; exit $((status + $?))
            """)
        #expect(run.status == 0, "\(run.stderr)")
        for name in ["a.sqlite", "b.sqlite"] { #expect(try yousu("--db", name, "verify").status == 0) }
        #expect(try yousu("verify").status == 0)
    }

    @Test func `a backup that is killed leaves the old file`() throws {
        #expect(try yousu("backup", "a.sqlite").status == 0)
        let before = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.sqlite"))
        // At several moments; one that is done already has replaced the file by a whole one.
        for wait in ["0.01", "0.03", "0.06"] {
            _ = try shell(
                "\"$YOUSU\" backup --force a.sqlite > /dev/null 2>&1 & sleep \(wait); kill -9 $!; wait; true")
            let now = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.sqlite"))
            if now != before { #expect(try yousu("--db", "a.sqlite", "verify").status == 0) }
        }
    }

    @Test func `restoring refuses to replace, keeps what was there, and waits for nobody`() throws {
        #expect(try yousu("backup", "a.sqlite").status == 0)
        let listed = try yousu("list").stdout
        #expect(
            try yousu("call", "--kind", "投诉", "--category", "供水", "--content", "停水", "--at", "2024-03-19")
                .status == 0)
        let later = try yousu("list").stdout
        expectRefusal(try yousu("restore", "a.sqlite"), 73, saying: "store.sqlite", "--force")
        #expect(try yousu("list").stdout == later)
        let lock = open("\(folder)/store.sqlite.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        expectRefusal(try yousu("restore", "--force", "a.sqlite"), 75, saying: "正忙")
        close(lock)
        #expect(try yousu("list").stdout == later)
        let run = try yousu("恢复", "--force", "a.sqlite")
        #expect(run.status == 0)
        #expect(run.stdout.hasPrefix("已恢复：工单 "))
        #expect(try yousu("list").stdout == listed)
        let kept = try #require(files.first { $0.hasPrefix("store.sqlite.before-") && $0.hasSuffix("Z") })
        #expect(run.stderr.contains(kept))
        #expect(try yousu("--db", kept, "list").stdout == later)
    }

    @Test func `what is no sound copy is refused with 65 and nothing is changed`() throws {
        #expect(try yousu("backup", "a.sqlite").status == 0)
        let listed = try yousu("list").stdout
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.sqlite")))
        let place = try #require(Data(bytes).range(of: Data("门口停满了车（编造）".utf8))?.lowerBound)
        bytes[place + 2] ^= 1
        try write(bytes: bytes, to: "flipped.sqlite")
        expectRefusal(
            try yousu("restore", "--force", "flipped.sqlite"), 65, saying: "flipped.sqlite", "没有恢复")
        try write("这不是库文件\n", to: "notes.txt")
        expectRefusal(try yousu("restore", "--force", "notes.txt"), 65, saying: "notes.txt", "不是 yousu 的库文件")
        expectRefusal(try yousu("restore", "--force", "nowhere"), 66, saying: "nowhere")
        #expect(try yousu("list").stdout == listed)
        #expect(!files.contains { $0.contains(".new-") || $0.contains(".before-") })
    }

    @Test func `the newest link is printed and proves later that nothing was rewritten`() throws {
        let run = try yousu("verify", "--head")
        #expect(run.lines.count == 1)
        #expect(run.number.wholeMatch(of: /[0-9]+ [0-9T:+-]+ [0-9a-f]{64}/) != nil)
        let hash = String(run.number.suffix(64))
        #expect(try yousu("verify", "--head", run.number).stdout.contains("链头以前没有改写"))
        #expect(try yousu("verify", "--head", hash).status == 0)
        let other = String(hash.reversed())
        let refused = try yousu("verify", "--head", other)
        #expect(refused.status == 65)
        #expect(refused.stderr.contains("链头不符"))
        expectRefusal(try yousu("verify", "--head", "x"), 64, saying: "不是链头")
        expectRefusal(try yousu("verify", run.number), 64, saying: "--head")
    }

    @Test func `a file is written whole where nobody listens`() throws {
        let run = try shell("\"$YOUSU\" repair all.csv >&- 2>&- <&- && head -n 1 all.csv")
        #expect(run.status == 0)
        #expect(run.stdout.hasPrefix("record,"))
        #expect(!files.contains { $0.contains(".new-") })
    }

    @Test func `repair writes what can be imported and says with 65 that something is lost`() throws {
        let run = try yousu("抢救", "all.csv")
        #expect(run.status == 0)
        #expect(run.stderr.contains("没有缺失"))
        let path = try emptyStore()
        #expect(try yousu("--db", path, "import", "all.csv").status == 0)
        expectRefusal(try yousu("repair", "all.csv"), 73, saying: "all.csv")

        #expect(try yousu("backup", "a.sqlite").status == 0)
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.sqlite")))
        let place = try #require(Data(bytes).range(of: Data("门口停满了车（编造）".utf8))?.lowerBound)
        let page = place / 4096 * 4096
        bytes.replaceSubrange(page..<page + 4096, with: [UInt8](repeating: 0xA5, count: 4096))
        try write(bytes: bytes, to: "broken.sqlite")
        let saved = try yousu("--db", "broken.sqlite", "repair", "rest.csv")
        #expect(saved.status == 65)
        #expect(saved.stderr.contains("表 "))
        expectChinese(saved.stderr)
        #expect(!files.contains { $0.contains(".store-") })
    }
}
