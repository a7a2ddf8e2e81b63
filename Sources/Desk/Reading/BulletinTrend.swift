import CaseStore
import Casework
import Reports

extension Desk {
    /// The last two weeks up to a bulletin's day, for its charts: what was issued or read as it was, the other days as they are
    /// counted, and none of which nothing is known.
    ///
    /// - Parameter computed: the day itself as it would be now, though it was issued.
    public func trend(of day: CivilDay, asOf: String? = nil, computed: Bool = false) throws -> Bulletin.Trend
    {
        try store.read { reader in
            let settings = try reader.settings()
            let moment = try self.asOf(asOf, clock: settings.clock)
            let began = try reader.firstDay()
            var days: [Bulletin] = []
            var isKept = false
            for place in -13...0 {
                let day = day.advanced(by: place)
                if asOf == nil, !computed || place < 0, let kept = try kept(day, reader) {
                    days.append(kept.bulletin)
                    isKept = place == 0
                } else if let began, began <= day {
                    days.append(try bulletin(day, asOf: moment, settings: settings, reader: reader))
                }
            }
            if isKept {
                let lines = try reader.inForce(day).map { try reader.contactLines(of: $0.id) } ?? []
                let areas = Dictionary(try reader.allAreas().values.map { ($0.path, $0) }) {
                    $0.id > $1.id ? $0 : $1
                }
                return Bulletin.Trend(
                    days: days,
                    placed: lines.map { PlacedCount(facet: $0.facet, area: areas[$0.area], count: 1) })
            }
            let here = try reader.received(
                in: Window(Period(day)), asOf: moment, clock: settings.clock
            ) { _ in true }
            return Bulletin.Trend(days: days, placed: here.counts)
        }
    }
}
