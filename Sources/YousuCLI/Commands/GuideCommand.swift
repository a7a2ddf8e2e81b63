import Casework
import Console
import Desk
import Files
import Foundation
import Glibc

struct GuideCommand: Command {
    static let about = About("guide", "上手", "上手：在编造的库里走一天，一步一步学")
    static let examples = ["yousu guide"]

    func run() throws {
        guard Terminal.isTerminal(STDIN_FILENO), Terminal.isTerminal(STDOUT_FILENO) else {
            return try Output.write(Self.steps.map { "\($0.text)\n    \($0.line)\n" }.joined(separator: "\n"))
        }
        let folder = try Self.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try practise(in: folder)
        Output.notice("以下都在编造的库里进行，做什么都不要紧；走完就删掉。回车看下一步，输入 q 回车离开。\n")
        for (place, step) in Self.steps.enumerated() {
            Output.notice("【\(place + 1)/\(Self.steps.count)】\(step.text)\n    \(step.line)")
            guard let answer = readLine(), answer != "q" else { return }
            do {
                try Yousu.run(step.words)
            } catch let outcome as Outcome {
                Output.notice("（退出码 \(outcome.status)）")
            } catch {
                let complaint = Wording.complaint(error)
                Output.notice("错误：\(complaint.problem)\n\(complaint.remedy)")
            }
            Output.notice("")
        }
        Output.notice("走完了。真正用起来：yousu init 建库，yousu call 接第一个电话。每个命令加 --help 有例子。")
    }

    /// A step of the day: what it is about, and the command.
    private struct Step {
        let text: String
        let words: [String]

        init(_ text: String, _ words: String...) {
            self.text = text
            self.words = words
        }

        /// As it would be typed.
        var line: String {
            (["yousu"] + words.map { $0.contains(" ") || $0.isEmpty ? "\"\($0)\"" : $0 }).joined(
                separator: " ")
        }
    }

    private static let steps = [
        Step(
            "坐席接电话。单独打 yousu call 会一项一项问；也可以像这样一行写完。登记后只输出工单号。",
            "call", "--kind", "投诉", "--category", "电梯", "--district", "城东区", "--spot", "样例小区", "--phone",
            "13900000000", "--content", "电梯停了两天，老人下不了楼（编造）"),
        Step(
            "问得清楚、能当场答复的，直接办理。", "call", "--kind", "咨询", "--category", "供热", "--content", "问供暖到几号（编造）",
            "--direct", "到四月十五日（编造）"),
        Step("派单：看看待处置的。加 --watch 就留在屏幕上，一个键办一件事。", "queue", "dispatch"),
        Step("不写单位，程序按派单规则建议一个，什么也不会派出去。", "transfer", "1"),
        Step("转交责任单位办理。1 是今天的第 1 号。", "transfer", "1", "--to", "城东区"),
        Step("单位签收。", "sign", "1"),
        Step("查看这件工单和它的经过：期限怎么算的，现在可以做什么。", "show", "1"),
        Step(
            "单位答复：对外的话和内部记录分开写。", "reply", "1", "--public", "电梯已修好（编造）", "--internal",
            "更换接触器，已电话告知诉求人（编造）"),
        Step(
            "回访：响应、解决、满意。", "callback", "1", "--responded", "yes", "--resolved", "yes", "--satisfaction", "满意"
        ),
        Step("找一件事：两个字也查得到。", "find", "电梯", "--limit", "5"),
        Step("这一阵什么事突出。", "hot", "--days", "30", "--top", "5"),
        Step("昨天的日报。每个数字都能列出它所计的诉求：加 --explain 1、direct、transfer。", "bulletin", "--draft"),
    ]

    /// Makes a folder for its owner alone, under a name of chance.
    private static func makeFolder() throws -> String {
        let prefix = FileManager.default.temporaryDirectory.appending(path: "yousu-guide").path
        guard let path = Scratch.folder(prefix) else { throw NewFile.failure(prefix) }
        return path
    }

    /// Makes a store with made-up cases for this process alone.
    private func practise(in folder: String) throws {
        for (name, value) in [
            ("YOUSU_DB", "\(folder)/store.sqlite"), ("YOUSU_KEY", "\(folder)/key"), ("YOUSU_STAFF", "学员"),
            ("XDG_STATE_HOME", folder),
        ] {
            setenv(name, value, 1)
        }
        try Yousu.run(["init"])
        let today = try Globals().desk().settings().clock.day(of: Globals.now())
        let (first, last) = (today.advanced(by: -40), today.advanced(by: -1))
        try Yousu.run(["simulate", "--cases", "600", "--from", "\(first)", "--to", "\(last)"])
    }
}
