import CaseStore
import Casework

extension Wording {
    /// The wording of what is wrong with what somebody asked for.
    static func complaint(_ error: DeskError) -> Complaint {
        switch error {
        case .missing(let option): Complaint(.usage, "缺少 \(option)", "补上 \(option) 再试；用法见 --help。")
        case .missingChoice(let option, let choices):
            Complaint(.usage, "缺少 \(option)", "可选：\(list(choices))。")
        case .excludes(let one, let other): Complaint(.usage, "\(one) 和 \(other) 不能同时用", "只留一个。")
        case .badTime(let text):
            Complaint(
                .usage, "时间 \(quoted(text)) 看不懂", "写法如 2024-03-19T10:00:00+08:00 或 \"2024-03-19 10:00\"。")
        case .badDay(let text): Complaint(.usage, "日期 \(quoted(text)) 看不懂或不存在", "写法如 2024-03-19。")
        case .badPeriod(let text):
            Complaint(.usage, "时段 \(quoted(text)) 看不懂或不存在", "写法如 2024-03、2024-W12、2024 或 2024-03-19。")
        case .notDispatched(let number):
            Complaint(.refused, "工单 \(number) 还没有转交，没有转办单", "先用 yousu transfer 转交。")
        case .noHoliday(let text):
            Complaint(.usage, "工作日历里查不到 \(quoted(text)) 放假的日子", "写明年份，如 2024春节；或用 yousu notice range 写起止日期。")
        case .future(let text): Complaint(.usage, "\(quoted(text)) 还没有到", "时间不能晚于现在。")
        case .badNumber(let text):
            Complaint(.usage, "\(quoted(text)) 不是工单号", "工单号是 14 位数字，如 20240319000123；今天的可只写序号，如 123。")
        case .noSuchRank(let rank, let count):
            Complaint(
                .notFound, "没有第 \(rank) 个问题，这样查只有 \(count) 个", "先用同样的条件运行 yousu issues 查看名次。")
        case .vagueIssue(let rank):
            Complaint(.refused, "第 \(rank) 个问题没有共同的地点，也没有共同的词，没法跟踪", "换一个问题。")
        case .noSuchTracked(let text):
            Complaint(.notFound, "没有专题 \(quoted(text))", "用 yousu tracked 查编号。")
        case .alreadyTracked(let id):
            Complaint(.refused, "这个问题已在专题 \(id) 里跟踪", "用 yousu tracked \(id) 查看。")
        case .trackingOver(let id):
            Complaint(.refused, "专题 \(id) 已经办结", "要再跟踪，用 yousu issues --track 重新立一个。")
        case .nothingToForget(let number):
            Complaint(
                .notFound, "工单 \(number) 没有诉求人信息，也没有密封的附件",
                "可能没有登记过，或已清除；用 yousu audit --number \(number) 查看。")
        case .noSuchAlert(let text):
            Complaint(.notFound, "没有警示 \(quoted(text))", "用 yousu alerts 查编号。")
        case .acknowledged(let text, let staff):
            Complaint(.refused, "警示 \(quoted(text)) 已由 \(quoted(staff)) 确认", "用 yousu alerts --days 30 查看。")
        case .noSuchArticle(let text):
            Complaint(.notFound, "没有知识 \(quoted(text))", "用 yousu knowledge find 或 list 查编号。")
        case .articleOver(let article): articleOver(article)
        case .dayOver(let text): Complaint(.usage, "\(quoted(text)) 已经过去", "写今天或以后的日期。")
        case .noSuchCase(let text): Complaint(.notFound, "没有工单 \(quoted(text))", "用 yousu list 查工单号。")
        case .beforeLast(let at, let last, let clock): beforeLast(at, last, clock: clock)
        case .notAllowed(let action, let roles):
            Complaint(.refused, "没有权限\(action)", "可以办的有：\(list(roles.map { Terms.name($0) }.sorted()))。")
        case .unknownStaff(let name):
            Complaint(.refused, "人员名单里没有 \(quoted(name))", "用 --as 写登记过的姓名，或请管理员 yousu staff add。")
        case .noSuchStaff(let name): Complaint(.notFound, "人员名单里没有 \(quoted(name))", "用 yousu staff list 查看。")
        case .disabledStaff(let name): Complaint(.refused, "\(quoted(name)) 已停用", "请管理员用 yousu staff add 恢复。")
        case .otherUnit(let action, let unit):
            Complaint(.refused, "这件工单由“\(unit)”承办，您不能\(Terms.name(action))", "请“\(unit)”或它的上级单位的承办人办。")
        case .notOwn(let unit): Complaint(.refused, "“\(unit)”不在您的单位之内", ownCasesOnly)
        case .notOwnCase(let unit): Complaint(.refused, "“\(unit)”不是这件工单的主办或协办单位", ownCasesOnly)
        case .notInvolved(let unit): Complaint(.refused, "“\(unit)”不是这件工单的主办或协办单位", "用 yousu show 查看承办单位。")
        case .sameUnit(let unit):
            Complaint(.refused, "“\(unit)”刚退了单，不能再改派给它", "改派别的单位；不同意退单用 review --reject。")
        case .notBelow(let unit, let above, let below):
            Complaint(
                .refused, "“\(unit)”不是“\(above)”的下级，不能下派",
                below.isEmpty ? "它没有下级单位；不归它管就退单（return）。" : "可以下派给：\(list(below))。")
        case .targetMerged(let number, let further):
            Complaint(.refused, "工单 \(number) 已并入 \(further)", "请并入 \(further)。")
        case .targetFollows(let number):
            Complaint(.refused, "工单 \(number) 已经并入这件工单", "不用再并；要换过来，先用 split 拆开 \(number)。")
        case .targetOver(let number):
            Complaint(.refused, "工单 \(number) 已经办完，在办的工单不能并进去", "请反过来并，或各办各的。")
        case .targetAside(let number): Complaint(.refused, "工单 \(number) 不是有效诉求，不能并入", "用 yousu show 查看。")
        case .hasFollowers(let action, let number, let merged):
            Complaint(
                .refused,
                "有工单并入了 \(number)，不能\(Terms.name(action))：\(list(merged.prefix(8).map(\.description)))",
                "先用 split 拆开。")
        case .lastAdministrator(let name):
            Complaint(.refused, "\(quoted(name)) 是最后一名管理员，不能停用或去掉这个角色", "先让别人当管理员。")
        case .namedTwice(let text): Complaint(.usage, "同一件工单写了两次：\(quoted(text))", "每件只写一次。")
        case .ambiguousNumber(let text, let numbers):
            Complaint(.usage, "有几件工单以 \(quoted(text)) 结尾：\(list(numbers.map(\.description)))", "请写完整的工单号。")
        case .unknownName(let entity, let text, let names):
            Complaint(
                .usage, "没有\(Terms.name(entity)) \(quoted(text))",
                choices(names, of: entity) + "可写名称、代码、名称的一部分或拼音首字母。")
        case .ambiguousName(let entity, let text, let fits):
            Complaint(.usage, "\(Terms.name(entity)) \(quoted(text)) 不止一个：\(list(fits))", "请写得更完整。")
        case .notOnline(let name): Complaint(.usage, "“\(name)”不是网络渠道", "来电请用 yousu call 登记。")
        case .badChoice(let field, let value, let choices):
            Complaint(.usage, "\(field) 不能是 \(quoted(value))", "可选：\(list(choices))。")
        case .badPhone(let text): Complaint(.usage, "\(quoted(text)) 不是电话号码", "写手机号、带区号的固定电话或 400 号码。")
        case .empty(let field): Complaint(.usage, "\(field) 是空的", "请写上内容。")
        case .tooLong(let field, let count, let limit):
            Complaint(
                .usage, "\(field) 太长：\(count > limit * 10 ? "超过 \(limit * 10)" : String(count)) 字",
                "最多 \(limit) 字。")
        case .tooManyBytes(let field, let count, let limit):
            Complaint(
                .usage, "\(field) 太长：\(count / 1000) KB 以上", "最多 \(Texts.limit) 字，不超过 \(limit / 1000) KB。")
        case .nulCharacter(let field): Complaint(.usage, "\(field) 里有空字符（NUL）", "去掉后再试。")
        case .withOtherUnit(let number, let unit):
            Complaint(.refused, "工单 \(number) 正由“\(unit)”办理", "追加的诉求会自动转给它，去掉 --to 即可。")
        case .noRule(let category):
            Complaint(.usage, "缺少 --to，派单规则里也没有“\(category)”该由谁办", "用 --to 写明承办单位。")
        case .noDistrict(let category):
            Complaint(
                .usage, "缺少 --to；“\(category)”由所在区县负责，而这件工单没有写区县",
                "用 --to 写明承办单位，或先用 amend --district 补上区县。")
        case .noDistrictForRule(let category):
            Complaint(
                .usage, "这件工单没有写区县，“\(category)”不能记成派单规则",
                "先用 amend --district 补上区县，或去掉 --make-rule。")
        case .knownExternalID(let id, let number):
            Complaint(.usage, "外部编号 \(quoted(id)) 已登记为 \(number)", "不用再登记；要追加诉求请用 --about。")
        case .nothingToFind: Complaint(.usage, "没有写要找的词", "至少写一个不带 - 的词。")
        case .searchTooLong(let count, let limit):
            Complaint(.usage, "要找的词太长：共 \(count) 字", "最多 \(limit) 字。")
        case .tooManyTerms(let count, let limit):
            Complaint(.usage, "要找的词有 \(count) 个", "最多 \(limit) 个；词里有空格的加引号。")
        case .emptyRange(let from, let to): Complaint(.usage, "\(from) 晚于 \(to)", "--from 要不晚于 --to。")
        case .categorySuggested(let guesses):
            Complaint(
                .usage,
                "缺少 --category；像是："
                    + guesses.map { "\($0.category.path)（\(Terms.percent($0.confidence))）" }.joined(
                        separator: "、"),
                "同意第一个就加上 --category \(guesses.first?.category.path ?? "")。")
        case .emptyFile(let name): Complaint(.data, "文件 \(quoted(name)) 是空的", "换一个有内容的文件。")
        case .fileTooLarge(let name, let bytes, let limit):
            Complaint(
                .data, "文件 \(quoted(name)) 太大：\(megabytes(Int64(bytes)))",
                "最多 \(megabytes(Int64(limit)))，请压缩或分开。")
        case .noSuchAttachment(let number, let place, let count):
            Complaint(
                .notFound, "工单 \(number) 没有附件 \(quoted(place))，\(count == 0 ? "一个也没有" : "共 \(count) 个")",
                "用 yousu show \(number) 查看。")
        case .attachmentErased(let number, let place):
            Complaint(
                .notFound, "工单 \(number) 的附件 \(place) 已清除", "不能恢复；用 yousu audit --number \(number) 查看是谁清除的。")
        case .attachmentAbsent(let number, let place):
            Complaint(.notFound, "工单 \(number) 的附件 \(place) 不在本库", "工单是从别的库导入的，请在原来的库里取。")
        case .attachmentLost(let number, let place):
            Complaint(.data, "工单 \(number) 的附件 \(place) 丢失或被改动过，取不出来", "运行 yousu verify 检查，从备份恢复。")
        case .copyLacksFiles(let path, let lost):
            Complaint(
                .data, "备份 \(path) 缺 \(lost.count) 个附件：\(attachments(lost))；没有恢复",
                "把 \(path).files 和备份放在一起再试；确实没有了就加 --incomplete。")
        case .nothingLearned: Complaint(.unavailable, "还没有学过分类", "先运行 yousu learn。")
        case .badModel(let version): Complaint(.data, "第 \(version) 版分类模型读不出来", "运行 yousu learn 重新学习。")
        case .tooFewToLearn(let needed):
            Complaint(.data, "没有哪个分类有 \(needed) 件以上给定分类的诉求，学不出来", "登记或导入带分类的诉求后再试。")
        case .oneCategoryToLearn(let name):
            Complaint(.data, "只有 \(name) 一个分类有足够的诉求，学不出来", "登记或导入别的分类的诉求后再试。")
        case .unitSuggested(let unit, let why):
            Complaint(.usage, "缺少 --to；建议转给：\(unit)（\(why)）", "同意就加上 --to \(unit)。")
        case .badFigure(let text, let choices):
            Complaint(
                .usage, "日报里没有数字 \(quoted(text))",
                "可选：\(list(choices + ["direct", "transfer", "callback", "渠道名称"]))。")
        case .draft, .alreadyIssued, .notIssued, .nothingToCorrect, .alreadyAsked, .nothingToApprove,
            .ownSignature, .changedSince, .badEdition, .onlyFigures, .nothingRecorded:
            issuing(error)
        case .fileExists(let path): Complaint(.cannotCreate, "已经有文件 \(path)", "换一个文件名，或先移走原来的文件。")
        case .file(let path, let reason): Complaint(.io, "文件 \(path) 读写失败：\(reason)", "检查路径、权限和磁盘空间。")
        case .noDirectory(let path): Complaint(.notFound, "没有文件夹 \(path)", "写城市配置所在的文件夹，如 config/xining。")
        case .missingColumn(let column):
            Complaint(
                .data, "表里没有列 \(column)", "用 --columns 对方列名=\(column) 指明，例如 --columns 留言时间=received_at。")
        case .badColumn(let column, let choices):
            Complaint(.usage, "没有列 \(quoted(column))", "可选：\(list(choices))。")
        case .badFile(let fault): complaint(fault)
        case .badCount(let field, let value, let least):
            Complaint(
                .usage, "\(field) 不能是 \(quoted(value))", least > 0 ? "写 \(least) 或更大的整数。" : "写不小于 0 的整数。")
        case .badCopy(let path, let count):
            Complaint(
                .data, "备份 \(path) 已损坏\(count.map { "，核对发现 \($0) 处不符" } ?? "")，没有恢复",
                "换一份备份；都不行就用 yousu repair 抢救。")
        case .badHead(let text):
            Complaint(.usage, "“\(text.prefix(100))”不是链头", "写 yousu verify --head 给出的那一行（加引号），或只写其中的校验值。")
        case .findings(let findings):
            Complaint(.data, "核对发现 \(findings.count) 处不符", "请先停止使用并备份库文件，再联系维护人员。")
        case .realCases:
            Complaint(
                .refused, "库里有不是模拟的工单，模拟的工单不能混进去",
                "另建一个库：yousu --db 练习.sqlite init，再用同样的 --db 模拟。")
        case .daysUsed(let from, let to):
            Complaint(.refused, "\(from) 至 \(to) 之间已有模拟的工单", "换没有工单的日期，或另建一个库。")
        case .seedUsed(let seed):
            Complaint(.refused, "这个库里已有种子 \(seed) 模拟的工单", "换一个 --seed，或另建一个库。")
        case .tooManyDays(let days, let most):
            Complaint(.usage, "\(days) 天太长", "最多 \(most) 天。")
        }
    }

    private static let ownCasesOnly = "承办人只看本单位和下级单位的工单。"

    private static func choices(_ words: [String], of entity: DirectoryEntity) -> String {
        guard !words.isEmpty else { return "" }
        return ([.kind, .channel, .leader].contains(entity) ? "可选：" : "相近的有：") + list(words) + "。"
    }

    private static func complaint(_ fault: DeskError.FileFault) -> Complaint {
        switch fault {
        case .encoding(let byte):
            Complaint(.data, "文件既不是 UTF-8 也不是 GB18030（第 \(byte + 1) 个字节起）", "另存为 UTF-8 再导入。")
        case .converterMissing:
            Complaint(.unavailable, "系统缺少 GB18030 转换组件", "安装 libc6 的 gconv 模块，或把文件另存为 UTF-8。")
        case .empty: Complaint(.data, "文件是空的，没有列名", "第一行要写列名。")
        case .headings(let line, let column):
            Complaint(.data, "列名行不是正确的 CSV：第 \(line) 行第 \(column) 个字", "检查引号和逗号。")
        }
    }
}
