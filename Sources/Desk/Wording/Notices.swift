import CSV
import CaseStore
import Casework
import Insight

extension Wording {
    /// The wording of a notice.
    public static func words(_ notice: Notice) -> String {
        switch notice {
        case .clockBehind(let seconds): "系统时钟比上一条记录早 \(span(seconds))，请校准时钟；记录仍按先后排列。"
        case .lateEntry(let number): "补录：\(number) 早于本工单已有的记录。"
        case .issuedBefore(let day):
            "提醒：\(day) 的日报已经签发，不会跟着变；用 yousu bulletin diff \(day) 查看差别。"
        case .deadlineOpen(let year): "\(year) 年的工作日历还没有，办结期限未定；导入日历后自动算出。"
        case .followUp(let number, let disposition): "已并入原工单，诉求号 \(number)，\(Terms.name(disposition))。"
        case .bureauMatter(let street, let bureau): "提醒：这类事项归“\(bureau)”，不要下推给“\(street)”。"
        case .disputed(let number): "回访未解决或不满意，工单 \(number) 转待复核，由督办员决定重办、挂账或说明办结。"
        case .unreachable(let number): "多次未接通，工单 \(number) 按未接通办结。"
        case .givenUp(let number): "多次未接通，诉求 \(number) 不再回访。"
        case .attempted(let count, let limit): "第 \(count) 次未接通；满 \(limit) 次按未接通办结。"
        case .notDrawn(let seed): "按抽样规则（种子 \(seed)）这件不回访，已办结。"
        case .rulingDue(let returns): "已有 \(returns) 个单位退单，须会商裁定（rule）。"
        case .lastCallForExtensions(let numbers, let second):
            "提醒：\(numbers.count) 件今天到期，要延期须在 \(time(second)) 前申请：\(several(numbers, of: numbers.count))"
        case .followedMerger(let number, let target): "工单 \(number) 已并入 \(target)，诉求记在那里。"
        case .sample(let seed, let transferred, let direct):
            "回访抽样：转交件 \(transferred)%，直接办理件 \(direct)%，种子 \(seed)。"
        case .migrated(let copy): "库已升级，原来的库留在 \(copy)。"
        case .dayNotOver(let day): "草稿：\(day) 还没有结束。"
        case .sumsOpen: "草稿：直接办理、转交与来电诉求对不上，请先核对。"
        case .awaitsSignature(let staff, let day, let number):
            "待签发：\(day) \(edition(number))由“\(staff)”提请，须另一人会签：yousu bulletin approve \(day)"
        case .historic(let day): "\(day) 是从公布的文本读入的，本库没有当天的诉求。"
        case .wordingOutdated(let topic): "草稿：“\(topic)”编辑过的文字里有件数与现在算出的不符，请用 yousu bulletin edit 改。"
        case .wordingUnused(let topic): "提醒：“\(topic)”不在热点里了，编辑过的文字没有用上。"
        case .computedChanged(let topic, let old, let new):
            "提醒：“\(topic)”的文字是编辑过的，算出的已由“\(old)”变为“\(new)”。"
        case .diskAlmostFull(let free): "磁盘只剩 \(megabytes(free))。"
        case .undisposed(let count, let numbers):
            "草稿：来电诉求还有 \(count) 件未处置" + (numbers.isEmpty ? "" : "：\(several(numbers, of: count))")
        case .nothingTransferred(let topic): "提醒：“\(topic)”没有一件转交，却写着“已及时联系”。"
        case .calendarEnds(let year): "\(year) 年的工作日历还没有，请用 yousu config apply 导入。"
        case .filesAbsent(let count): "附件 \(count) 个只有记录，文件还在原来的库里。"
        case .columnIgnored(let column): "不认识的列“\(column)”，没有导入。"
        case .similar(let similar, let number):
            "像是同一件事：\(similar.line.number) \([similar.line.spot, String(similar.line.title.prefix(20))].filter { !$0.isEmpty }.joined(separator: " "))（\(Terms.name(similar.line.stage))，相似 \(Terms.percent(similar.likeness.score))）。确认后运行：yousu merge \(number) --into \(similar.line.number)"
        case .alert(let raised):
            "警示 \(raised.id) \(alert(raised.alert))。请马上告知\(raised.alert.told.joined(separator: "、"))，办完用 yousu acknowledge \(raised.id) 确认。"
        case .unowned(let name): "“\(name)”是导入时新增的，还没有写明归谁管。"
        }
    }

    /// An alert in a few words: 燃气：“漏气”.
    public static func alert(_ alert: Alert) -> String {
        "\(alert.rule)：\(reason(alert))"
    }

    /// Why an alert was raised.
    public static func reason(_ alert: Alert) -> String {
        switch alert.reason {
        case .words(let words):
            distinct(words).map { $0.isNegated ? "没有“\($0.word)”" : "“\($0.word)”" }.joined(separator: "、")
        case .repeated(let callers, let contacts):
            "\(callers) 人反映同一处的同类问题，如 \(contacts.prefix(3).map(\.description).joined(separator: "、"))"
        }
    }

    private static func distinct(_ words: [FoundWord]) -> [FoundWord] {
        var known: Set<FoundWord> = []
        return words.filter { known.insert($0).inserted }
    }

    /// The first twenty numbers of so many.
    private static func several(_ numbers: [some CustomStringConvertible], of count: Int) -> String {
        list(numbers.prefix(20).map(\.description)) + (count > 20 ? "……" : "")
    }

    /// A stretch of time in its largest unit.
    private static func span(_ seconds: Int64) -> String {
        let units: [(length: Int64, name: String)] = [(86_400, "天"), (3600, "小时"), (60, "分钟")]
        let unit = units.first { seconds >= $0.length } ?? (1, "秒")
        return "\(seconds / unit.length) \(unit.name)"
    }

    /// An attachment by its number.
    private static func attachment(_ number: AttachmentNumber) -> String {
        "工单 \(number.caseNumber) 附件 \(number.place)"
    }

    /// The first of several attachments.
    public static func attachments(_ numbers: [AttachmentNumber]) -> String {
        list(numbers.prefix(5).map(attachment)) + (numbers.count > 5 ? "……" : "")
    }

    /// A second of the day as a time: 17:00.
    static func time(_ second: Int64) -> String {
        let (hour, minute) = (second / 3600, second / 60 % 60)
        return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// Why a row was not taken.
    public static func words(_ fault: RowFault) -> String {
        switch fault {
        case .csv(let error): words(error)
        case .missing(let column): "\(column.rawValue) 是空的"
        case .bad(let column, let value): "\(column.rawValue) 不能是“\(value.prefix(60))”"
        case .unknownName(let column, let value): "\(column.rawValue) 没有“\(value.prefix(60))”"
        case .ambiguousName(let column, let value):
            "\(column.rawValue) “\(value.prefix(60))”不止一个，请写代码或全名"
        case .future(let column, let value): "\(column.rawValue) “\(value)”还没有到"
        case .beforeReceipt(let column, let value): "\(column.rawValue) “\(value)”早于受理时间"
        case .unknownContact(let value): "没有关联的诉求“\(value.prefix(60))”"
        case .caseAside(let number): "工单 \(number) 已作废或是无效来电，不能追加诉求"
        case .earlierStepMissing: "前一步没有收，这一步也不能收"
        case .otherHistory: "本库里这件工单的经过已经不同"
        case .knownElsewhere(let id): "外部编号“\(id.prefix(60))”已在别的工单里"
        case .contradiction: "与已有的记录矛盾"
        case .noUnit: "转交没有承办单位，派单规则里也没有"
        case .tooLong(let column, let count, let limit):
            "\(column.rawValue) 有 \(count) 字，最多 \(limit) 字，请分开或删减后再导入"
        }
    }

    private static func words(_ error: CSVError) -> String {
        switch error {
        case .textAfterQuote(let place): "第 \(place.column) 个字：引号后面还有文字"
        case .quoteInPlainCell(let place): "第 \(place.column) 个字：没加引号的单元格里有引号"
        case .unterminatedQuote(let place): "第 \(place.column) 个字的引号没有配对"
        case .invalidUTF8(let place, _): "第 \(place.column) 个字：不是正确的 UTF-8"
        case .nul(let place): "第 \(place.column) 个字：有空字符（NUL）"
        case .recordTooLong(_, let limit): "一行超过 \(limit / 1024) KB，请分开或删减后再导入"
        }
    }

    /// What could not be saved of a damaged store.
    public static func words(_ losses: Losses, clock: CityClock) -> [String] {
        var words = losses.gaps.sorted { $0.key < $1.key }.map { "表 \($0.key) 有 \($0.value) 处读不出" }
        if losses.contacts > 0 { words.append("诉求缺 \(losses.contacts) 条") }
        if losses.events > 0 { words.append("事件缺 \(losses.events) 条") }
        if losses.names > 0 { words.append("\(losses.names) 个名称（渠道、分类、单位等）读不出，记录里留空，单位写作“未记录”加编号") }
        if losses.registrations > 0 { words.append("\(losses.registrations) 条诉求的登记经过缺失，按受理时间补记，未处置") }
        if !losses.cases.isEmpty {
            words.append("\(losses.cases.count) 件工单没有写出：\(several(losses.cases, of: losses.cases.count))")
        }
        if !losses.files.isEmpty {
            words.append("附件的文件缺 \(losses.files.count) 个：\(attachments(losses.files))")
        }
        return words + losses.changed.prefix(50).map { self.words($0, clock: clock) }
            + (losses.changed.count > 50 ? ["……还有 \(losses.changed.count - 50) 处被改动过"] : [])
    }

    /// What is not as it must be in a store.
    public static func words(_ finding: Finding, clock: CityClock) -> String {
        switch finding {
        case .damage(let words): "库文件损坏：\(words)"
        case .brokenReference(let table, let count): "表 \(table) 有 \(count) 处引用失效"
        case .search: "检索和文字对不上，运行 yousu verify --rebuild 重建"
        case .projection(let number): "工单 \(number) 的现状与历史不符"
        case .dayCount(let day): "\(day) 的每日件数与工单不符"
        case .configuration(let version): "配置第 \(version) 版与启用时不符"
        case .disclosures(let entry): "查看记录从第 \(entry) 条起与校验链不符：这一条，或它前面的，被改动或删去过"
        case .contact(let number): "诉求 \(number) 的内容或工单来源与登记时不符"
        case .empty(let number): "工单 \(number) 没有历史"
        case .chain(let event, let number, let moment):
            "历史从第 \(event) 条起与校验链不符：工单 \(number?.description ?? "？") \(clock.plain(moment)) 这一条，或它前面的，被改动过"
        case .original(let number): "工单 \(number) 遮盖前的原文打不开，或者不见了"
        case .caller(let contact): "诉求 \(contact) 的诉求人信息与登记时不符"
        case .attachment(let number, let isThere):
            "\(attachment(number)) 的文件\(isThere ? "被改动过" : "不见了")"
        case .bulletin(let day, let number, let fault):
            "\(day) \(edition(number))\(words(fault))"
        case .historicDay(let day): "\(day) 读入的日报与读入时不符"
        case .rewritten(let event):
            "\(event.map { "历史第 \($0) 条" } ?? "历史")与另存的链头不符：以前的历史被改写或删去过"
        }
    }

    /// 日报 or the number of its correction.
    static func edition(_ number: Int) -> String {
        number == 0 ? "日报" : "更正第\(number)号"
    }

    private static func words(_ fault: Finding.BulletinFault) -> String {
        switch fault {
        case .content: "与签发时不符"
        case .head: "签发时的历史不在校验链里：以前的历史被改写或删去过"
        case .figures: "的数字与签发时计入的诉求对不上"
        }
    }
}
