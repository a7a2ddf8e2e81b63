import Testing

/// Command lines that cannot be read.
final class WrongUsage: Transcript {
    @Test func `an unknown option is refused with the one that was meant`() throws {
        let run = try yousu("call", "--kind", "投诉", "--categry", "供水", "--content", "停水")
        expectRefusal(run, 64, saying: "没有选项 --categry", "是不是 --category？", "--help")
    }

    @Test(arguments: ["--nonsense", "-x"]) func `an unknown option is refused`(option: String) throws {
        expectRefusal(try yousu("list", option), 64, saying: "没有选项 \(option)", "--help")
        expectRefusal(try yousu(option), 64, saying: option)
    }

    @Test(arguments: [
        ["list", "--format"], ["call", "--kind"], ["transfer", "3", "--to"], ["--db"], ["--as"],
        ["list", "--db"],
    ])
    func `a missing value is refused`(command: [String]) throws {
        let run = try yousu(words: command)
        expectRefusal(run, 64, saying: "\(command.last ?? "") 后面缺少内容", "--help")
    }

    @Test func `a value for what takes none is refused`() throws {
        let run = try yousu("bulletin", "2024-03-19", "--draft=3")
        expectRefusal(run, 64, saying: "--draft", "不能带内容")
    }

    @Test func `an argument too many is refused`() throws {
        expectRefusal(try yousu("list", "多的"), 64, saying: "多余的参数：多的")
        expectRefusal(try yousu("show", "1", "2", "3"), 64, saying: "2", "3")
    }

    @Test(arguments: ["show", "transfer", "sign", "urge", "void", "import"])
    func `a missing argument is refused`(command: String) throws {
        expectRefusal(try yousu(command), 64, saying: "缺少参数", "--help")
    }

    @Test(arguments: [("sho", "show"), ("lst", "list"), ("bulletn", "bulletin"), ("日抱", "日报")])
    func `an unknown command is refused with the one that was meant`(typed: String, meant: String) throws {
        let run = try yousu(typed)
        expectRefusal(run, 64, saying: "没有命令", typed, "是不是 \(meant)？", "yousu --help")
    }

    @Test func `an unknown command that is like no other is refused`() throws {
        expectRefusal(try yousu("xyzzy"), 64, saying: "没有命令", "xyzzy", "yousu --help")
        expectRefusal(try yousu("xyzzy", "--help"), 64, saying: "没有命令", "xyzzy")
        expectRefusal(try yousu("help", "xyzzy"), 64, saying: "没有命令", "xyzzy")
    }

    @Test func `a command of parts asks for its part`() throws {
        expectRefusal(try yousu("config"), 64, saying: "缺少子命令", "--help")
        expectRefusal(try yousu("config", "nix"), 64, saying: "nix", "--help")
    }

    @Test func `two things that exclude each other are refused`() throws {
        try expectUnchanged {
            let call = ["call", "--kind", "投诉", "--category", "供水", "--content", "停水"]
            let both = try yousu(words: call + ["--direct", "已答复", "--to", "城东区"])
            expectRefusal(both, 64, saying: "--direct", "--to", "只留一个")
            let helper = try yousu(words: call + ["--with", "城东区"])
            expectRefusal(helper, 64, saying: "缺少 --to")
        }
    }

    @Test func `a word as long as a book is refused at once, whatever it was meant to be`() throws {
        let word = String(repeating: "A", count: 100_000)
        let start = ContinuousClock.now
        for words in [["u\(word)rge", "1"], ["list", "--\(word)"], ["bulletin", "--\(word)unit=1"]] {
            #expect(try yousu(words: words).status == 64)
        }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func `a hyphen before a word belongs to the word, where words are taken and no option is meant`()
        throws
    {
        let without = try yousu("find", "电梯", "-wifi", "--format", "json")
        #expect(without.status == 0, "\(without.stderr)")
        #expect(without.stdout == (try yousu("find", "电梯", "--format", "json").stdout))
        let excluded = try yousu("find", "电梯", "-停运", "--format", "json")
        #expect(excluded.status == 0 && excluded.stdout != without.stdout)
        // Elsewhere it is an option that there is not.
        expectRefusal(try yousu("backup", "-v"), 64, saying: "没有选项 -v")
        expectRefusal(
            try yousu("find", "电梯", "-to", "2024-03-19"), 64, saying: "没有选项 -to", "是不是 --to？")
    }

    @Test func `words after a double hyphen are no options`() throws {
        let run = try yousu("show", "--", "--nonsense")
        expectRefusal(run, 64, saying: "--nonsense", "不是工单号")
    }
}
