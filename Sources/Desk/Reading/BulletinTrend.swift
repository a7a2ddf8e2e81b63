import CaseStore
import Casework
import Reports

extension Desk {
    /// The last two weeks up to a bulletin's day, for its charts.
    public func trend(of day: CivilDay, asOf: String? = nil) throws -> Bulletin.Trend {
        try store.read { reader in
            let clock = try reader.settings().clock
            let moment = try self.asOf(asOf, clock: clock)
            let days = (-13...0).map { day.advanced(by: $0) }
            return Bulletin.Trend(
                days: try days.map { day in
                    let here = try reader.received(
                        in: Window(Period(day)), asOf: moment, clock: clock, withHours: false
                    ) { _ in true }
                    return (day, here.counts)
                })
        }
    }
}
