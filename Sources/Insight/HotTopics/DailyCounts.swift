import Casework

/// How many contacts each key (a category, a district, a spot …) had on each day of a stretch.
public struct DailyCounts<Key: Hashable & Sendable>: Sendable {
    /// The days that are counted. A day on which nothing was counted is a day without contacts.
    public let days: Period
    /// The keys in the order in which they were first counted.
    public private(set) var keys: [Key] = []
    private var places: [Key: Int] = [:]
    /// For each key a count a day.
    private var counts: [[Int]] = []
    /// The places of days of which only some keys are known: what has no count then is unknown, not none.
    private var partial: Set<Int> = []

    /// No contacts on these days.
    ///
    /// - Parameter days: the period that is looked at and what is to be compared with it, the eight weeks before at
    ///   best; not the days before the first contact of a store.
    public init(_ days: Period) {
        self.days = days
    }

    /// Counts contacts; those of other days are passed over.
    public mutating func add(_ count: Int = 1, of key: Key, on day: CivilDay) {
        guard days.contains(day) else { return }
        let place = places[key] ?? keys.count
        if place == keys.count {
            places[key] = place
            keys.append(key)
            counts.append(Array(repeating: 0, count: days.dayCount))
        }
        counts[place][day.number - days.first.number] += count
    }

    /// The counts of a key, day after day; nil where it has none.
    public subscript(key: Key) -> [Int]? {
        places[key].map { counts[$0] }
    }

    /// Says that of a day only the keys that are counted are known.
    public mutating func leaveOpen(_ day: CivilDay) {
        if days.contains(day) { partial.insert(day.number - days.first.number) }
    }

    /// Whether only some keys are known of a day, by its place.
    func isPartial(_ day: Int) -> Bool { partial.contains(day) }

    /// Whether a key's counts are known of all these days, by their places.
    func isKnown(_ place: Int, _ days: Range<Int>) -> Bool {
        partial.isEmpty || days.allSatisfy { !partial.contains($0) || counts[place][$0] > 0 }
    }

    func counts(at place: Int) -> [Int] { counts[place] }
}
