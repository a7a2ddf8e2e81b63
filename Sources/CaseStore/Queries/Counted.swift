import Casework
import GRDB

extension StoreReader {
    /// The one predicate of what counts on days: everything that is counted, listed or explained uses it. Its values
    /// are those of ``counting(_:_:_:)``.
    ///
    /// - Parameters:
    ///   - states: what the statement calls the rows of `contact_states`.
    ///   - days: the days; where one alone is asked for, `= :day` leads the index further.
    static func counted(_ states: String, days: String = "BETWEEN :from AND :to") -> String {
        """
        \(states).day \(days) AND \(states).standing = 'counted'
            AND \(states).since <= :moment AND \(states).until > :moment
        """
    }

    /// The values for what counts from one day to another, in the state that had been reached by a moment; nil for now.
    static func counting(_ from: CivilDay, _ to: CivilDay, _ moment: Instant?) -> [String: DatabaseValue] {
        [
            "from": from.compact.databaseValue, "to": to.compact.databaseValue,
            "moment": (moment ?? .latest).seconds.databaseValue,
        ]
    }
}
