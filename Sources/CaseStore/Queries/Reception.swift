import Casework
import GRDB

/// What came in in a period, or was dispatched in it: by facets and places, by day and by hour.
public struct Reception: Sendable {
    /// By facets and places.
    public fileprivate(set) var counts: [PlacedCount] = []
    /// By the days on which it came.
    public fileprivate(set) var days: [CivilDay: Int] = [:]
    /// By the hour of the day, from 0 to 23.
    public fileprivate(set) var hours = [Int](repeating: 0, count: 24)
}

extension StoreReader {
    static let receivedQuery = """
        SELECT channel_id, disposition, kind_id, category_id, area_id, day, received_at
        FROM contact_states AS states
        WHERE \(counted("states"))
        """

    /// The contacts of a period that count.
    ///
    /// - Parameters:
    ///   - moment: the state that had been reached by then; nil for now.
    ///   - isWanted: whether an area counts.
    public func received(
        in window: Window, asOf moment: Instant? = nil, clock: CityClock,
        where isWanted: (Area.ID?) -> Bool
    ) throws -> Reception {
        var tally = Tally(window: window, clock: clock)
        try db.ask(Self.receivedQuery, Self.counting(window.first, window.last, moment)).forEach { row in
            guard isWanted(row[4]) else { return }
            tally.add(row, day: row[5], at: Instant(seconds: row[6]))
        }
        return try tally.reception(self)
    }

    static let dispatchedQuery = """
        SELECT contact.channel_id, 'transferred', contact.kind_id, contact.category_id, contact.area_id,
            assignments.day, assignments.since, assignments.unit_id, \(passedBy)
        FROM assignments \(joinedMatter)
        WHERE assignments.day BETWEEN ?1 AND ?2 AND assignments.since <= ?3 AND cases.stage <> 'void'
            AND assignments.began_by <> 'rework' AND assignments.began_by <> 'return'
        """

    /// What was dispatched in a period, each matter by the contact that speaks for it.
    ///
    /// - Parameter isWanted: whether what a unit got counts; the other unit is the one that sent it down.
    public func dispatched(
        in window: Window, asOf moment: Instant? = nil, clock: CityClock,
        where isWanted: (_ unit: Casework.Unit.ID, _ above: Casework.Unit.ID?, _ area: Area.ID?) -> Bool
    ) throws -> Reception {
        var tally = Tally(window: window, clock: clock)
        try db.ask(Self.dispatchedQuery, Self.limits(window, moment)).forEach { row in
            guard isWanted(row[7], row[8], row[4]) else { return }
            tally.add(row, day: row[5], at: Instant(seconds: row[6]))
        }
        return try tally.reception(self)
    }

    static func finishedQuery(withMatter: Bool) -> String {
        """
        SELECT assignments.unit_id, \(withMatter ? "contact.category_id, contact.area_id" : "NULL, NULL"), (
            -- When it came in: what goes down or comes back from below came before. Nothing for what is done again.
            SELECT iif(entry.began_by = 'rework', NULL, entry.since) FROM assignments AS entry
            WHERE entry.case_number = assignments.case_number AND entry.position <= assignments.position
                AND entry.began_by NOT IN ('pass', 'return')
            ORDER BY entry.position DESC LIMIT 1)
        FROM assignments \(withMatter ? joinedMatter : "")
        WHERE assignments.ended_at >= ?1 AND assignments.ended_at < ?2 AND assignments.end = 'replied'
            AND assignments.ended_at <= ?3 AND \(ofNoVoidCase)
        """
    }

    /// The dispatches that were replied to between two moments, and when each came in; what was done again is not
    /// finished twice.
    ///
    /// - Parameter withMatter: category and area are wanted too.
    public func finished(
        in range: Range<Instant>, asOf moment: Instant? = nil, withMatter: Bool,
        each: (
            _ unit: Casework.Unit.ID, _ category: Casework.Category.ID?, _ area: Area.ID?, _ came: Instant
        ) throws -> Void
    ) throws {
        try db.ask(
            Self.finishedQuery(withMatter: withMatter),
            [range.lowerBound.seconds, range.upperBound.seconds, (moment ?? .latest).seconds]
        ).forEach { row in
            guard let came: Int64 = row[3] else { return }
            try each(row[0], row[1], row[2], Instant(seconds: came))
        }
    }

    private static func limits(_ window: Window, _ moment: Instant?) -> [Int64] {
        [Int64(window.first.compact), Int64(window.last.compact), (moment ?? .latest).seconds]
    }
}

/// Counts rows. It is done here: SQLite would sort the rows for it, which takes several times as long.
private struct Tally {
    private struct Key: Hashable {
        let facet: FacetRow
        let area: Area.ID?
    }

    let window: Window
    let clock: CityClock
    private var counts: [Key: Int] = [:]
    private var days: [Int: Int] = [:]
    private var hours = [Int](repeating: 0, count: 24)

    init(window: Window, clock: CityClock) {
        self.window = window
        self.clock = clock
    }

    /// Adds a row of channel, disposition, kind, category and area.
    mutating func add(_ row: Columns, day: Int, at moment: Instant) {
        var day = day
        if let moments = window.moments {
            guard moments.contains(moment) else { return }
            // The last day of a window ends where the window does.
            let rest = clock.start(of: window.last.advanced(by: 1)).seconds - moments.upperBound.seconds
            day = clock.day(of: moment.advanced(bySeconds: rest)).compact
        }
        hours[Int(clock.secondOfDay(moment) / 3600)] += 1
        counts[Key(facet: FacetRow(row), area: row[4]), default: 0] += 1
        days[day, default: 0] += 1
    }

    func reception(_ reader: StoreReader) throws -> Reception {
        var facets = try Facets(reader)
        let areas = try reader.allAreas()
        var reception = Reception()
        reception.counts = counts.compactMap { key, count in
            facets.facet(key.facet).map {
                PlacedCount(facet: $0, area: key.area.flatMap { areas[$0] }, count: count)
            }
        }
        for (day, count) in days { if let day = CivilDay(compact: day) { reception.days[day] = count } }
        reception.hours = hours
        return reception
    }
}
