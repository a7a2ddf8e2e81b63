extension Fault {
    /// What people hand over, spoiled: tables, configurations, templates and command lines.
    static let mutation = Fault(
        name: "mutated", meaning: "spoiled tables, configurations, templates and command lines",
        rounds: 20_000
    ) { site, count in
        let spoiling = try Spoiling(site)
        return try site.rounds(count) { round, chance in
            switch round % 4 {
            case 0: try spoiling.table(round, &chance)
            case 1: try spoiling.configuration(round, &chance)
            default: try spoiling.commandLine(round, &chance)
            }
        }
    }
}

private struct Spoiling: Sendable {
    let site: Site
    let tables: [[UInt8]]
    let files: [(name: String, bytes: [UInt8])]

    init(_ site: Site) throws {
        self.site = site
        let place = try site.place()
        defer { place.remove() }
        tables = [Array(Work.table(12).utf8), try place.expect("export", "--callers").output]
        let names = [
            "areas", "calendar", "categories", "channels", "city", "dispatch", "findings", "limits", "rates",
            "units",
            "workflow",
        ].map { $0 + ".yml" }
        files = try (names + ["templates/bulletin.txt", "templates/notice.txt"]).map {
            ($0, try File.bytes("\(site.city)/\($0)"))
        }
    }

    func table(_ round: Int, _ chance: inout Chance) throws -> Tally {
        var tally = Tally()
        let place = try site.place()
        defer { place.remove(after: tally) }
        let table = Self.spoiled(chance.pick(tables), Self.cells, &chance)
        var words = ["import", "-", "--source", "坏表"]
        if chance.below(3) == 0 { words += ["--new-names", "add"] }
        if chance.below(3) == 0 { words += ["--update"] }
        let run = try place.run(words, input: table)
        tally = judged(run, [0, 64, 65], "table", round)
        if round % 40 == 0, let wrong = try place.verified() {
            tally.isBroken("table, round \(round): \(wrong)")
        }
        return tally
    }

    func configuration(_ round: Int, _ chance: inout Chance) throws -> Tally {
        var tally = Tally()
        let place = try site.place()
        defer { place.remove(after: tally) }
        let city = "\(place.folder)/city"
        try File.copyFolder(site.city, to: city)
        let file = chance.pick(files)
        let tokens = file.name.hasPrefix("templates") ? Self.tags : Self.yaml
        try File.write(Self.spoiled(file.bytes, tokens, &chance), to: "\(city)/\(file.name)")
        let applies = chance.below(4) == 0
        let run = try place.run("config", applies ? "apply" : "check", city)
        tally = judged(
            run, [0, 65, 78], file.name.hasPrefix("templates") ? "template" : "configuration", round)
        return tally
    }

    func commandLine(_ round: Int, _ chance: inout Chance) throws -> Tally {
        var tally = Tally()
        let place = try site.place()
        defer { place.remove(after: tally) }
        var words = chance.pick(Self.lines).map { Array($0.utf8) }
        for _ in 0...chance.below(2) {
            let spot = chance.below(words.count)
            switch chance.below(6) {
            case 0: words.remove(at: spot)
            case 1: words.insert(chance.pick(Self.lines.flatMap { $0 }).utf8.map { $0 }, at: spot)
            case 2: words.swapAt(spot, chance.below(words.count))
            case 3: words[spot] = chance.pick(Self.words).filter { $0 != 0 }
            case 4: words.append(chance.pick(Self.words).filter { $0 != 0 })
            // An argument holds no NUL.
            default: words[spot] = Self.spoiled(words[spot], Self.words, &chance).filter { $0 != 0 }
            }
            if words.isEmpty { words = [[]] }
        }
        // What it writes to files of its own choice is to stay in the place.
        let run = try place.start(words, inside: true).end()
        tally = judged(run, nil, "command line", round)
        return tally
    }

    /// - Parameter statuses: those that it may end with; nil for any of the table of sysexits.
    private func judged(_ run: Run, _ statuses: [Int32]?, _ kind: String, _ round: Int) -> Tally {
        var tally = Tally()
        let name = "\(kind), round \(round)"
        tally.count("\(kind)s")
        if run.status != 0 { tally.count("\(kind)s refused") }
        tally.most("most ms of a \(kind)", run.milliseconds)
        tally.promise(
            statuses?.contains(run.status) ?? run.isOrderly,
            "\(name): status \(run.status), \(run.complaint.prefix(300))")
        tally.promise(run.milliseconds < 1000, "\(name): \(run.milliseconds) ms")
        return tally
    }

    /// Some bytes changed, taken out, doubled, or put in between.
    private static func spoiled(_ bytes: [UInt8], _ tokens: [[UInt8]], _ chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        for _ in 0...chance.below(4) {
            let start = chance.below(bytes.count + 1)
            let end = min(bytes.count, start + chance.below(chance.below(4) == 0 ? 200 : 12))
            switch chance.below(8) {
            case 0 where start < bytes.count: bytes[start] = UInt8(chance.below(256))
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 3:
                let other = chance.below(bytes.count + 1)
                bytes.insert(contentsOf: bytes[start..<end], at: other)
            case 4 where chance.below(10) == 0: bytes.removeSubrange(start...)
            case 5 where start < end: bytes.replaceSubrange(start..<end, with: chance.pick(tokens))
            default: bytes.insert(contentsOf: chance.pick(tokens), at: start)
            }
        }
        return bytes
    }

    private static func bytes(_ texts: [String]) -> [[UInt8]] {
        texts.map { Array($0.utf8) } + [
            [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xE4, 0xBD], [0xFE, 0xFF],
            [UInt8](repeating: 0x41, count: 10_000), [UInt8](repeating: 0x39, count: 400),
        ]
    }

    private static let common = [
        "\"", "'", ",", "\n", "\r", "\r\n", "\t", ";", "，", "“", "∅", "-", "=", "@", "0", "-1", "1e9",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999999999999",
        "20240319000001",
        "2024-02-30", "0000-00-00", "9999-12-31T23:59:59+14:00", "1969-12-31", "\u{202E}", "\u{1B}[2J",
        "e\u{301}",
        "👨‍👩‍👧‍👦", "\u{10FFFF}", "%s%n", "../../etc/passwd", "$(id)", "'; DROP TABLE cases; --",
    ]
    private static let cells = bytes(
        common + [
            ",,,,,,,,,", "\"\"\"", "external_id", "number", "contact", "about", "step", "origin", "source",
            "record",
            "void", "event", "invalid", "callback", "action", "recorded_at", "yes", "partly", "direct",
            "transfer",
            "5 workday", "9223372036854775807 workday", "=1+1", "'=1", "\n\n\n",
        ])
    private static let yaml = bytes(
        common + [
            ":", ": ", "- ", "[", "]", "{", "}", "&a", "*a", "&a [*a, *a]", "!!binary ", "!!str ", "|", ">",
            "#", "? ",
            "~", "null", "true", "<<: *a", "---\n", "...\n", "%YAML 9.9\n", "  ", "\t\t", "code: ", "name: ",
            "parent: ",
            "0x7fffffffffffffff", ".inf", ".nan", "1_000", "[[[[[[[[[[[[[[[[[[[[", "{{{{{{{{{{{{{{{{{{{{",
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
        ])
    private static let tags = bytes(
        common + [
            "{{", "}}", "{{}}", "{{#topics}}", "{{/topics}}", "{{^topics}}", "{{#calls}}", "{{title}}",
            "{{{title}}}",
            "{{#channels}}{{#channels}}", "{{/channels}}", "{{ title }}", "{{#", "{{/", "{{first}}",
            "{{topics}}",
            "{{.}}", "{{> x}}", "{{! x }}",
        ])
    private static let words = bytes(
        common + [
            "", " ", "--", "-", "--help", "-h", "help", "--version", "--format", "json", "csv", "--as",
            "--db", "", "=",
            "--at", "--limit", "--from=", "--generate-completion-script", "--complete", "工单", "登记", "1",
            "20240306",
        ])
    private static let lines: [[String]] = [
        Work.call(1), ["show", "1"], ["list", "--from", "2024-03-01", "--limit", "5", "--format", "json"],
        ["find", "夜里", "--limit", "3"], ["bulletin", "2024-03-06", "--explain", "callback"],
        ["rates", "--period", "2024-03", "--by", "unit"], ["ranking", "--period", "2024-03"],
        ["queue", "dispatch", "--limit", "2"], ["hot", "--from", "2024-03-04", "--to", "2024-03-12"],
        ["issues", "--from", "2024-03-04", "--to", "2024-03-12"], ["repeats", "--content", "夜里施工"],
        ["alerts", "--days", "7"], ["tracked"], ["audit", "--days", "3", "--format", "csv"],
        ["staff", "list"],
        ["staff", "add", "李四", "--role", "agent"], ["reveal", "1", "--reason", "回访"],
        ["forget", "1", "--reason", "要求"],
        ["sign", "1"], ["reply", "1", "--public", "已修好", "--internal", "电话告知"], ["urge", "1", "--note", "催"],
        ["callback", "1", "--responded", "yes", "--resolved", "yes", "--satisfaction", "满意"],
        ["amend", "1", "--category", "道路", "--reason", "更正"], ["void", "1", "--reason", "重复"],
        ["merge", "1", "2"], ["split", "1"], ["return", "1", "--reason", "不归本单位管", "--to", "西浦区政府"],
        ["extend", "1", "--reason", "等配件", "--amount", "2"],
        ["message", "--channel", "云州通", "--content", "停水"],
        ["config", "show", "--format", "json"], ["doctor", "--format", "json"],
        ["export", "--format", "json"],
        ["import", "-", "--columns", "a=content,b=received_at", "--dry-run"], ["key", "rotate"],
        ["help", "call"],
        ["suspend", "1", "--plan", "明年", "--until", "2027-06-30", "--leader", "分管副市长"],
        ["learn", "--evaluate"], ["verify"], ["invalid", "--reason", "误拨"],
        ["simulate", "--cases", "3", "--from", "2025-03-04", "--to", "2025-03-05", "--seed", "3"],
    ]
}
