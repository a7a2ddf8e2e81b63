import CaseStore
import Casework
import Console
import Desk
import Reports
import Sealing

struct VerifyCommand: Command {
    static let about = About("verify", "核对", "核对：检查库文件，逐件核对现状与历史")
    static let examples = [
        "yousu verify", "yousu verify --search", "yousu verify --rebuild", "yousu verify --head > 链头.txt",
        "yousu verify --head \"$(cat 链头.txt)\"",
    ]

    let globals = Globals()
    @Flag("search", "连检索一起核对") var search: Bool
    @Flag("rebuild", "先重建检索，再连它一起核对；重建时不能登记") var rebuild: Bool
    @Flag("callers", "连诉求人信息一起核对，要有密钥") var callers: Bool
    @Flag("head", "后面不写则输出链头；写上另存的链头则核对它以前的历史没有改过") var head: Bool
    @OptionalArgument("链头", "yousu verify --head 输出过的一行，或其中的校验值") var line: String?

    func run() throws {
        let kept = try line.map { try KeptHead($0) }
        guard head || line == nil else { throw DeskError.missing("--head") }
        let desk = try globals.desk()
        if head, line == nil { return try Output.line(desk.chainHead()) }
        if rebuild {
            var progress = Console.Progress.onStandardError(started: .now)
            defer { progress.finish() }
            try desk.rebuildIndex { progress.update(done: $0, total: $1, label: "件", at: .now) }
        }
        var progress = Console.Progress.onStandardError(started: .now)
        defer { progress.finish() }
        let result = try desk.verify(search: search || rebuild, callers: callers, head: kept) {
            progress.update(done: $0, total: $1, label: "件", at: .now)
        }
        progress.finish()
        if result.strangers > 0 {
            Output.notice("附件文件夹里有 \(result.strangers) 个文件没有记录，可能是中断的登记或恢复以前的，不影响使用。")
        }
        guard result.findings.isEmpty else {
            for finding in result.findings.prefix(50) {
                Output.notice(Wording.words(finding, clock: result.clock))
            }
            throw DeskError.findings(result.findings)
        }
        let proven = kept == nil ? "" : "，链头以前没有改写"
        try Output.line("核对无误：工单 \(result.cases) 件，现状与历史一致\(proven)。")
    }
}

struct DoctorCommand: Command {
    static let about = About("doctor", "体检", "体检：版本、库的位置和大小、要留意的事")
    static let examples = ["yousu doctor", "yousu doctor --format json"]

    let globals = Globals()
    @Option("format", "格式", "table 或 json") var format: String?

    func run() throws {
        let format = try Format(format, among: [.table, .json])
        let result = try globals.desk().examine()
        if format == .json {
            try Output.line(json(result).text)
            return
        }
        let condition = result.condition
        let clock = result.settings.clock
        let backup = condition.lastBackupAt.map { clock.plain(Instant(seconds: $0)) } ?? "从未备份"
        let bug =
            result.hasResetBug ? "有 WAL 重置缺陷，已由写锁防护（同一时刻只有一个进程写入或归并日志）" : "没有 WAL 重置缺陷"
        try Output.write(
            """
            程序：yousu \(Yousu.version)
            SQLite：\(Store.sqliteVersion)，\(bug)
            库：\(result.path)
            结构：\(condition.schema)（由 yousu \(condition.program) 写成）
            大小：\(kilobytes(condition.size))，日志 \(kilobytes(condition.logSize))，磁盘剩余 \(kilobytes(condition.free))
            内容：工单 \(condition.cases)，诉求 \(condition.contacts)，事件 \(condition.events)
            写入：\(condition.isDurable ? "登记即落盘" : "没有按要求落盘，请联系维护人员")
            密钥：\(key(result.keys))
            配置：\(result.settings.name)，第 \(condition.configVersion) 版
            工作日历：\(result.calendarYears.map(String.init).joined(separator: "、"))
            最近备份：\(backup)

            """)
        for notice in result.notices { Output.notice("留意：" + Wording.words(notice)) }
    }

    private func key(_ state: KeyState) -> String {
        let words =
            switch Result(catching: { try globals.keys.keyring() }) {
            case .success(let ring):
                state.fingerprint.flatMap { ring.key($0) } == nil ? "不是这个库的密钥" : "可用"
            case .failure(let error): Wording.complaint(error).problem
            }
        let pending = state.older == 0 ? "" : "；更换密钥还差 \(state.older) 项，请再运行 yousu key rotate"
        return "\(globals.keys.path)，\(words)，已密封 \(state.current + state.older) 项\(pending)"
    }

    private func json(_ result: Examination) -> JSON {
        let condition = result.condition
        return .object([
            "schema": JSONShapes.schema, "program": .string(Yousu.version),
            "sqlite": .string(Store.sqliteVersion),
            "resetBug": .bool(result.hasResetBug), "store": .string(result.path),
            "storeSchema": .int(condition.schema), "size": .int(Int(condition.size)),
            "logSize": .int(Int(condition.logSize)), "free": .int(Int(condition.free)),
            "cases": .int(condition.cases), "contacts": .int(condition.contacts),
            "events": .int(condition.events),
            "durable": .bool(condition.isDurable), "key": .optional(result.keys.fingerprint.map(Hex.text)),
            "keyFile": .string(globals.keys.path),
            "sealed": .int(result.keys.current + result.keys.older), "city": .string(result.settings.name),
            "configVersion": .int(condition.configVersion),
            "calendarYears": .array(result.calendarYears.map { .int($0) }),
            "lastBackupAt": .optional(
                condition.lastBackupAt.map { result.settings.clock.iso(Instant(seconds: $0)) }),
            "notices": .array(result.notices.map { .string(Wording.words($0)) }),
        ])
    }

    private func kilobytes(_ bytes: Int64) -> String {
        bytes < 10 << 20 ? "\((bytes + 1023) / 1024) KB" : "\(bytes >> 20) MB"
    }
}
