import Casework
import GRDB

/// An article of the knowledge base: what is answered to a question that comes often.
public struct Article: Hashable, Sendable {
    /// Why an article is not to be answered any more.
    public enum End: Hashable, Sendable {
        /// A newer article stands in its place.
        case replaced(by: Int64)
        /// Somebody took it out, and why.
        case retired(by: String, reason: String)
        /// Its last day is over.
        case expired
    }

    /// Its number in the store, from 1.
    public let id: Int64
    /// What is asked.
    public let question: String
    /// What is answered.
    public let answer: String
    /// The path of the category that it is about; empty for all.
    public let category: String
    /// The last day on which it may be answered; nil for no end.
    public let validUntil: CivilDay?
    /// The article in whose place it stands.
    public let replaces: Int64?
    /// When it was written.
    public let at: Instant
    /// By whom.
    public let staff: String
    /// Why it is not to be answered any more; nil where it is.
    public let end: End?
}

/// An article as somebody writes it.
public struct ArticleDraft: Hashable, Sendable {
    /// What is asked.
    public var question: String
    /// What is answered.
    public var answer: String
    /// What it is about.
    public var category: Casework.Category.ID?
    /// The last day on which it may be answered.
    public var validUntil: CivilDay?
    /// The article in whose place it stands.
    public var replaces: Int64?

    /// An article that is about everything and has no end.
    public init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}

extension StoreReader {
    /// All articles that were ever written, the newest first.
    ///
    /// - Parameters:
    ///   - id: only this one.
    ///   - today: the day on which they would be answered.
    ///   - moment: what happened later is left out.
    public func articles(_ id: Int64? = nil, on today: CivilDay, asOf moment: Instant? = nil) throws
        -> [Article]
    {
        try db.ask(
            """
            SELECT articles.id, articles.question, articles.answer, categories.path, articles.valid_until,
                articles.replaces, articles.at, articles.staff, newer.id, retired.staff, retired.reason
            FROM articles
                LEFT JOIN categories ON categories.id = articles.category_id
                LEFT JOIN articles AS newer ON newer.replaces = articles.id AND newer.at <= :moment
                LEFT JOIN retired_articles AS retired
                    ON retired.article_id = articles.id AND retired.at <= :moment
            WHERE (:id IS NULL OR articles.id = :id) AND articles.at <= :moment
            ORDER BY articles.id DESC
            """,
            ["id": id.databaseValue, "moment": (moment ?? .endOfTime).seconds.databaseValue]
        ).map { row in
            let until = (row[4] as Int?).flatMap { CivilDay(compact: $0) }
            let (newer, retiree): (Int64?, String?) = (row[8], row[9])
            let end: Article.End? =
                newer.map { .replaced(by: $0) } ?? retiree.map { .retired(by: $0, reason: row[10]) }
                ?? (until.map { $0 < today } ?? false ? .expired : nil)
            return Article(
                id: row[0], question: row[1], answer: row[2], category: row[3], validUntil: until,
                replaces: row[5], at: Instant(seconds: row[6]), staff: row[7], end: end)
        }
    }
}

extension StoreWriter {
    /// Keeps an article. Returns its number.
    public func add(_ article: ArticleDraft, by staff: String, at moment: Instant, recordedAt: Instant) throws
        -> Int64
    {
        try Insertion(
            db,
            """
            INSERT INTO articles (question, answer, category_id, valid_until, replaces, at, recorded_at, staff)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run { row in
            row.add(article.question)
            row.add(article.answer)
            row.add(article.category)
            row.add(article.validUntil?.compact)
            row.add(article.replaces)
            row.add(moment.seconds)
            row.add(recordedAt.seconds)
            row.add(staff)
        }
    }

    /// Keeps that an article is not to be answered any more.
    public func retire(
        article id: Int64, by staff: String, reason: String, at moment: Instant, recordedAt: Instant
    ) throws {
        try db.run(
            "INSERT INTO retired_articles (article_id, at, recorded_at, staff, reason) VALUES (?, ?, ?, ?, ?)",
            [id, moment.seconds, recordedAt.seconds, staff, reason])
    }
}
