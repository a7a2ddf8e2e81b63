import Casework

/// The figures of one day as they are published.
public struct Bulletin: Hashable, Sendable {
    /// A channel of the online group with its messages.
    public struct ChannelCount: Hashable, Sendable {
        /// The channel's name.
        public let name: String
        /// The channel's code.
        public let code: String
        /// Its messages; never 0.
        public let count: Int

        /// A channel with its messages.
        public init(name: String, code: String, count: Int) {
            self.name = name
            self.code = code
            self.count = count
        }
    }

    /// One of the day's most frequent first-level categories.
    public struct Topic: Hashable, Sendable {
        /// From 1.
        public let rank: Int
        /// The category's code.
        public let code: String
        /// The category's name.
        public let category: String
        /// Contacts of both groups, thanks left out.
        public let count: Int
        /// Whether a concentration would be about an address or a problem.
        public let finding: Category.Finding
        /// Where or what many of the contacts are about, if anything.
        public var concentration: Concentration?
        /// Who was contacted.
        public var contact: String
        /// How many of the contacts were transferred; nil where that is not known.
        public let transferred: Int?

        /// A topic with what is said of it.
        public init(
            rank: Int, code: String, category: String, count: Int, finding: Category.Finding,
            concentration: Concentration?, contact: String, transferred: Int?
        ) {
            self.rank = rank
            self.code = code
            self.category = category
            self.count = count
            self.finding = finding
            self.concentration = concentration
            self.contact = contact
            self.transferred = transferred
        }
    }

    /// One place, or one problem, from which conspicuously many of a topic's contacts come.
    public struct Concentration: Hashable, Sendable {
        /// Address or problem.
        public let kind: Category.Finding
        /// The place or the problem.
        public let label: String
        /// Its contacts.
        public let count: Int
        /// Their numbers, as far as whoever asks may see them.
        public let numbers: [ContactNumber]

        /// A place or problem with its contacts.
        public init(kind: Category.Finding, label: String, count: Int, numbers: [ContactNumber]) {
            self.kind = kind
            self.label = label
            self.count = count
            self.numbers = numbers
        }

        /// The same with only those numbers that somebody may see; it counts what it counted.
        public func showing(_ isSeen: (CaseNumber) throws -> Bool) rethrows -> Concentration {
            Concentration(
                kind: kind, label: label, count: count,
                numbers: try numbers.filter { try isSeen($0.caseNumber) })
        }
    }

    /// The day.
    public let day: CivilDay
    /// 来电诉求
    public let calls: Int
    /// 网民留言
    public let messages: Int
    /// The online channels with messages, in printing order.
    public let channels: [ChannelCount]
    /// 直接办理
    public let direct: Int
    /// 转交责任单位办理
    public let transferred: Int
    /// Calls that nobody has decided about yet. A bulletin with any is a draft.
    public let undisposed: Int
    /// 回访量
    public let callbacks: Int
    /// The most frequent first-level categories.
    public var topics: [Topic]

    /// Figures that are known.
    public init(
        day: CivilDay, calls: Int, messages: Int, channels: [ChannelCount], direct: Int, transferred: Int,
        undisposed: Int, callbacks: Int, topics: [Topic]
    ) {
        self.day = day
        self.calls = calls
        self.messages = messages
        self.channels = channels
        self.direct = direct
        self.transferred = transferred
        self.undisposed = undisposed
        self.callbacks = callbacks
        self.topics = topics
    }

    /// Computes a day's figures.
    ///
    /// - Parameters:
    ///   - counts: all contacts of the day that count, by their facets.
    ///   - callbacks: the connected callbacks of the day.
    ///   - topicCount: how many topics to name. Ties go by the order of the configuration.
    public init(day: CivilDay, counts: [FacetCount], callbacks: Int, topicCount: Int) {
        self.day = day
        self.callbacks = callbacks
        calls = Figure.calls.count(in: counts)
        messages = Figure.messages.count(in: counts)
        direct = Figure.direct.count(in: counts)
        transferred = Figure.transferred.count(in: counts)
        undisposed = Figure.undisposed.count(in: counts)
        channels = Self.latest(counts.map(\.facet.channel).filter { $0.group == .online }, code: \.code)
            .sorted { ($0.position, $0.code) < ($1.position, $1.code) }
            .map {
                ChannelCount(
                    name: $0.name, code: $0.code, count: Figure.channel($0.code, .online).count(in: counts))
            }
        var totals: [String: (category: Category, count: Int, transferred: Int)] = [:]
        for entry in counts {
            let topic = entry.facet.topic
            guard Figure.topic(topic.code).includes(entry.facet) else { continue }
            var total = totals[topic.code] ?? (topic, 0, 0)
            // The latest wording, where a category was renamed in the course of the day.
            if topic.id > total.category.id { total.category = topic }
            total.count += entry.count
            if Figure.transferredTopic(topic.code).includes(entry.facet) { total.transferred += entry.count }
            totals[topic.code] = total
        }
        topics = totals.values
            .sorted { one, other in
                one.count != other.count
                    ? one.count > other.count
                    : (one.category.position, one.category.code) < (
                        other.category.position, other.category.code
                    )
            }
            .prefix(topicCount).enumerated()
            .map { index, entry in
                Topic(
                    rank: index + 1, code: entry.category.code, category: entry.category.name,
                    count: entry.count, finding: entry.category.finding, concentration: nil,
                    contact: entry.category.contact, transferred: entry.transferred)
            }
    }

    /// What the sums must be: every call is either direct, transferred or not yet decided about, and every
    /// message came through a channel.
    public var sumsClose: Bool {
        direct + transferred + undisposed == calls && channels.reduce(0) { $0 + $1.count } == messages
    }

    /// One row for each code: the latest, where wording changed in the course of the day.
    private static func latest<Value: Identifiable>(
        _ values: [Value], code: KeyPath<Value, String>
    ) -> [Value] where Value.ID == Int64 {
        Array(Dictionary(values.map { ($0[keyPath: code], $0) }) { $0.id > $1.id ? $0 : $1 }.values)
    }
}
