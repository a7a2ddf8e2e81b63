import Casework
import GRDB

/// An editor's words for a topic of a day's bulletin.
public struct TopicWording: Hashable, Sendable {
    /// The topic's code.
    public let topic: String
    /// The computed words that they replace.
    public let computed: String
    /// The words; empty where the computed ones are to stand again.
    public let words: String

    /// Words for others.
    public init(topic: String, computed: String, words: String) {
        self.topic = topic
        self.computed = computed
        self.words = words
    }
}

/// A day before the store's own, read from what was published.
public struct HistoricDay: Hashable, Sendable {
    /// The day.
    public let day: CivilDay
    /// The text as it was read.
    public let text: String
    /// The figures as JSON.
    public let figures: String

    /// A day with its figures.
    public init(day: CivilDay, text: String, figures: String) {
        self.day = day
        self.text = text
        self.figures = figures
    }

    fileprivate var digest: [UInt8] {
        let encoding = Encoding()
        encoding.add(Int64(day.compact))
        encoding.add(text)
        encoding.add(figures)
        return Array(encoding.digest)
    }
}

extension StoreReader {
    /// The words that an editor has put in place of computed ones of a day, those in force.
    public func wordings(of day: CivilDay) throws -> [TopicWording] {
        var latest: [String: TopicWording] = [:]
        try db.ask(
            "SELECT topic, computed, words FROM bulletin_wordings WHERE day = ? ORDER BY id",
            [Int64(day.compact)]
        ).forEach { row in
            latest[row[0]] = TopicWording(topic: row[0], computed: row[1], words: row[2])
        }
        return latest.values.filter { !$0.words.isEmpty }.sorted { $0.topic < $1.topic }
    }

    /// The days of a stretch that were read from published texts.
    public func historicDays(from: CivilDay, to: CivilDay) throws -> [HistoricDay] {
        try db.ask(
            "SELECT day, text, figures FROM historic_days WHERE day BETWEEN ? AND ? ORDER BY day",
            [Int64(from.compact), Int64(to.compact)]
        ).map { row in
            CivilDay(compact: row[0]).map { HistoricDay(day: $0, text: row[1], figures: row[2]) }
        }
    }

    /// The first day that was read from a published text; nil where there is none.
    public func firstHistoricDay() throws -> CivilDay? {
        try db.ask("SELECT min(day) FROM historic_days").first { row in
            (row[0] as Int?).flatMap { CivilDay(compact: $0) }
        }
    }

    /// Days read from published texts that are not what was read.
    public func historicFindings() throws -> [Finding] {
        try db.ask("SELECT day, text, figures, digest FROM historic_days ORDER BY day").map { row in
            guard let day = CivilDay(compact: row[0]) else { return nil }
            let digest = HistoricDay(day: day, text: row[1], figures: row[2]).digest
            return digest == row.bytes(3) ? nil : .historicDay(day)
        }
    }
}

extension StoreWriter {
    /// Keeps an editor's words.
    public func add(_ wording: TopicWording, of day: CivilDay, by staff: String, at: Instant) throws {
        try db.run(
            """
            INSERT INTO bulletin_wordings (day, topic, computed, words, at, staff) VALUES (?, ?, ?, ?, ?, ?)
            """, [day.compact, wording.topic, wording.computed, wording.words, at.seconds, staff])
    }

    /// Keeps a day that was read.
    public func add(_ day: HistoricDay, by staff: String, at: Instant) throws {
        try Insertion(
            db,
            "INSERT INTO historic_days (day, text, figures, at, staff, digest) VALUES (?, ?, ?, ?, ?, ?)"
        ).run { row in
            row.add(day.day.compact)
            row.add(day.text)
            row.add(day.figures)
            row.add(at.seconds)
            row.add(staff)
            row.add(day.digest)
        }
    }
}
