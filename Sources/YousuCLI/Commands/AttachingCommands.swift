import CaseStore
import Casework
import Desk
import Glibc

struct AttachCommand: Command {
    static let about = About("attach", "附件", "附件：给工单附上照片、录音等文件，默认密封")
    static let examples = [
        "yousu attach 123 现场.jpg", "yousu attach 20240319000123 通话.wav 维修单.pdf",
        "yousu attach 123 --open 修好的电梯.jpg",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Arguments("文件", "要附上的文件，可写几个，每个最多 50 MB") var files: [String]
    @Flag("open", "不密封：看不出诉求人是谁的文件") var open: Bool
    let recording = Recording()

    func run() throws {
        try recording.check()
        let desk = try globals.desk()
        var request = AttachRequest(number: number)
        request.files = try files.map { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return (name, try WholeFile.read(path) { try Desk.check(size: $0, of: name) })
        }
        request.isOpen = open
        request.at = recording.at
        try recording.print([desk.attach(request)])
    }
}

struct AttachmentCommand: Command {
    static let about = About("attachment", "取附件", "取附件：把工单的附件写成文件；密封的先记下谁取的、为什么")
    static let examples = [
        "yousu attachment 123 1 --output 现场.jpg --reason 上门核实",
        "yousu attachment 20240319000123 2 --output 维修单.pdf",
    ]

    let globals = Globals()
    @Argument("工单号", "工单号") var number: String
    @Argument("序号", "第几个附件，见 yousu show") var place: String
    @Option("output", "文件", "写到哪里，只有本人可读；已有的文件不替换") var output: String?
    @Option("reason", "原因", "为什么要取；密封的要写") var reason: String?

    func run() throws {
        guard let output else { throw DeskError.missing("--output") }
        let desk = try globals.desk()
        let file = try NewFile(output)
        let (view, bytes) = try desk.attachment(number, place, reason: reason)
        try file.write(bytes)
        try file.finish()
        if view.state == .sealed {
            Output.notice("已记录：\(desk.actor.staff) 取出工单 \(view.event.caseNumber) 的附件 \(view.place)。")
        }
    }
}
