import Casework
import GRDB

/// A case that was found.
public struct SearchHit: Hashable, Sendable {
    /// The case as a line of a list.
    public let line: CaseLine
    /// Where the first term stands in its texts.
    public let snippet: Snippet
}

/// A piece of a text with what was found in it.
public struct Snippet: Hashable, Sendable {
    /// What stands before it, shortened.
    public let before: String
    /// What was found, as it is written there.
    public let found: String
    /// What stands after it, shortened.
    public let after: String

    /// The whole piece.
    public var text: String { before + found + after }

    /// The first place of a term in some texts.
    init?(_ term: SearchTerm, in texts: [String]) {
        for text in texts {
            guard let place = term.place(in: text) else { continue }
            let utf8 = text.utf8
            let start = utf8.index(utf8.startIndex, offsetBy: place.lowerBound)
            let end = utf8.index(utf8.startIndex, offsetBy: place.upperBound)
            let (before, after) = (text[..<start], text[end...])
            self.before = (before.count > Self.before ? "…" : "") + before.suffix(Self.before)
            found = String(text[start..<end])
            self.after = after.prefix(Self.after) + (after.count > Self.after ? "…" : "")
            return
        }
        return nil
    }

    /// Characters that are shown before and after it.
    private static let before = 10
    private static let after = 24
}

extension StoreReader {
    /// Cases with all the terms in their texts: headings, contents, spots and public replies of the case, each term
    /// anywhere among them. The newest first.
    ///
    /// - Parameters:
    ///   - terms: at least one that is not excluded.
    ///   - limit: at most so many; nil for all.
    ///   - cap: how many are counted; nil for all.
    public func find(
        _ terms: [SearchTerm], _ filter: CaseFilter, now: Instant, signals: SignalRule, limit: Int?,
        offset: Int, cap: Int?
    ) throws -> (hits: [SearchHit], count: Int) {
        let query = CaseListQuery(filter, asOf: nil, now: now, signals: signals)
        // Without a filter no case has to be looked up to be counted.
        let isWanted = filter == CaseFilter() ? nil : query.rows("1", where: "cases.case_number = :number")
        let last =
            limit.map { offset.addingReportingOverflow($0) }.flatMap { $0.overflow ? nil : $0.partialValue }
            ?? .max
        var hits: [SearchHit] = []
        var count = 0
        var arguments = query.arguments
        var search = try Search(self, terms, withAside: filter.stage != nil)
        guard let first = terms.first(where: { !$0.isExcluded }) else { return ([], 0) }
        while count < max(cap ?? .max, last == .max ? .max : last), let number = try search.next() {
            arguments["number"] = number.value.databaseValue
            if let isWanted, try db.ask(isWanted, arguments).first({ _ in true }) == nil { continue }
            count += 1
            guard count > offset, count <= last, let line = try line(of: number),
                let snippet = Snippet(first, in: try texts(of: number))
            else { continue }
            hits.append(SearchHit(line: line, snippet: snippet))
        }
        return (hits, count)
    }

    /// All that can be found of a case, in the order of entry.
    func texts(of number: CaseNumber) throws -> [String] {
        var texts: [String] = []
        try eachDocument(in: number.value...number.value) { texts += $1 }
        return texts
    }
}

/// Goes through the cases that have all terms, and none that is excluded.
private struct Search {
    private let reader: StoreReader
    private let wanted: [(term: SearchTerm, stream: CaseStream)]
    private let excluded: [(term: SearchTerm, stream: CaseStream)]
    private let aside: CaseStream?
    private var bound = Int64.max

    init(_ reader: StoreReader, _ terms: [SearchTerm], withAside: Bool) throws {
        self.reader = reader
        let streams = try terms.enumerated().map { place, term in
            (term: term, stream: try CaseStream(reader.db, term, place: place))
        }
        wanted = streams.filter { !$0.term.isExcluded }
        excluded = streams.filter(\.term.isExcluded)
        aside = withAside ? nil : CaseStream(aside: reader.db)
    }

    /// The next case; nil at the end.
    mutating func next() throws -> CaseNumber? {
        while let key = try agreed() {
            bound = key
            if let number = DocumentNumber.number(ofKey: key), try fits(number, key) { return number }
        }
        return nil
    }

    /// The newest case below the bound that the index finds for every term.
    private func agreed() throws -> Int64? {
        var candidate = bound
        var agreeing = 0
        while agreeing < wanted.count {
            for (_, stream) in wanted where agreeing < wanted.count {
                // A case that another term has is asked for itself.
                guard let key = try stream.next(below: agreeing == 0 ? candidate : candidate + 1) else {
                    return nil
                }
                agreeing = key == candidate && agreeing > 0 ? agreeing + 1 : 1
                candidate = key
            }
        }
        return candidate
    }

    private func fits(_ number: CaseNumber, _ key: Int64) throws -> Bool {
        if try aside?.next(below: key + 1) == key { return false }
        let banned = try excluded.filter { try $0.stream.next(below: key + 1) == key }
        if banned.contains(where: \.stream.isExact) { return false }
        let doubtful = wanted.filter { !$0.stream.isExact }
        if doubtful.isEmpty, banned.isEmpty { return true }
        let texts = try reader.texts(of: number)
        func occurs(_ term: SearchTerm) -> Bool { texts.contains { term.place(in: $0) != nil } }
        return doubtful.allSatisfy { occurs($0.term) } && !banned.contains { occurs($0.term) }
    }
}
