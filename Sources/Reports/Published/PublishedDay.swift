import Casework

/// The names that a city prints, by which a published text is understood.
public struct PublishedNames: Sendable {
    /// A channel or first-level category.
    public struct Name: Sendable {
        /// The code.
        public let code: String
        /// The name, as it is printed.
        public let name: String
        /// All names under which it is known.
        let forms: Set<String>

        /// A name with further ones.
        public init(code: String, name: String, others: [String] = []) {
            self.code = code
            self.name = name
            forms = Set(([name] + others).map(PublishedText.form))
        }
    }

    /// The online channels, in printing order.
    let channels: [Name]
    /// The first-level categories.
    let categories: [Name]
    /// The title of the bulletin, as it is compared.
    let title: String
    /// The year of days whose text names none.
    let year: Int?

    /// Names of a city.
    public init(channels: [Name], categories: [Name], title: String, year: Int?) {
        self.channels = channels
        self.categories = categories
        self.title = PublishedText.form(title)
        self.year = year
    }
}

/// A figure of a published text.
public enum PublishedFigure: Hashable, Sendable, Comparable {
    case calls, messages, direct, transferred, callbacks
    /// A channel, by its name.
    case channel(String)
    /// A topic, by its rank.
    case topic(Int)
}

/// What a published text says of a day.
public struct PublishedDay: Hashable, Sendable {
    /// Why something of a text was not understood; with the line, from 1.
    public enum Fault: Hashable, Sendable {
        /// No text of this kind begins anywhere.
        case nothing
        /// There is no such day, or no year was named.
        case date(String, line: Int)
        /// The figure is not there.
        case missing(PublishedFigure, line: Int)
        /// The figure stands twice.
        case twice(PublishedFigure, line: Int)
        /// Words that are none of the format's.
        case unreadable(String, line: Int)
        /// A name that the city does not have, or that could be two.
        case unknown(String, line: Int)
        /// A topic's rank is not the next one.
        case rank(Int, right: Int, line: Int)
        /// A category is two topics.
        case repeated(String, line: Int)
        /// The topics up to this one are more than the calls and messages.
        case topics(sum: Int, contacts: Int, line: Int)
        /// 直接办理 and 转交 do not make the calls.
        case split(sum: Int, calls: Int, line: Int)
        /// The channels do not make the messages.
        case channels(sum: Int, messages: Int, line: Int)
    }

    /// The day; nil where it could not be told.
    public internal(set) var day: CivilDay?
    /// The figures; nil where not all could be told.
    public internal(set) var bulletin: Bulletin?
    /// The lines on which figures stand.
    public internal(set) var lines: [PublishedFigure: Int] = [:]
    /// What keeps the day from being taken, in the text's order.
    public internal(set) var faults: [Fault] = []
    /// What was not understood, but is no figure.
    public internal(set) var remarks: [Fault] = []
    /// The text, as it stands.
    public internal(set) var text = ""

    /// Reads all days of a text.
    public static func read(_ text: String, _ names: PublishedNames) -> [PublishedDay] {
        let published = PublishedText(text)
        let all = published.letters[...]
        let starts = PublishedReader.starts(in: all)
        guard !starts.isEmpty else {
            var day = PublishedDay()
            day.faults = [.nothing]
            return [day]
        }
        // A title belongs to the day below it.
        let begins = starts.map { start in
            let before = all[..<start].suffix(names.title.count)
            return before.forms == names.title ? start - names.title.count : start
        }
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? begins[index + 1] : all.endIndex
            var reader = PublishedReader(names)
            reader.read(all[starts[index]..<end])
            if index == 0, begins[0] > all.startIndex {
                let before = all[..<begins[0]]
                reader.day.remarks.insert(.unreadable(before.given, line: before.line), at: 0)
            }
            reader.day.text = text[all[begins[index]].place...all[end - 1].place]
                .split(omittingEmptySubsequences: false) { $0.isNewline }.joined(separator: "\n")
            return reader.day
        }
    }
}
