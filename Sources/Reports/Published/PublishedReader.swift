import Casework

/// Reads one day of a published text.
struct PublishedReader {
    private typealias Part = ArraySlice<PublishedText.Letter>

    private let names: PublishedNames
    private(set) var found: [PublishedFigure: Int] = [:]
    private var topics: [Bulletin.Topic] = []
    private var counts: [String: Int] = [:]
    var day = PublishedDay()

    init(_ names: PublishedNames) {
        self.names = names
    }

    /// Where days begin: a date, and calls within the same sentence.
    static func starts(in text: ArraySlice<PublishedText.Letter>) -> [Int] {
        text.places(of: "日").compactMap { place in
            var start = place
            while start > text.startIndex, "0123456789年月".contains(text[start - 1].form) { start -= 1 }
            guard text[start..<place].contains(where: { $0.form == "月" }),
                case let sentence = text[place...].prefix(while: { $0.form != "." }),
                let calls = sentence.places(of: "来电诉求").first
            else { return nil }
            // The same sentence may name another date before.
            return text[place..<calls].places(of: "月").isEmpty ? start : nil
        }
    }

    mutating func read(_ text: ArraySlice<PublishedText.Letter>) {
        let line = text.line
        let sentence = text.parts(at: ".").first ?? text
        var clauses = sentence.parts(at: ",")
        readDate(clauses.removeFirst())
        for clause in clauses where !clause.isEmpty { readClause(clause) }
        readTopics(text[min(sentence.endIndex + 1, text.endIndex)...])
        finish(line: line)
    }

    private mutating func readDate(_ part: Part) {
        let fields = part.dropLast().split { "年月".contains($0.form) }.map(\.number)
        let year = fields.count == 3 ? fields[0] : fields.count == 2 ? names.year : nil
        guard let year, let month = fields[fields.count - 2], let number = fields[fields.count - 1],
            part.last?.form == "日", let date = CivilDay(year: year, month: month, day: number)
        else {
            day.faults.append(.date(part.given, line: part.line))
            return
        }
        day.day = date
    }

    private mutating func readClause(_ clause: Part) {
        let text = clause.forms
        if text == "无网民留言" {
            take(0, .messages, clause)
        } else if let place = clause.places(of: "来电诉求").last, text.contains("接听") {
            takeCount(clause[(place + 4)...], .calls, unit: ["件次", "件"], in: clause)
        } else if text.hasPrefix("网民留言") {
            readMessages(clause)
        } else if text.hasPrefix("直接办理") {
            takeCount(clause.dropFirst(4), .direct, in: clause)
        } else if text.hasPrefix("转交责任单位办理") {
            takeCount(clause.dropFirst(8), .transferred, in: clause)
        } else if text.hasPrefix("回访量") {
            takeCount(clause.dropFirst(3), .callbacks, in: clause)
        } else {
            day.faults.append(.unreadable(clause.given, line: clause.line))
        }
    }

    private mutating func readMessages(_ clause: Part) {
        let part = clause.dropFirst(4)
        let bracket = part.firstIndex { $0.form == "(" } ?? part.endIndex
        takeCount(part[..<bracket], .messages, in: clause)
        guard bracket < part.endIndex else { return }
        guard part.last?.form == ")" else {
            day.faults.append(.unreadable(part[bracket...].given, line: part[bracket...].line))
            return
        }
        let inner = part[(bracket + 1)..<(part.endIndex - 1)]
        for entry in inner.split(whereSeparator: { "、,;".contains($0.form) }) {
            guard let (name, count) = named(entry, names.channels), count > 0 else {
                day.faults.append(.unknown(entry.given, line: entry.line))
                continue
            }
            take(count, .channel(name.name), entry)
            counts[name.code] = count
        }
    }

    /// The one name with which an entry like 市长信箱4件 begins.
    private func named(_ entry: Part, _ names: [PublishedNames.Name]) -> (PublishedNames.Name, Int)? {
        let text = entry.forms
        let fits = names.flatMap { name in
            name.forms.compactMap { form -> (PublishedNames.Name, Int)? in
                guard text.hasPrefix(form), text.last == "件" else { return nil }
                return entry.dropFirst(form.count).dropLast().number.map { (name, $0) }
            }
        }
        return fits.count == 1 ? fits[0] : nil
    }

    private mutating func takeCount(
        _ part: Part, _ figure: PublishedFigure, unit: [String] = ["件"], in clause: Part
    ) {
        guard let unit = unit.first(where: { part.forms.hasSuffix($0) }),
            let count = part.dropLast(unit.count).number
        else {
            let said = part.isEmpty ? clause : part
            day.faults.append(.unreadable(said.given, line: said.line))
            return
        }
        take(count, figure, part)
    }

    private mutating func take(_ count: Int, _ figure: PublishedFigure, _ part: Part) {
        if found.updateValue(count, forKey: figure) != nil {
            day.faults.append(.twice(figure, line: part.line))
        }
        day.lines[figure] = part.line
    }
}

extension PublishedReader {
    private mutating func readTopics(_ text: Part) {
        guard !text.isEmpty else { return }
        let heading = "热点问题:"
        if text.forms.hasPrefix("当日无热点问题") {
            remark(text.dropFirst(7).drop { $0.form == "." })
            return
        }
        guard text.forms.hasPrefix(heading) else {
            day.faults.append(.unreadable(text.given, line: text.line))
            return
        }
        let list = text.dropFirst(heading.count)
        // Each begins with its rank, at the beginning or behind the end of a sentence.
        let starts = list.indices.filter { index in
            guard index == list.startIndex || list[index - 1].form == "." else { return false }
            let rank = list[index...].prefix { $0.form.isNumber }
            return !rank.isEmpty && rank.endIndex < list.endIndex && ".、".contains(list[rank.endIndex].form)
        }
        if starts.first != list.startIndex { remark(list[..<(starts.first ?? list.endIndex)]) }
        for (place, start) in starts.enumerated() {
            readTopic(list[start..<(place + 1 < starts.count ? starts[place + 1] : list.endIndex)], place + 1)
        }
    }

    private mutating func readTopic(_ entry: Part, _ next: Int) {
        let digits = entry.prefix { $0.form.isNumber }
        let body = entry[(digits.endIndex + 1)...]
        let comma = body.firstIndex { $0.form == "," } ?? body.endIndex
        guard let rank = digits.number, rank == next else {
            day.faults.append(.rank(digits.number ?? 0, right: next, line: entry.line))
            return
        }
        let counted = body[..<comma]
        guard let (name, count) = named(counted, names.categories), count > 0 else {
            day.faults.append(.unknown((counted.isEmpty ? entry : counted).given, line: entry.line))
            return
        }
        if topics.contains(where: { $0.code == name.code }) {
            day.faults.append(.repeated(name.name, line: entry.line))
        }
        take(count, .topic(rank), body)
        let rest = body[min(comma + 1, body.endIndex)...]
        let said = finding(rest)
        if said == nil { remark(rest) }
        topics.append(
            Bulletin.Topic(
                rank: rank, code: name.code, category: name.name, count: count,
                finding: said?.finding ?? .problem, concentration: said?.concentration,
                contact: said?.contact ?? "", transferred: nil))
    }

    private typealias Finding = (
        finding: Category.Finding, concentration: Bulletin.Concentration?, contact: String
    )

    /// What is said of a topic: 无集中反映问题,…已及时联系…核实处理.
    private func finding(_ text: Part) -> Finding? {
        let informed = "已及时联系"
        guard let place = text.places(of: informed).last,
            let comma = text[..<place].lastIndex(where: { $0.form == "," }),
            let contact = text[(place + informed.count)...].between("", "核实处理.")
        else { return nil }
        let said = text[..<comma]
        for (kind, word) in [(Category.Finding.address, "地址"), (.problem, "问题")] {
            if said.forms == "无集中反映\(word)" { return (kind, nil, contact.plain) }
            if let found = said.between("集中反映\(word)为", "件)"),
                let bracket = found.lastIndex(where: { $0.form == "(" }),
                let count = found[(bracket + 1)...].number
            {
                let label = found[..<bracket].given
                return (
                    kind, Bulletin.Concentration(kind: kind, label: label, count: count, numbers: []),
                    contact.plain
                )
            }
        }
        return nil
    }

    private mutating func remark(_ part: Part) {
        if !part.isEmpty { day.remarks.append(.unreadable(part.given, line: part.line)) }
    }

    private mutating func finish(line: Int) {
        let wanted: [PublishedFigure] = [.calls, .messages, .direct, .transferred, .callbacks]
        // What could not be read is named already.
        if day.faults.isEmpty {
            day.faults = wanted.filter { found[$0] == nil }.map { .missing($0, line: line) }
        }
        guard day.faults.isEmpty, let date = day.day, let calls = found[.calls],
            let messages = found[.messages],
            let direct = found[.direct], let transferred = found[.transferred],
            let callbacks = found[.callbacks]
        else { return }
        if direct + transferred != calls {
            day.faults.append(
                .split(sum: direct + transferred, calls: calls, line: day.lines[.calls] ?? line))
        }
        let sum = counts.values.reduce(0, +)
        if sum != messages, !counts.isEmpty || messages > 0 {
            day.faults.append(
                .channels(sum: sum, messages: messages, line: day.lines[.messages] ?? line))
        }
        var rest = calls + messages
        for topic in topics where rest >= 0 {
            rest -= topic.count
            guard rest < 0 else { continue }
            day.faults.append(
                .topics(
                    sum: calls + messages - rest, contacts: calls + messages,
                    line: day.lines[.topic(topic.rank)] ?? line))
        }
        guard day.faults.isEmpty else { return }
        day.bulletin = Bulletin(
            day: date, calls: calls, messages: messages,
            channels: names.channels.compactMap { name in
                counts[name.code].map { .init(name: name.name, code: name.code, count: $0) }
            },
            direct: direct, transferred: transferred, undisposed: 0, callbacks: callbacks, topics: topics)
    }
}
