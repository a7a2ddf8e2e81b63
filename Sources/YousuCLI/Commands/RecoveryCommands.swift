import CSV
import CaseStore
import Casework
import Console
import Desk
import Glibc
import Sealing

struct BackupCommand: Command {
    static let about = About("backup", "备份", "备份：把库写成一份副本，写完即核对；别人可以照常登记")
    static let examples = ["yousu backup /mnt/备份/12345.sqlite", "yousu backup --force 每日.sqlite"]

    let globals = Globals()
    @Argument("文件", "副本写到哪里，只有本人可读") var file: String
    @Flag("force", "替换已有的文件") var force: Bool

    func run() throws {
        let desk = try globals.desk()
        var progress = Console.Progress.onStandardError(started: .now)
        defer { progress.finish() }
        let (extent, lost) = try desk.backUp(to: file, replaces: force) {
            progress.update(done: $0, total: $1, label: "页", at: .now)
        }
        progress.finish()
        try Output.line(
            "已备份：工单 \(extent.cases)，诉求 \(extent.contacts)，事件 \(extent.events)，附件 \(extent.files)，\(file)")
        if extent.files > 0 { Output.notice("附件在 \(file).files 里，要和备份放在一起。") }
        Output.notice("密钥文件 \(globals.keys.path) 不在备份里，请另存一份。")
        guard !lost.isEmpty else { return }
        Output.notice("库里缺 \(lost.count) 个附件的文件，备份里也没有：\(Wording.attachments(lost))")
        throw Outcome(.data)
    }
}

struct RestoreCommand: Command {
    static let about = About("restore", "恢复", "恢复：用一份备份代替库；先核对备份，原来的库留在旁边")
    static let examples = ["yousu restore 每日.sqlite", "yousu restore --force /mnt/备份/12345.sqlite"]

    let globals = Globals()
    @Argument("文件", "备份") var file: String
    @Flag("force", "已有库也恢复，原来的库改名留下") var force: Bool
    @Flag("incomplete", "缺附件的文件也恢复") var incomplete: Bool

    func run() throws {
        var progress = Console.Progress.onStandardError(started: .now)
        defer { progress.finish() }
        let restored = try Recovery.restore(
            file, to: try globals.path(), replaces: force, allowsLosses: incomplete,
            keys: globals.keys, program: Yousu.version, actor: try globals.actor(), now: Globals.now,
            onMigration: { Output.notice(Wording.words(.migrated(copy: $0))) },
            progress: { progress.update(done: $1, total: $2, label: $0, at: .now) })
        progress.finish()
        try Output.line("已恢复：工单 \(restored.cases) 件。")
        if let kept = restored.kept { Output.notice("原来的库留在 \(kept)。") }
        guard !restored.lost.isEmpty else { return }
        Output.notice("缺 \(restored.lost.count) 个附件的文件：\(Wording.attachments(restored.lost))")
        throw Outcome(.data)
    }
}

struct RepairCommand: Command {
    static let about = About("repair", "抢救", "抢救：从损坏的库里读出还能读的记录，写成可以导入的 CSV，签发过的日报写在旁边")
    static let examples = ["yousu repair 抢救.csv", "yousu --db 坏库.sqlite repair --callers 抢救.csv"]

    let globals = Globals()
    @Argument("文件", "记录写到哪里，只有本人可读") var file: String
    @Flag("callers", "连诉求人的姓名和电话一起写，要有密钥") var callers: Bool

    func run() throws {
        let sink = try NewFile(file, dashIsOutput: false)
        var progress = Console.Progress.onStandardError(started: .now)
        defer { progress.finish() }
        let result = try Recovery.repair(
            try globals.path(), draft: "\(file).store-\(getpid())", showsCallers: callers, keys: globals.keys,
            actor: try globals.actor(), now: Globals.now,
            progress: { progress.update(done: 0, total: nil, label: $0, at: .now) },
            row: { try sink.write(CSVWriter.row($0)) })
        try sink.finish()
        progress.finish()
        try Output.line("写出 \(result.rows) 行：\(file)")
        if !result.bulletins.isEmpty {
            let published = "\(file).日报.txt"
            let texts = try NewFile(published, dashIsOutput: false)
            try texts.write(result.bulletins.joined(separator: "\n\n") + "\n")
            try texts.finish()
            try Output.line("写出签发过的日报 \(result.bulletins.count) 份：\(published)")
        }
        if !result.isRecorded { Output.notice("原来的库写不进去，没有记下这次导出诉求人，请另行登记。") }
        if result.files > 0 { Output.notice("附件 \(result.files) 个只写出记录，文件留在原来的库旁边。") }
        guard !result.losses.isEmpty else { return Output.notice("没有缺失。") }
        for words in Wording.words(result.losses, clock: result.clock) { Output.notice(words) }
        throw Outcome(.data)
    }
}
