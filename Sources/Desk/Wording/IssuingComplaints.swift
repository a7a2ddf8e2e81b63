import Casework
import Reports

extension Wording {
    /// What is said where a bulletin is not issued, corrected, signed or explained.
    static func issuing(_ error: DeskError) -> Complaint {
        switch error {
        case .draft(let day, let obstacles):
            Complaint(
                .data, "\(day) 还不能签发\n" + obstacles.map(words).joined(separator: "\n"), "处理后再签发。")
        case .alreadyIssued(let day, let staff):
            Complaint(
                .refused, "\(day) 的日报已由“\(staff)”签发", "要更正，用 yousu bulletin correct \(day) --reason 原因。")
        case .notIssued(let day):
            Complaint(.notFound, "\(day) 的日报还没有签发", "先用 yousu bulletin issue \(day)。")
        case .nothingToCorrect(let day):
            Complaint(.refused, "\(day) 的日报与现在算出的一样，没有可更正的", "用 yousu bulletin diff \(day) 查看。")
        case .alreadyAsked(let day, let staff):
            Complaint(
                .refused, "\(day) 已由“\(staff)”提请签发", "请另一位编辑或督办员用 yousu bulletin approve \(day) 会签。")
        case .nothingToApprove(let day):
            Complaint(.notFound, "\(day) 没有待会签的日报", "用 yousu bulletin list 查看。")
        case .ownSignature(let day):
            Complaint(.refused, "\(day) 是您自己提请的，要另一人会签", "请另一位编辑或督办员会签。")
        case .changedSince(let day, let staff):
            Complaint(
                .data, "\(day) 的数字或文字在“\(staff)”提请以后变了", "用 yousu bulletin \(day) --draft 核对，再重新提请。")
        case .badEdition(let day): Complaint(.data, "\(day) 签发的日报读不出来", "运行 yousu verify 检查。")
        case .onlyFigures(let day):
            Complaint(.notFound, "\(day) 只有公布的数字，本库没有当天的诉求", "有明细就用 yousu import 导入。")
        case .nothingRecorded(let day):
            Complaint(.notFound, "\(day) 本库还没有诉求", "核对日期；以前的日报用 yousu bulletin read 读入。")
        default: complaint(error)
        }
    }

    /// What is said of an edited bulletin.
    static func complaint(_ error: DraftMistakes) -> Complaint {
        Complaint(
            .data, error.mistakes.prefix(8).map(words).joined(separator: "\n"),
            "数字不能改；每个热点只能改件数后面的文字。")
    }

    private static func words(_ mistake: DraftMistake) -> String {
        switch mistake {
        case .lines(let count, let right): "应有 \(right) 行，现有 \(count) 行"
        case .changed(let line, let right): "第 \(line) 行不能改，应为“\(right)”"
        case .changedFigure(let line, let right): "第 \(line) 行应以“\(right)”开头"
        case .count(let line, let count, let right):
            "第 \(line) 行的“\(count)”与算出的不符，"
                + (right.isEmpty ? "这一行没有别的件数" : "应为 \(list(right))")
        case .empty(let line): "第 \(line) 行件数后面是空的"
        }
    }

    /// Why a day of a published text was not taken, or what of it was not understood.
    public static func words(_ fault: PublishedDay.Fault) -> String {
        switch fault {
        case .nothing: "没有找到日报：要有日期和“来电诉求”"
        case .date(let text, let line): "第 \(line) 行：\(quoted(text)) 没有写年份，或没有这一天"
        case .missing(let figure, let line): "第 \(line) 行起：没有\(Terms.name(figure))"
        case .twice(let figure, let line): "第 \(line) 行：\(Terms.name(figure))写了两次"
        case .unreadable(let text, let line): "第 \(line) 行：\(quoted(text)) 看不懂"
        case .unknown(let text, let line): "第 \(line) 行：\(quoted(text)) 不是本市的渠道或分类，或不止一种读法"
        case .rank(let rank, let right, let line): "第 \(line) 行：热点序号是 \(rank)，应为 \(right)"
        case .repeated(let name, let line): "第 \(line) 行：热点“\(name)”写了两次"
        case .topics(let sum, let contacts, let line):
            "第 \(line) 行：到这一条，热点共 \(sum) 件，来电诉求和网民留言却只有 \(contacts) 件"
        case .split(let sum, let calls, let line):
            "第 \(line) 行：直接办理与转交共 \(sum) 件，来电诉求却是 \(calls) 件次"
        case .channels(let sum, let messages, let line):
            "第 \(line) 行：各渠道共 \(sum) 件，网民留言却是 \(messages) 件"
        }
    }
}

extension Terms {
    /// A figure as it is printed.
    public static func name(_ figure: PublishedFigure) -> String {
        switch figure {
        case .calls: "来电诉求"
        case .messages: "网民留言"
        case .direct: "直接办理"
        case .transferred: "转交责任单位办理"
        case .callbacks: "回访量"
        case .channel(let name): name
        case .topic(let rank): "热点 \(rank)"
        }
    }
}

extension Wording {
    /// What became of a day of a published text.
    public static func words(_ day: ReadBackDay, rehearsing: Bool) -> String {
        let date = day.published.day?.description ?? "日期不明的一天"
        return switch day.fate {
        case .taken: "\(date)：\(rehearsing ? "可以收" : "已收")"
        case .known: "\(date)：以前收过，数字一样"
        case .otherwise: "\(date)：没有收，以前收过，数字不同"
        case .own: "\(date)：没有收，本库有这一天的诉求"
        case .future: "\(date)：没有收，这一天还没有过完"
        case .unreadable: "\(date)：没有收"
        }
    }
}
