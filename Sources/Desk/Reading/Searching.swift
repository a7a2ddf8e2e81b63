import CaseStore
import Casework

/// Cases that were found.
public struct FoundCases: Sendable {
    /// The words that must occur, as they were typed.
    public let words: [String]
    /// The cases, the newest first, with the place where the first term stands.
    public let hits: [SearchHit]
    /// Their signals, case by case; nil where no unit has the case.
    public let signals: [Signal?]
    /// How many there are.
    public let total: CaseList.Total
}

extension Desk {
    /// Cases in whose texts words stand, the newest first.
    ///
    /// - Parameters:
    ///   - text: words with blanks between them, all of which must occur; "…" holds words together; a hyphen before one
    ///     leaves out the cases that have it.
    ///   - request: which cases are wanted; `asOf` is not used.
    public func find(_ text: String, _ request: ListRequest) throws -> FoundCases {
        try check(request)
        let terms = try SearchTerm.all(in: text)
        return try store.read { reader in
            let settings = try reader.settings()
            let now = now()
            let cap = request.counts || request.limit == nil ? nil : Self.totalCap
            let found = try reader.find(
                terms, filter(request, reader: reader, clock: settings.clock), now: now,
                signals: settings.signals, limit: request.limit, offset: request.offset,
                cap: cap.map { $0 + 1 })
            return FoundCases(
                words: terms.filter { !$0.isExcluded }.map(\.text),
                hits: found.hits,
                signals: found.hits.map { settings.signals.signal(of: $0.line, now: now) },
                total: CaseList.Total(found.count, cap: cap))
        }
    }
}

extension SearchTerm {
    /// Terms that one search may have, and characters in all.
    private static let countLimit = 20
    private static let lengthLimit = 200

    /// The terms of what somebody typed.
    ///
    /// - Throws: where nothing is looked for, or too much.
    static func all(in text: String) throws -> [SearchTerm] {
        let length = text.count
        guard length <= Self.lengthLimit else {
            throw DeskError.searchTooLong(count: length, limit: Self.lengthLimit)
        }
        var terms: [SearchTerm] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let isExcluded = rest.first == "-" || rest.first == "－"
            if isExcluded { rest.removeFirst() }
            let end: Substring.Index
            if let opening = rest.first, let closing = Self.quotes[opening] {
                rest.removeFirst()
                end = rest.firstIndex(of: closing) ?? rest.endIndex
            } else {
                end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
            }
            let term = String(rest[..<end])
            rest = rest[end...].dropFirst()
            guard !term.utf8.contains(0) else { throw DeskError.nulCharacter("要找的词") }
            if !term.isEmpty { terms.append(SearchTerm(term, isExcluded: isExcluded)) }
        }
        guard terms.count <= Self.countLimit else {
            throw DeskError.tooManyTerms(count: terms.count, limit: Self.countLimit)
        }
        guard terms.contains(where: { !$0.isExcluded }) else { throw DeskError.nothingToFind }
        return terms
    }

    private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "「": "」"]
}
