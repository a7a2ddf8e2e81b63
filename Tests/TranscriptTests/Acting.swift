import Testing

/// What a story about cases is told in.
extension Transcript {
    /// Does something at a moment of March 2024, such as `19 13:00`.
    func act(_ words: String..., at moment: String) throws -> Run {
        try yousu(words: words + ["--at", "2024-03-\(moment)"])
    }

    /// Does something that must succeed: it prints the case's number alone, and perhaps a notice.
    @discardableResult func done(
        _ words: String..., at moment: String, saying notice: String = "",
        place: SourceLocation = #_sourceLocation
    ) throws -> Run {
        let run = try yousu(words: words + ["--at", "2024-03-\(moment)"])
        #expect(run.status == 0, "\(run.stderr)", sourceLocation: place)
        let numbers = words.filter { $0.count == 14 && $0.allSatisfy(\.isNumber) }
        #expect(numbers.isEmpty || run.lines.first == numbers.first, sourceLocation: place)
        if notice.isEmpty {
            #expect(run.stderr.isEmpty, "\(run.stderr)", sourceLocation: place)
        } else {
            #expect(run.stderr.contains(notice), "\(run.stderr)", sourceLocation: place)
            expectChinese(run.stderr, at: place)
        }
        return run
    }

    /// One case as the program shows it to other programs.
    func shown(_ number: String, asOf moment: String? = nil) throws -> [String: Any] {
        try yousu(words: ["show", number, "--format", "json"] + (moment.map { ["--as-of", $0] } ?? [])).json
    }

    /// The stage of a case.
    func stage(_ number: String) throws -> String? {
        try shown(number)["stage"] as? String
    }

    /// The unit that leads.
    func unit(_ number: String) throws -> String? {
        try shown(number)["unit"] as? String
    }

    /// The numbers in a worklist.
    func waiting(_ list: String, asOf moment: String) throws -> [String] {
        let run = try yousu("queue", list, "--as-of", "2024-03-\(moment)", "--format", "json")
        return (run.json["cases"] as? [[String: Any]] ?? []).compactMap { $0["number"] as? String }
    }
}
