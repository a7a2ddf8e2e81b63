import CSV
import Foundation

extension Fault {
    /// Texts that would be orders to a database, a shell, a terminal, a spreadsheet or a file system.
    static let injection = Fault(
        name: "injection", meaning: "texts that are orders to SQL, shells, terminals, spreadsheets and paths",
        rounds: 100
    ) { site, percent in
        let count = max(1, Injection.texts.count * min(percent, 100) / 100)
        return try site.rounds(count) { round, _ in
            try Injection(site: site, text: Injection.texts[round * Injection.texts.count / count]).tried()
        }
    }
}

private struct Injection {
    let site: Site
    let text: String

    static let texts = [
        "'; DROP TABLE cases; --", "\"; DELETE FROM events; --", "' OR '1'='1",
        "1); ATTACH 'x.sqlite' AS x; --",
        "%' OR 1 --", "a\" NEAR b*", "NULL", "∅", "x'00'", "?1", ":number",
        "$(touch pwned)", "`touch pwned`", "; touch pwned", "| touch pwned", "&& touch pwned",
        "\ntouch pwned\n",
        "> pwned", "${IFS}touch${IFS}pwned", "--help", "--db", "-", "--",
        "\u{1B}[2J\u{1B}[H", "\u{1B}]0;标题\u{07}", "\u{1B}]52;c;Y2F0\u{07}", "\u{1B}P$q\u{1B}\\", "\u{9B}31m",
        "\u{90}",
        "\u{08}\u{08}\u{08}擦掉", "真\r假", "\u{7F}", "\u{202E}倒过来", "\u{2066}\u{2069}", "\u{200F}", "\u{2028}",
        "\u{85}",
        "\u{07}", "\u{0E}", "a\u{0C}b", "a\u{0B}b", "第一行\n第二行", "第一行\r\n第二行", "\u{FEFF}有序标记",
        "e\u{301}\u{301}\u{301}",
        "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"点\")", "=cmd|' /C calc'!A0", "'=1", "''=1",
        "'", "\t=1",
        "\r=1", "\"=1\"", "=1,2\n=3", "＝1", "a\t=1",
        "../../../etc/passwd", "/dev/null", "~/x", "a/b\\c", "CON", "file:///etc/passwd", "..",
        "{{title}}", "{{#topics}}", "<script>alert(1)</script>", "&lt;", "%n%n%s", "\\u0000", "\\x1b[2J",
        "{\"a\":1}", "a,b",
        "a\"b", "\"\"\"", String(repeating: "字", count: 900),
    ]

    func tried() throws -> Tally {
        var tally = Tally()
        let name = "\(text.debugDescription.prefix(60))"
        let place = try site.place()
        defer { place.remove(after: tally) }
        let files = try Self.files(place)
        let taken = try record(place, name, &tally)
        guard !taken.isEmpty else {
            tally.count("texts refused everywhere")
            return tally
        }
        tally.count("texts")
        try show(place, taken, name, &tally)
        try exchange(place, name, &tally)
        if let wrong = try place.verified() { tally.isBroken("\(name): \(wrong)") }
        let more = try Self.files(place).subtracting(files).filter { !$0.hasPrefix("store.sqlite") }
        tally.promise(more.isEmpty, "\(name): files appeared: \(more.sorted())")
        return tally
    }

    /// Records the text in all fields, by a call and by a table. Returns the cases' numbers.
    private func record(_ place: Place, _ name: String, _ tally: inout Tally) throws -> [String] {
        let call = [
            "call", "--kind", "投诉", "--category", "噪音", "--spot", text, "--address", text, "--title", text,
            "--content", text, "--wants", text, "--name", text, "--home", text, "--external-id", text,
            "--to", "东岭区政府",
        ]
        let run = try place.start(call.map { Array($0.utf8) }, inside: true).end()
        tally.promise(
            [0, 64].contains(run.status), "\(name): call ended with \(run.status), \(run.complaint)")
        var numbers = run.numbers
        if let number = numbers.first {
            for words in [["urge", number, "--note", text], ["reveal", number, "--reason", text]] {
                let run = try place.start(words.map { Array($0.utf8) }, inside: true).end()
                tally.promise(
                    [0, 64].contains(run.status),
                    "\(name): \(words[0]) ended with \(run.status), \(run.complaint)")
            }
        }
        let table =
            CSVWriter.row([
                "external_id", "received_at", "channel", "kind", "spot", "address", "title", "content",
                "wants", "name",
                "home", "reply", "replied_at", "disposition", "caller_id",
            ])
            + CSVWriter.row([
                "外" + text, "2024-03-06 10:00", "座机", "投诉", text, text, text, text, text, text, text, text,
                "2024-03-06 11:00", "direct", text,
            ])
        let before = try place.cases()
        let taking = try place.run(["import", "-", "--source", "别处"], input: Array(table.utf8))
        tally.promise(
            [0, 65].contains(taking.status),
            "\(name): import ended with \(taking.status), \(taking.complaint)")
        if taking.status == 65 { tally.count("rows refused") }
        numbers += try place.cases().subtracting(before)
        return numbers
    }

    /// On a terminal nothing of it is obeyed.
    private func show(_ place: Place, _ numbers: [String], _ name: String, _ tally: inout Tally) throws {
        var pages = numbers.map { ["show", $0] }
        pages += [
            ["list"], ["bulletin", "2024-03-06", "--draft"], ["queue", "sign"], ["find", text],
            ["audit", "--days", "2"],
            ["alerts"], ["repeats", "--content", text], ["reveal", numbers[0], "--reason", "看"],
        ]
        for page in pages {
            let run = try place.onTerminal(page)
            tally.count("pages on a terminal")
            tally.promise(run.status < 128, "\(name): \(page[0]) ended with \(run.status) on a terminal")
            let scalars = run.text.unicodeScalars
            let bad = scalars.first { $0 != "\n" && ($0.value < 0x20 || Self.steering.contains($0.value)) }
            tally.promise(
                bad == nil,
                "\(name): \(page[0]) shows U+\(String(bad?.value ?? 0, radix: 16)) on a terminal")
        }
    }

    private static let steering: Set<UInt32> = Set(0x7F...0x9F).union([0x200E, 0x200F, 0x61C])
        .union(0x2028...0x202E).union(0x2066...0x2069)

    /// No cell is a formula, and what is exported comes back the same.
    private func exchange(_ place: Place, _ name: String, _ tally: inout Tally) throws {
        let export = try place.run("export", "--callers")
        for run in [export, try place.run("list", "--format", "csv")] {
            tally.promise(run.status == 0, "\(name): ended with \(run.status), \(run.complaint)")
            var rest = [run.output][...]
            var reader = CSVReader { rest.popFirst() }
            while let record = try reader.next() {
                for cell in record.fields {
                    tally.promise(
                        !"=+-@\t\r".utf8.contains(cell.utf8.first ?? 0),
                        "\(name): the cell \(cell.prefix(40)) is a formula")
                }
            }
        }
        let other = try site.emptyPlace()
        defer { other.remove() }
        try File.copy("\(place.folder)/key", to: "\(other.folder)/key")
        try other.expect("init", "--city", site.city)
        let taking = try other.run(["import", "-"], input: export.output)
        tally.promise(taking.status == 0, "\(name): its export is refused: \(taking.complaint.prefix(300))")
        let back = try other.run("export", "--callers")
        tally.promise(
            try Self.told(back.output) == Self.told(export.output),
            "\(name): the export comes back as another")
        tally.count("exports taken back")
    }

    /// The cells of an export, without the numbers and the store of a case, which are another store's own.
    private static func told(_ export: [UInt8]) throws -> [[String]] {
        var rest = [export][...]
        var reader = CSVReader { rest.popFirst() }
        var rows: [[String]] = []
        while let record = try reader.next() { rows.append(record.fields) }
        let own = ["number", "contact", "about", "target", "origin"].compactMap {
            rows.first?.firstIndex(of: $0)
        }
        return rows.map { row in row.indices.filter { !own.contains($0) }.map { row[$0] } }
    }

    private static func files(_ place: Place) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: place.folder))
    }
}
