import Casework

extension Bulletin {
    /// All figures, as they are kept of a bulletin that was issued or read.
    public var json: JSON {
        .object([
            "day": .string(day.description), "calls": .int(calls), "messages": .int(messages),
            "channels": .array(
                channels.map {
                    .object(["name": .string($0.name), "code": .string($0.code), "count": .int($0.count)])
                }),
            "direct": .int(direct), "transferred": .int(transferred), "undisposed": .int(undisposed),
            "callbacks": .int(callbacks), "topics": .array(topics.map(\.json)),
        ])
    }

    /// Figures that were kept; nil for what are none.
    public init?(_ json: JSON) {
        guard let day = json["day"]?.string.flatMap({ CivilDay($0) }), let calls = json["calls"]?.int,
            let messages = json["messages"]?.int, let direct = json["direct"]?.int,
            let transferred = json["transferred"]?.int, let undisposed = json["undisposed"]?.int,
            let callbacks = json["callbacks"]?.int,
            let channels = json["channels"]?.array?.every({ json -> ChannelCount? in
                guard let name = json["name"]?.string, let code = json["code"]?.string,
                    let count = json["count"]?.int
                else { return nil }
                return ChannelCount(name: name, code: code, count: count)
            }), let topics = json["topics"]?.array?.every({ Topic($0) })
        else { return nil }
        self.init(
            day: day, calls: calls, messages: messages, channels: channels, direct: direct,
            transferred: transferred, undisposed: undisposed, callbacks: callbacks, topics: topics)
    }
}

extension Bulletin.Topic {
    fileprivate var json: JSON {
        .object([
            "rank": .int(rank), "code": .string(code), "category": .string(category), "count": .int(count),
            "finding": .string(finding.rawValue), "concentration": concentration?.json ?? .null,
            "contact": .string(contact), "transferred": transferred.map { .int($0) } ?? .null,
        ])
    }

    fileprivate init?(_ json: JSON) {
        guard let rank = json["rank"]?.int, let code = json["code"]?.string,
            let category = json["category"]?.string, let count = json["count"]?.int,
            let finding = json["finding"]?.string.flatMap(Category.Finding.init(rawValue:)),
            let contact = json["contact"]?.string, let found = json["concentration"]
        else { return nil }
        let concentration = Bulletin.Concentration(found)
        guard (found == .null) == (concentration == nil) else { return nil }
        self.init(
            rank: rank, code: code, category: category, count: count, finding: finding,
            concentration: concentration, contact: contact, transferred: json["transferred"]?.int)
    }
}

extension Bulletin.Concentration {
    fileprivate var json: JSON {
        .object([
            "kind": .string(kind.rawValue), "label": .string(label), "count": .int(count),
            "numbers": .array(numbers.map { .string($0.description) }),
        ])
    }

    fileprivate init?(_ json: JSON) {
        guard let kind = json["kind"]?.string.flatMap(Category.Finding.init(rawValue:)),
            let label = json["label"]?.string, let count = json["count"]?.int,
            let numbers = json["numbers"]?.array?.every({ $0.string.flatMap { ContactNumber($0) } })
        else { return nil }
        self.init(kind: kind, label: label, count: count, numbers: numbers)
    }
}

extension Array {
    /// All entries as something else; nil where one cannot be that.
    fileprivate func every<Value>(_ read: (Element) -> Value?) -> [Value]? {
        let values = compactMap(read)
        return values.count == count ? values : nil
    }
}
