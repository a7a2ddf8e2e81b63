import Casework

/// The rules of early warning, ready for many contacts. A text costs a few microseconds, however many words there are.
///
///     let alerts = Alerts(AlertRules(words: [WordRule(name: "燃气", words: ["漏气"], told: ["燃气公司"])]))
///     alerts.raised(by: Contact.said(title, content), as: nil, recent: [])
public struct Alerts: Sendable {
    private struct Word: Hashable, Sendable {
        let word: String
        /// The rules that have it, by their places.
        var rules: [Int]
    }

    private let rules: AlertRules
    private var known = Trie<Word>()

    /// These rules.
    public init(_ rules: AlertRules) {
        self.rules = rules
        var entries: [[UInt32]: Word] = [:]
        for (index, rule) in rules.words.enumerated() {
            for word in rule.words {
                let codes = Letters(word).codes
                guard !codes.isEmpty else { continue }
                entries[codes, default: Word(word: word, rules: [])].rules.append(index)
            }
        }
        for (codes, word) in entries { known.insert(codes, word) }
    }

    /// What must be told of a contact, in the order of the rules.
    ///
    /// - Parameters:
    ///   - text: what was said.
    ///   - occurrence: the report that it is; nil where the place or the category is not known.
    ///   - recent: reports of the time before, of this matter and others.
    public func raised(by text: String, as occurrence: Occurrence?, recent: [Occurrence]) -> [Alert] {
        found(in: text) + (occurrence.map { repeated($0, recent: recent) } ?? [])
    }

    /// The words of the rules in a text, one alert for each rule.
    public func found(in text: String) -> [Alert] {
        let codes = Letters(text).codes
        var found: [Int: [FoundWord]] = [:]
        for start in codes.indices {
            _ = known.longest(in: codes, from: start) { word, _ in
                let one = FoundWord(word: word.word, isNegated: Negation.ends(codes[..<start]))
                for rule in Set(word.rules) { found[rule, default: []].append(one) }
                return false
            }
        }
        return found.keys.sorted().map { index in
            Alert(
                rule: rules.words[index].name, told: rules.words[index].told,
                reason: .words(found[index] ?? []))
        }
    }

    /// Whether a report makes its matter one that so many people brought within a rule's time: told when the number is
    /// reached, and again each time that it doubles.
    func repeated(_ occurrence: Occurrence, recent: [Occurrence]) -> [Alert] {
        let same = recent.filter { $0.matter == occurrence.matter && $0.contact != occurrence.contact }
        return rules.repeats.compactMap { rule in
            let start = occurrence.receivedAt.seconds - rule.seconds
            let within = same.filter {
                $0.receivedAt.seconds > start && $0.receivedAt <= occurrence.receivedAt
            }
            let others = Set(within.compactMap(\.caller))
            if let caller = occurrence.caller, others.contains(caller) { return nil }
            let callers = others.count + within.count { $0.caller == nil } + 1
            guard callers % rule.callers == 0, (callers / rule.callers).nonzeroBitCount == 1 else {
                return nil
            }
            return Alert(
                rule: rule.name, told: rule.told,
                reason: .repeated(
                    callers: callers, contacts: (within.map(\.contact) + [occurrence.contact]).sorted()))
        }
    }
}
