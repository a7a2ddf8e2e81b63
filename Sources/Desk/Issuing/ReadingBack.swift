import CaseStore
import Casework
import Reports

/// What became of a day of a published text.
public struct ReadBackDay: Sendable {
    /// What was done with it.
    public enum Fate: Sendable {
        /// It was stored; or would be.
        case taken
        /// It was stored before, with the same figures.
        case known
        /// It was stored before with other figures.
        case otherwise
        /// The store has figures of its own of the day.
        case own
        /// The day has not come, or is not over.
        case future
        /// Not all of it could be read.
        case unreadable
    }

    /// What was read.
    public let published: PublishedDay
    /// What became of it.
    public let fate: Fate

    /// Whether it was refused.
    public var isRefused: Bool {
        switch fate {
        case .taken, .known: false
        case .otherwise, .own, .future, .unreadable: true
        }
    }
}

extension Desk {
    /// Reads published texts and stores their days, each that is read whole.
    ///
    /// - Parameters:
    ///   - year: of days whose text names none.
    ///   - rehearsing: nothing is stored.
    public func readBack(_ text: String, year: String?, rehearsing: Bool) throws -> [ReadBackDay] {
        let number = try year.map { text in
            guard let year = Int(text), (1900...9999).contains(year) else { throw DeskError.badPeriod(text) }
            return year
        }
        if rehearsing {
            return try store.read { reader in
                try require([.editor], for: "读入日报", reader)
                return try fates(text, year: number, reader)
            }
        }
        return try store.write { writer in
            try require([.editor], for: "读入日报", writer.reader)
            let days = try fates(text, year: number, writer.reader)
            for day in days {
                guard case .taken = day.fate, let bulletin = day.published.bulletin else { continue }
                try writer.add(
                    HistoricDay(day: bulletin.day, text: day.published.text, figures: bulletin.json.text),
                    by: actor.staff, at: now())
            }
            return days
        }
    }

    private func fates(_ text: String, year: Int?, _ reader: StoreReader) throws -> [ReadBackDay] {
        let settings = try reader.settings()
        let today = settings.clock.day(of: now())
        let names = PublishedNames(
            channels: try reader.channels().filter { $0.group == .online }.map { channel in
                .init(
                    code: channel.code, name: channel.name,
                    others: try others(.channel, channel.code, reader))
            },
            categories: try reader.topicCategories().map { category in
                .init(
                    code: category.code, name: category.name,
                    others: try others(.category, category.code, reader))
            },
            title: settings.bulletinTitle, year: year)
        var taken: [CivilDay: String] = [:]
        return try PublishedDay.read(text, names).map { published in
            guard let bulletin = published.bulletin else {
                return ReadBackDay(published: published, fate: .unreadable)
            }
            let day = bulletin.day
            let figures = bulletin.json.text
            let known = try taken[day] ?? reader.historicDays(from: day, to: day).first?.figures
            taken[day] = known ?? figures
            let fate: ReadBackDay.Fate =
                if day >= today { .future } else if let known {
                    known == figures ? .known : .otherwise
                } else if try reader.inForce(day) != nil || !reader.hasNothing(on: day) {
                    .own
                } else { .taken }
            return ReadBackDay(published: published, fate: fate)
        }
    }

    private func others(_ entity: DirectoryEntity, _ code: String, _ reader: StoreReader) throws -> [String] {
        try reader.names(of: entity).filter { $0.code == code }.map(\.spelling.name)
    }
}

extension StoreReader {
    /// The first-level categories in force.
    fileprivate func topicCategories() throws -> [Casework.Category] {
        var codes: Set<String> = []
        return try names(of: .category).map(\.code).filter { codes.insert($0).inserted }
            .compactMap { try category(code: $0) }.filter { $0.parentCode == nil }
    }
}
