import Casework
import Desk
import Reports
import Sealing

struct HandoverCommand: Command {
    static let about = About("handover", "交班", "交班：这一班接了什么，还有什么没办，给下一班留话")
    static let examples = [
        "yousu handover", "yousu handover --note \"样例小区停水，水务局说晚上来水，再有来电先答复\"",
        "yousu handover --since \"2024-03-19 08:00\" --as-of \"2024-03-19 20:00\"",
    ]

    let globals = Globals()
    @Option("since", "时间", "这一班从什么时候起；不写则从本人上次交班起，最多 24 小时") var since: String?
    @Option("note", "文字", "给下一班留的话；写了就交班") var note: String?
    @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
    @Option("format", "格式", "table 或 json") var format: String?

    func run() throws {
        let format = try Format(format, among: [.table, .json])
        var request = HandoverRequest()
        request.since = since
        request.note = note
        request.asOf = asOf
        let desk = try globals.desk()
        let clock = try desk.settings().clock
        let drafts = try asOf == nil ? drafts() : nil
        let shift = try desk.handOver(request)
        if format == .json {
            try Output.line(JSONShapes.shift(shift, drafts: drafts, clock: clock).text)
        } else {
            try Output.show(
                ShiftPage(shift: shift, drafts: drafts, clock: clock, style: Output.style).text)
        }
        if note != nil { Output.notice("已交班，留的话下一班运行 yousu handover 就能看到。") }
    }

    /// Drafts lie outside the store, as they are now; without the key to them nothing is known of them.
    private func drafts() throws -> [IntakeRequest]? {
        do {
            return try globals.drafts().all().map(\.request)
        } catch SealingError.missing {
            return nil
        } catch let error as SealingError {
            Output.notice("没有看草稿：\(Wording.complaint(error).problem)")
            return nil
        }
    }
}
