import CaseStore
import Casework
import Console
import Desk
import Glibc
import Reports
import Sealing

/// Options that every command takes.
struct Globals {
    @Option("db", "文件", "库文件；不写则用 YOUSU_DB 或默认位置") var db: String?

    @Option("as", "姓名", "以谁的名义；不写则用 YOUSU_STAFF 或登录名") var staff: String?

    /// Where the store is.
    func path() throws -> String {
        if let db {
            guard !db.isEmpty else { throw UsageComplaint.missingValue("--db") }
            return db
        }
        let environment = ProcessEnvironment.current()
        if let path = environment["YOUSU_DB"], !path.isEmpty { return path }
        return "\(Self.base("XDG_DATA_HOME", ".local/share", environment))/yousu/yousu.sqlite"
    }

    /// The file with the keys to callers.
    var keys: KeyFile {
        let environment = ProcessEnvironment.current()
        if let path = environment["YOUSU_KEY"], !path.isEmpty { return KeyFile(path: path) }
        return KeyFile(path: "\(Self.base("XDG_CONFIG_HOME", ".config", environment))/yousu/key")
    }

    /// Where intakes are kept that were left before they were registered.
    func drafts() throws -> Drafts {
        let environment = ProcessEnvironment.current()
        return Drafts(
            folder: "\(Self.base("XDG_STATE_HOME", ".local/state", environment))/yousu/drafts",
            store: try path(), staff: try actor().staff, keys: keys)
    }

    /// A folder of the XDG base directories.
    private static func base(_ variable: String, _ usual: String, _ environment: [String: String]) -> String {
        environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? "\(environment["HOME"] ?? ".")/\(usual)"
    }

    /// Who acts.
    func actor() throws -> Actor {
        let environment = ProcessEnvironment.current()
        let login = getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
        let given = environment["YOUSU_STAFF"].flatMap { $0.isEmpty ? nil : $0 }
        let name = staff ?? given ?? login ?? environment["USER"] ?? ""
        let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !trimmed.isEmpty else { throw DeskError.empty("--as") }
        guard trimmed.count <= 100 else { throw DeskError.tooLong("--as", count: trimmed.count, limit: 100) }
        return Actor(staff: trimmed)
    }

    /// The desk at which the command works.
    func desk() throws -> Desk {
        let store = try Store(path: try path(), program: Yousu.version, keys: keys) {
            Output.notice(Wording.words(.migrated(copy: $0)))
        }
        // Never closed: the process ends with its command, and the system lets go of the file in no time.
        _ = Unmanaged.passRetained(store)
        return Desk(store: store, actor: try actor(), now: Globals.now)
    }

    /// The system's clock, the only one in the program.
    @Sendable static func now() -> Instant {
        Instant(seconds: Int64(time(nil)))
    }
}

/// How a recording command answers.
struct Recording {
    @Option("at", "时间", "什么时候发生的；补录时用，不能晚于现在") var at: String?

    @Option("format", "格式", "写 json 则输出一个 JSON 对象，否则只输出工单号") var format: String?

    private static let formats: [Format] = [.table, .json]

    /// Prints what was recorded.
    func print(_ receipts: [Receipt]) throws {
        let format = try Format(format, among: Self.formats)
        for receipt in receipts {
            try Output.line(format == .json ? JSONShapes.receipt(receipt).text : receipt.number.description)
            for notice in receipt.notices { Output.notice(Wording.words(notice)) }
        }
    }

    /// Refuses a wrong format before anything is recorded.
    func check() throws {
        _ = try Format(format, among: Self.formats)
    }
}
