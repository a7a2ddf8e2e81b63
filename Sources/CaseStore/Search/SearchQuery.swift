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
        let isWanted = query.rows("1", where: "cases.case_number = :number")
        let last = limit.map { offset + $0 } ?? .max
        var hits: [SearchHit] = []
        var count = 0
        var arguments = query.arguments
        var search = try Search(self, terms)
        guard let first = terms.first(where: { !$0.isExcluded }) else { return ([], 0) }
        while count < max(cap ?? .max, last == .max ? .max : last), let number = try search.next() {
            arguments["number"] = number.value.databaseValue
            guard try db.ask(isWanted, arguments).first({ _ in true }) != nil else { continue }
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
        let contacts: [[String]] = try db.ask(
            "SELECT title, content, spot FROM contacts WHERE case_number = ? ORDER BY sequence",
            [number.value]
        ).map { [$0[0], $0[1], $0[2]] }
        let events: [[String]] = try db.ask(
            "SELECT reply, coalesce(amended_spot, '') FROM events WHERE case_number = ? ORDER BY id",
            [number.value]
        ).map { [$0[0], $0[1]] }
        return (contacts + events).flatMap { $0 }.filter { !$0.isEmpty }
    }
}

/// Goes through the cases that have all terms, and none that is excluded.
private struct Search {
    private let reader: StoreReader
    private let wanted: [CaseStream]
    private let excluded: [CaseStream]
    private var bound = Int64.max

    init(_ reader: StoreReader, _ terms: [SearchTerm]) throws {
        self.reader = reader
        let streams = try terms.enumerated().map { place, term in
            try CaseStream(reader.db, term, place: place)
        }
        wanted = streams.filter { !$0.term.isExcluded }
        excluded = streams.filter(\.term.isExcluded)
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
            for stream in wanted {
                // A case that another term has is asked for itself.
                let limit = agreeing == 0 ? candidate : candidate + 1
                guard let key = try stream.next(below: limit) else { return nil }
                agreeing = key == candidate && agreeing > 0 ? agreeing + 1 : 1
                candidate = key
                if agreeing == wanted.count { break }
            }
        }
        return candidate
    }

    private func fits(_ number: CaseNumber, _ key: Int64) throws -> Bool {
        let hasExcluded = try excluded.filter { try $0.next(below: key + 1) == key }
        if hasExcluded.contains(where: \.isExact) { return false }
        let doubtful = wanted.filter { !$0.isExact }
        if doubtful.isEmpty, hasExcluded.isEmpty { return true }
        let texts = try reader.texts(of: number)
        func occurs(_ stream: CaseStream) -> Bool { texts.contains { stream.term.place(in: $0) != nil } }
        return doubtful.allSatisfy(occurs) && !hasExcluded.contains(where: occurs)
    }
}
