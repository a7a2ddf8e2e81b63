import CaseStore
import Casework
import Insight

/// An article of the knowledge base as somebody writes it. Names are what people type; nil is what was not given.
public struct ArticleRequest: Sendable {
    /// What is asked.
    public var question: String?
    /// What is answered.
    public var answer: String?
    /// What it is about.
    public var category: String?
    /// The last day on which it may be answered.
    public var until: String?
    /// The number of the article in whose place it stands.
    public var replaces: String?
    /// When it was written; nil for now.
    public var at: String?

    /// An article of which nothing is said yet.
    public init() {}
}

/// Which articles somebody wants. Names are what people type.
public struct ArticlesRequest: Sendable {
    /// Only this one, by number.
    public var number: String?
    /// Only those about this category and what lies below it.
    public var category: String?
    /// Also those that are not to be answered any more.
    public var all = false
    /// At most so many; nil for all.
    public var limit: Int?
    /// The state as of this moment.
    public var asOf: String?

    /// All that may be answered.
    public init() {}
}

/// Articles that fit a text.
public struct FoundArticles: Sendable {
    /// The best first.
    public let articles: [Article]
    /// Others that would fit, but are not to be answered any more.
    public let left: [Article]
}

extension Desk {
    /// Writes an article, in the place of another where one is named. Returns its number.
    public func addArticle(_ request: ArticleRequest) throws -> Int64 {
        guard let question = request.question else { throw DeskError.missing("--question") }
        guard let answer = request.answer else { throw DeskError.missing("--answer") }
        var article = ArticleDraft(
            question: try Texts.required(question, field: "--question", limit: Texts.shortLimit),
            answer: try Texts.required(answer, field: "--answer"))
        return try store.write { writer in
            try require(Self.keepers, for: "编知识库", writer.reader)
            let clock = writer.settings.clock
            let at = try moment(request.at, clock: clock, now: now())
            article.category = try request.category.map { try Lookup(reader: writer.reader).category($0).id }
            article.validUntil = try request.until.map { text in
                let last = try day(text, clock: clock)
                guard last >= clock.day(of: at) else { throw DeskError.dayOver(text) }
                return last
            }
            if let number = request.replaces {
                let old = try writer.reader.article(number, clock: clock, now: now())
                switch old.end {
                case .replaced, .retired: throw DeskError.articleOver(old)
                case nil, .expired: break
                }
                guard at >= old.at else { throw DeskError.beforeLast(at, last: old.at, clock) }
                article.replaces = old.id
            }
            return try writer.add(article, by: actor.staff, at: at, recordedAt: now())
        }
    }

    /// Takes an article out; it stays for the record. Returns its number.
    public func retireArticle(_ number: String, reason: String?, at: String?) throws -> Int64 {
        let why = try Texts.requiredBeside(reason, field: "--reason")
        return try store.write { writer in
            try require(Self.keepers, for: "停用知识", writer.reader)
            let clock = writer.settings.clock
            let at = try moment(at, clock: clock, now: now())
            let article = try writer.reader.article(number, clock: clock, now: now())
            switch article.end {
            case .replaced, .retired: throw DeskError.articleOver(article)
            case nil, .expired: break
            }
            guard at >= article.at else { throw DeskError.beforeLast(at, last: article.at, clock) }
            try writer.retire(
                article: article.id, by: actor.staff, reason: why, at: at, recordedAt: now())
            return article.id
        }
    }

    /// Articles, the newest first.
    public func articles(_ request: ArticlesRequest) throws -> [Article] {
        try store.read { reader in
            let found = try articles(request, reader)
            if let number = request.number, found.isEmpty { throw DeskError.noSuchArticle(number) }
            let shown = request.all || request.number != nil ? found : found.filter { $0.end == nil }
            return Array(shown.prefix(request.limit ?? shown.count))
        }
    }

    /// Articles that fit a text, the best first.
    public func findArticles(_ text: String, _ request: ArticlesRequest) throws -> FoundArticles {
        guard !text.allSatisfy(\.isWhitespace) else { throw DeskError.nothingToFind }
        return try store.read { reader in
            let fitting = try articles(request, reader).fitting(text).map(\.article)
            let shown = request.all ? fitting : fitting.filter { $0.end == nil }
            return FoundArticles(
                articles: Array(shown.prefix(request.limit ?? shown.count)),
                left: request.all ? [] : fitting.filter { $0.end != nil })
        }
    }

    private func articles(_ request: ArticlesRequest, _ reader: StoreReader) throws -> [Article] {
        try check(request.limit, "--limit")
        let clock = try reader.settings().clock
        let moment = try asOf(request.asOf, clock: clock)
        let number = try request.number.map { text in
            guard let number = Int64(text) else { throw DeskError.noSuchArticle(text) }
            return number
        }
        let found = try reader.articles(number, on: clock.day(of: moment ?? now()), asOf: moment)
        guard let category = try request.category.map({ try Lookup(reader: reader).category($0) }) else {
            return found
        }
        return found.filter { "\($0.category)/".hasPrefix("\(category.path)/") }
    }

    /// Who writes what is answered.
    private static let keepers: Set<Role> = [.dispatcher, .supervisor, .editor, .administrator]
}

extension [Article] {
    /// Those that share anything with a text, the best first, with the share of their questions that the text has.
    func fitting(_ text: String) -> [(article: Article, share: Double)] {
        let relevance = Relevance(
            map { Relevance.Entry(question: $0.question, topic: $0.category, answer: $0.answer) })
        return relevance.matches(with: text).map { (self[$0.place], $0.share) }
    }
}

extension StoreReader {
    /// An article by its number, as it is now.
    fileprivate func article(_ text: String, clock: CityClock, now: Instant) throws -> Article {
        guard let number = Int64(text),
            let article = try articles(number, on: clock.day(of: now)).first
        else { throw DeskError.noSuchArticle(text) }
        return article
    }

    /// An article that an answer cites.
    ///
    /// - Parameter moment: when the answer was given: an article must have been in force then.
    func cited(_ text: String, clock: CityClock, at moment: Instant) throws -> Article {
        guard let number = Int64(text),
            let article = try articles(number, on: clock.day(of: moment), asOf: moment).first
        else { throw DeskError.noSuchArticle(text) }
        guard article.end == nil else { throw DeskError.articleOver(article) }
        return article
    }
}
