import Casework
import GRDB

/// What applying a configuration changed: one line a row, with the table's name and the row's code.
public struct ConfigurationChange: Hashable, Sendable {
    /// What happened to a row.
    public enum Kind: String, Sendable {
        /// It is new.
        case added
        /// It says something else now.
        case changed
        /// It is no longer in force.
        case removed
    }

    /// What happened.
    public let kind: Kind
    /// The table.
    public let table: String
    /// The row's code.
    public let code: String
}

extension StoreWriter {
    /// Puts a configuration in force as a new version, or changes nothing where it says what is in force already.
    ///
    /// - Parameters:
    ///   - expected: the version that must be in force; nil for any.
    /// - Returns: the version in force afterwards, and what changed.
    public func apply(
        _ configuration: CityConfiguration, expecting expected: Int?, by staff: String,
        at moment: Instant
    ) throws -> (version: Int, changes: [ConfigurationChange]) {
        let current = try reader.configVersion()
        if let expected, expected != current {
            throw StoreError.configChanged(expected: expected, actual: current)
        }
        if current > 0, try reader.settings().clock != configuration.settings.clock,
            try reader.caseCount() > 0
        {
            throw StoreError.clockFixed
        }
        var changes: [ConfigurationChange] = []
        let version = try newVersion(by: staff, at: moment) { version in
            for table in VersionedTable.all {
                changes += try table.replace(with: configuration, version: version, in: db)
            }
            if try replaceCalendar(configuration.calendar) {
                changes.append(ConfigurationChange(kind: .changed, table: "calendar", code: ""))
            }
            return !changes.isEmpty
        }
        return (version, changes)
    }

    /// The calendar is always the current one. Returns whether it changed.
    private func replaceCalendar(_ calendar: WorkCalendar) throws -> Bool {
        let before = try reader.calendar()
        guard before != calendar else { return false }
        try db.execute(sql: "DELETE FROM calendar_years; DELETE FROM calendar_days")
        for year in calendar.years.sorted() {
            try db.run("INSERT INTO calendar_years (year) VALUES (?)", [year])
        }
        for (day, works) in calendar.exceptions.sorted(by: { $0.key < $1.key }) {
            try db.run("INSERT INTO calendar_days (day, works) VALUES (?, ?)", [day.compact, works])
        }
        if let changed = before.days(differingFrom: calendar) { try refreshDeadlines(touching: changed) }
        return true
    }

    /// Deadlines follow from history and the calendar in force: what is stored of them is only a cache. Those of
    /// limits that ran on days that say something else now, or that were open, are reckoned anew.
    private func refreshDeadlines(touching days: ClosedRange<CivilDay>) throws {
        let clock = try reader.settings().clock
        let first = clock.start(of: days.lowerBound).seconds
        let last = clock.start(of: days.upperBound.advanced(by: 1)).seconds
        let touched = try Int64.fetchAll(
            db,
            sql: """
                SELECT case_number FROM case_states
                WHERE dispatched_at < :last AND (due_at IS NULL OR due_at >= :first)
                UNION SELECT case_number FROM assignments
                WHERE since < :last
                    AND (due_at IS NULL OR due_at >= :first OR sign_due_at IS NULL OR sign_due_at >= :first)
                """, arguments: ["first": first, "last": last])
        let writer = try StoreWriter(db: db, path: path)
        for number in touched.compactMap(CaseNumber.init(value:)) { try writer.project(number) }
    }
}
