import Console
import Desk
import Glibc

struct CallCommand: Command {
    static let about = About("call", "来电", "来电：登记一件来电诉求，可当场答复或转交")
    static let examples = [
        "yousu call --kind 投诉 --category 物业服务 --district 城东区 --spot 样例小区 --content \"电梯停运两天\"",
        "yousu call --kind 咨询 --category 劳动社保 --content \"问社保卡怎么补办\" --direct \"带身份证到服务网点补办\"",
        "yousu call --kind 投诉 --category 供热 --district 城西区 --content \"暖气不热\" --to 城西区 --phone -",
        "yousu call --about 20240319000123 --content \"还没有人来修\"",
    ]

    let globals = Globals()
    let intake = IntakeOptions()
    @Option("channel", "渠道", "渠道；不写则为电话") var channel: String?
    let form = FormOptions()
    let recording = Recording()

    func run() throws {
        try recording.check()
        let request = try intake.request(channel: channel, at: recording.at)
        if try form.isWanted(for: request, intake) { return try form.run(request, globals, recording) }
        try recording.register(request, at: globals.desk())
    }
}

struct MessageCommand: Command {
    static let about = About("message", "留言", "留言：登记一件网民留言")
    static let examples = [
        "yousu message --channel 微信 --kind 建议 --category 公共交通 --content \"早高峰多发两班车\"",
        "yousu message --channel 市长信箱 --kind 求助 --category 供水 --district 湟中区 --content - < 留言.txt",
    ]

    let globals = Globals()
    @Option("channel", "渠道", "网络渠道，名称的一部分即可") var channel: String?
    let intake = IntakeOptions()
    let form = FormOptions()
    let recording = Recording()

    func run() throws {
        try recording.check()
        var request = try intake.request(channel: channel, at: recording.at)
        request.isMessage = true
        if try form.isWanted(for: request, intake) { return try form.run(request, globals, recording) }
        try recording.register(request, at: globals.desk())
    }
}

struct InvalidCommand: Command {
    static let about = About("invalid", "无效", "无效来电：骚扰、无声、错拨等，另行计数，不算诉求")
    static let examples = [
        "yousu invalid --reason 骚扰", "yousu invalid --reason 错拨 --phone - --content \"找修手机的\"",
    ]

    let globals = Globals()
    @Option("reason", "原因", "原因：骚扰、无声、错拨、无实质诉求") var reason: String?
    @Option("content", "文字", "说了什么") var content: String?
    @Option("phone", "电话", "来电号码；写 - 则从标准输入读一行") var phone: String?
    let recording = Recording()

    func run() throws {
        try recording.check()
        guard let reason else { throw DeskError.missing("--reason") }
        var input = Input()
        var request = IntakeRequest()
        request.phone = try input.line(phone, prompt: "电话")
        request.content = try input.rest(content, field: "--content")
        request.at = recording.at
        try recording.print([try globals.desk().recordInvalid(request, reason: reason)])
    }
}

extension Recording {
    /// Registers a contact and prints its number. Whoever sits at a terminal is then told what it may repeat.
    func register(_ request: IntakeRequest, at desk: Desk) throws {
        let receipt = try desk.record(request)
        try print([receipt])
        guard request.about == nil, Terminal.isTerminal(STDERR_FILENO) else { return }
        for similar in try desk.similar(to: request, besides: receipt.number, limit: 3) where similar.isLikely
        {
            Output.notice(Wording.words(.similar(similar, to: receipt.number)))
        }
    }
}
