import Testing

/// The help pages, the Chinese names of the commands, the version and the completion scripts.
final class HelpPages: Transcript {
    private static let aliases = [
        "init": "建库", "config": "配置", "call": "来电", "message": "留言", "invalid": "无效", "urge": "催办",
        "direct": "直办", "transfer": "转交", "sign": "签收", "reply": "答复", "callback": "回访", "amend": "更正",
        "void": "作废", "show": "查看", "list": "列表", "bulletin": "日报", "bulletin issue": "日报 签发",
        "bulletin approve": "日报 会签",
        "bulletin correct": "日报 更正", "bulletin diff": "日报 比对", "bulletin list": "日报 清单",
        "bulletin edit": "日报 编辑", "bulletin read": "日报 读入", "notice": "通报", "notice week": "通报 周",
        "notice month": "通报 月", "notice holiday": "通报 假期", "notice range": "通报 区间", "slip": "打印单",
        "import": "导入", "simulate": "模拟",
        "export": "导出",
        "verify": "核对", "backup": "备份", "restore": "恢复", "repair": "抢救", "doctor": "体检", "guide": "上手",
        "staff": "人员",
        "staff add": "人员 登记", "staff list": "人员 名单",
        "staff disable": "人员 停用", "relay": "转紧急", "refuse": "不受理", "pass": "下派", "return": "退单",
        "extend": "延期", "review": "审核", "rule": "会商", "suspend": "挂账", "strike": "销号", "rework": "重办",
        "close": "办结", "supervise": "督办", "withdraw": "撤诉", "exclude": "甄别", "merge": "并单",
        "split": "拆单", "rates": "三率", "ranking": "排名", "queue": "待办", "find": "查找", "hot": "热点",
        "issues": "问题", "repeats": "重复", "tracked": "专题", "decide": "决定", "alerts": "警示",
        "attach": "附件", "attachment": "取附件",
        "acknowledge": "知悉", "reveal": "实名", "forget": "清除", "audit": "查阅", "key": "密钥",
        "key rotate": "密钥 更换", "learn": "学习", "config check": "配置 检查",
        "config apply": "配置 启用",
        "config show": "配置 查看", "knowledge": "知识", "knowledge add": "知识 登记",
        "knowledge find": "知识 查找", "knowledge list": "知识 列表", "knowledge retire": "知识 停用",
        "handover": "交班",
    ]

    @Test func `the first page names every command in both languages`() throws {
        for words in [[], ["--help"], ["-h"], ["help"]] {
            let run = try yousu(words: words)
            #expect(run.status == 0)
            #expect(run.stderr.isEmpty)
            expectChinese(run.stdout)
            for (name, alias) in Self.aliases where !name.contains(" ") {
                #expect(run.stdout.contains("  \(name)、\(alias) "))
            }
        }
    }

    @Test(arguments: aliases) func `each command has a Chinese page with an example, under both names`(
        name: String, alias: String
    ) throws {
        let page = try yousu(words: name.split(separator: " ").map(String.init) + ["--help"])
        #expect(page.status == 0)
        #expect(page.stderr.isEmpty)
        #expect(page.stdout.contains("用法：yousu \(name)"))
        #expect(page.stdout.contains("例子：\n  yousu \(name.split(separator: " ")[0])"))
        expectChinese(page.stdout)
        let words = alias.split(separator: " ").map(String.init)
        #expect(try yousu(words: words + ["-h"]).stdout == page.stdout)
        #expect(try yousu(words: ["help"] + words).stdout == page.stdout)
    }

    @Test func `the pages of this test are all that there are`() throws {
        let listed = try yousu("--help").lines.filter { $0.hasPrefix("  ") && $0.contains("、") }
        #expect(listed.count == Self.aliases.keys.filter { !$0.contains(" ") }.count)
    }

    @Test func `the Chinese names do the work`() throws {
        let number = try yousu(
            "来电", "--kind", "投诉", "--category", "供水", "--content", "停水", "--at", "2024-03-19"
        ).number
        #expect(number == "20240319000005")
        for command in [
            ["转交", number, "--to", "城东区"], ["签收", number], ["催办", number],
            ["答复", number, "--public", "已修好", "--internal", "电话告知"],
            ["回访", number, "--unreachable"], ["更正", number, "--category", "供热", "--reason", "选错"],
            ["作废", number, "--reason", "重复"], ["查看", number], ["列表"], ["日报", "2024-03-19", "--draft"], ["核对"],
            ["体检"], ["导出"], ["配置", "查看"], ["直办", MadeUpDay.waiting, "--reply", "已告知"],
            ["留言", "--channel", "微信", "--kind", "建议", "--category", "公共交通", "--content", "加车"],
            ["无效", "--reason", "骚扰"],
        ] {
            let run = try yousu(words: command)
            #expect(run.status == 0, "\(command): \(run.stderr)")
        }
    }

    @Test func `the version tells the program, the library and the schema`() throws {
        let run = try yousu("--version")
        #expect(run.status == 0)
        #expect(run.stdout.wholeMatch(of: /yousu \d+\.\d+\.\d+（SQLite \d+\.\d+\.\d+，库结构 \d+）\n/) != nil)
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `there is a completion script`(shell: String) throws {
        let run = try yousu("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        #expect(run.stdout.contains("--complete"))
        guard shell == "bash" else { return }
        let check = try self.shell("bash -n", stdin: run.stdout)
        #expect(check.status == 0)
        #expect(check.stderr.isEmpty)
    }

    @Test(arguments: [
        (["bulle"], ["bulletin"]), (["日"], ["日报"]),
        (["config", ""], ["check", "检查", "apply", "启用", "show", "查看"]),
        (["来电", "--co"], ["--community", "--content", "--confidential"]),
        (["staff", "add", "--r"], ["--role"]),
        (["call", "--kind", "--co"], []), (["call", "x"], []), (["xyzzy", ""], []),
    ])
    func `what could stand next is told`(words: [String], candidates: [String]) throws {
        let run = try yousu(words: ["--complete"] + words)
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        #expect(run.lines == candidates)
    }

    @Test func `bash completes a command and an option`() throws {
        let script = """
            PATH="$(dirname "$YOUSU"):$PATH"; eval "$(yousu --generate-completion-script bash)"
            COMP_WORDS=(yousu bulle); COMP_CWORD=1; _yousu; echo "${COMPREPLY[@]}"
            COMP_WORDS=(yousu list --st); COMP_CWORD=2; _yousu; echo "${COMPREPLY[@]}"
            """
        let run = try shell("bash", stdin: script)
        #expect(run.lines == ["bulletin", "--street --stage"])
    }

    @Test func `bash completes what the store holds as text, and runs nothing of it`() throws {
        let unit = "$(touch${IFS}PWNED)局"
        let table =
            "received_at,channel,content,disposition,unit\n2024-03-20 08:00,电话,停水（编造）,transfer,\(unit)\n"
        #expect(try yousu("import", "-", "--new-names", "add", stdin: table).status == 0)
        let script = """
            PATH="$(dirname "$YOUSU"):$PATH"; eval "$(yousu --generate-completion-script bash)"
            COMP_WORDS=(yousu transfer 1 --to '$('); COMP_CWORD=4; _yousu
            eval "word=${COMPREPLY[0]}"; echo "$word"
            """
        let run = try shell("bash", stdin: script)
        #expect(run.lines == [unit])
        #expect(!files.contains("PWNED"))
    }

    @Test(arguments: [
        (["queue", "--watch", "--help"], "queue"), (["verify", "--head", "-h"], "verify"),
        (["staff", "--as", "甲", "--help"], "staff"), (["call", "--categry", "供水", "--help"], "call"),
        (["--db", "没有.sqlite", "list", "--limit", "3", "--help"], "list"),
    ])
    func `help is told after whatever options`(words: [String], command: String) throws {
        let run = try yousu(words: words)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == (try yousu("help", command).stdout))
    }

    @Test func `what follows an option is its value, also a word for help`() throws {
        let run = try yousu("list", "--spot", "--help", "--format", "csv")
        #expect(run.status == 0)
        #expect(run.stdout.split(whereSeparator: \.isNewline).count == 1)
    }

    @Test func `there is none for another shell`() throws {
        let run = try yousu("--generate-completion-script", "csh")
        expectRefusal(run, 64, saying: "“csh”", "bash、zsh、fish")
    }
}
