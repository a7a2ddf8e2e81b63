import Casework

/// A command that reads, and the least that its answer costs.
private struct Question {
    let name: String
    let words: [String]
    /// At most so often.
    var runs = 20
    /// Scans of the rows that the answer rests on, by index and from nothing but C calls; the floor of a command with
    /// such is `true` and these.
    var scans: [String] = []

    static let plainDay = "2025-12-24"

    static func all(of plan: StorePlan, number: Int64) -> [Question] {
        let month = "2025-12"
        // Rates stand beside those of the month before and of the same month a year before.
        let months = [20_251_201...20_251_231, 20_251_101...20_251_130, 20_241_201...20_241_231]
        var questions = [
            bulletin("bulletin", of: 20_251_224, written: plainDay),
            Question(name: "queue", words: ["queue"]),
            Question(name: "queue dispatch", words: ["queue", "dispatch"]),
            Question(name: "show", words: ["show", "\(number)"]),
            Question(name: "list", words: ["list", "--limit", "50"]),
            // A word of many texts, and one beside a place, which few have.
            Question(name: "find", words: ["find", "电梯", "--limit", "50"]),
            Question(name: "find two words", words: ["find", "康乐", "电梯", "--limit", "50"]),
            Question(
                name: "list --as-of", words: ["list", "--as-of", "\(plan.earlier) 12:00", "--limit", "50"]),
            Question(
                name: "rates of a month", words: ["rates", "--period", month],
                scans: months.flatMap(performance)),
            Question(
                name: "ranking of a month", words: ["ranking", "--period", month],
                scans: months.prefix(2).flatMap(performance)),
        ]
        if let crowd = plan.crowd {
            questions.insert(
                bulletin(
                    "bulletin of 55,000 cases", of: crowd.from.compact, written: "\(crowd.from)"), at: 1)
        }
        let hot = ["hot", "--to", "2025-12-31", "--from"]
        questions += [
            Question(name: "hot of 30 days", words: hot + ["2025-12-02"]),
            Question(name: "hot of 365 days", words: hot + ["2025-01-01"], runs: 5),
            Question(name: "hot of 30 days, phrases", words: hot + ["2025-12-02", "--phrases"], runs: 3),
        ]
        questions.append(Question(name: "verify", words: ["verify"], runs: 3))
        questions.append(Question(name: "verify --search", words: ["verify", "--search"], runs: 1))
        return questions
    }

    private static func bulletin(_ name: String, of day: Int, written: String) -> Question {
        Question(
            name: name, words: ["bulletin", written, "--draft"],
            scans: [
                """
                SELECT count(*), sum(channel_id), sum(kind_id), sum(category_id), max(disposition)
                FROM contact_states WHERE day = \(day) AND standing = 'counted'
                """,
                "SELECT count(*), max(at) FROM events WHERE responded IS NOT NULL AND day = \(day)",
            ])
    }

    private static func performance(_ days: ClosedRange<Int>) -> [String] {
        let range = "BETWEEN \(days.lowerBound) AND \(days.upperBound)"
        return [
            """
            SELECT count(*), sum(case_number), sum(unit_id), max(satisfaction)
            FROM events WHERE responded IS NOT NULL AND day \(range)
            """,
            "SELECT count(*), sum(unit_id), sum(ended_at) FROM assignments WHERE day \(range)",
        ]
    }
}

extension Site {
    /// Questions answered by whole processes, each a part of its own.
    func reading() throws -> [Part] {
        // A case of a plain day.
        let number = try Bare(stores.base).number(
            "SELECT max(number) FROM cases WHERE number <= ?", 20_251_224_000_010)
        return Question.all(of: stores.plan, number: number ?? 0).map { question in
            Part(name: question.name) { [try answer(question)] }
        }
    }

    private func answer(_ question: Question) throws -> Row {
        let base = try Bare(stores.base)
        let command = command(stores.base, question.words)
        var (answers, least, runs) = (Samples(), Samples(), [Finished]())
        let scans = try question.scans.map { try base.prepared($0) }
        for round in 0...question.runs {
            let finished = try Launcher.run(command)
            var nothing = try Launcher.run(["true"]).took
            nothing += try timed { for scan in scans { try scan.run() } }.took
            // The first warms up; but what takes long is measured once.
            let takesLong = finished.took > .seconds(5)
            guard round > 0 || takesLong else { continue }
            runs.append(finished)
            answers.add(finished.took.milliseconds)
            least.add(nothing.milliseconds)
            if takesLong { break }
        }
        let plain = Row.less(question.name, size, "ms", answers).with(runs)
        // Beside what is looked at whole, starting a process tells nothing.
        if question.words.first == "verify" { return plain }
        let row = plain.over(least.median, scans.isEmpty ? "true" : "true and a bare scan")
        guard question.name == "bulletin" else { return row }
        return row.with(outside: try outside?.median(of: command, runs: question.runs))
    }
}
