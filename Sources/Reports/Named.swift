import Casework

/// For what requests are counted: a kind, a channel, a category, a district. What has one code is one thing, whatever it
/// was called meanwhile.
struct Named {
    let code: String
    /// The row of the directory: the newest one says what the thing is called, and where it stands.
    let row: Int64
    let name: String
    var position = 0
}

extension Named {
    init(_ kind: RequestKind) {
        self.init(code: kind.code, row: kind.id, name: kind.name, position: kind.position)
    }

    init(_ channel: Channel) {
        self.init(code: channel.code, row: channel.id, name: channel.name, position: channel.position)
    }

    /// A first-level category.
    init(topic: Category) {
        self.init(code: topic.code, row: topic.id, name: topic.name)
    }

    /// The part of a topic to which a category belongs, itself or the one above it; nil of the topic.
    ///
    /// - Parameter depth: the level of the topic, from 1; there are three.
    init?(_ category: Category, below depth: Int) {
        let names = category.path.split(separator: "/")
        guard names.count > depth else { return nil }
        let above = names.count > depth + 1 ? category.parentCode : nil
        self.init(code: above ?? category.code, row: category.id, name: String(names[depth]))
    }

    /// The district of an area, or the street by its path; nil where it is not known.
    init?(_ area: Area?, _ level: Area.Level) {
        let depth = level == .district ? 1 : 2
        guard let area, area.codes.count >= depth else { return nil }
        self.init(
            code: area.codes[depth - 1], row: area.id, name: area.names.prefix(depth).joined(separator: "/"))
    }
}

extension [PlacedCount] {
    /// In the order of the configuration; what was not recorded last.
    func inOrder(_ thing: (PlacedCount) -> Named?) -> [Notice.Part] {
        sums(of: thing).sorted { one, other in
            guard let first = one.thing, let second = other.thing else { return one.thing != nil }
            return (first.position, first.name, first.code) < (second.position, second.name, second.code)
        }.map(\.part)
    }

    /// The most first; what was not recorded last.
    func byCount(_ thing: (PlacedCount) -> Named?) -> [Notice.Part] {
        sums(of: thing).sorted { one, other in
            guard let first = one.thing, let second = other.thing else { return one.thing != nil }
            return (other.count, first.name, first.code) < (one.count, second.name, second.code)
        }.map(\.part)
    }

    private func sums(of thing: (PlacedCount) -> Named?) -> [Sum] {
        var newest: [String: Named] = [:]
        var counts: [String?: Int] = [:]
        for entry in self {
            let named = thing(entry)
            counts[named?.code, default: 0] += entry.count
            if let named, named.row > newest[named.code]?.row ?? .min { newest[named.code] = named }
        }
        return counts.map { code, count in Sum(thing: code.flatMap { newest[$0] }, count: count) }
    }
}

/// The requests of one thing, or of what was not recorded.
private struct Sum {
    let thing: Named?
    let count: Int

    var part: Notice.Part { Notice.Part(name: thing?.name ?? Notice.unrecorded, count: count) }
}
