import Casework
import GRDB

extension CitySettings {
    /// The settings as rows of text.
    var stored: [(code: String, value: String)] {
        [
            ("city.code", code), ("city.name", name), ("city.offset", String(clock.offset)),
            ("hotline", hotline),
            ("bulletin.title", bulletinTitle), ("bulletin.template", bulletinTemplate),
            ("bulletin.topics", String(topicCount)), ("district.contact", districtContact),
            ("invalid.reasons", invalidReasons.joined(separator: "\n")),
            ("signal.yellow", String(signals.yellow)), ("signal.red", String(signals.red)),
        ]
    }
}

extension StoreReader {
    /// The settings in force.
    public func settings() throws -> CitySettings {
        var values: [String: String] = [:]
        let cursor = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT code, value FROM settings WHERE until_version IS NULL"))
        while let row = try cursor.next() { values[row[0]] = row[1] as String }
        func text(_ code: String) -> String { values[code] ?? "" }
        func number(_ code: String) -> Int64 { Int64(text(code)) ?? 0 }
        return CitySettings(
            code: text("city.code"), name: text("city.name"), clock: CityClock(offset: number("city.offset")),
            hotline: text("hotline"), bulletinTitle: text("bulletin.title"),
            bulletinTemplate: text("bulletin.template"), topicCount: Int(number("bulletin.topics")),
            districtContact: text("district.contact"),
            invalidReasons: text("invalid.reasons").split(separator: "\n").map(String.init),
            signals: SignalThresholds(yellow: number("signal.yellow"), red: number("signal.red")))
    }

    /// The number of the configuration's version in force; 0 before the first.
    public func configVersion() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(version) FROM config_versions")) ?? 0
    }

    /// The calendar, always the current one.
    public func calendar() throws -> WorkCalendar {
        let years = try Int.fetchSet(db.cachedStatement(sql: "SELECT year FROM calendar_years"))
        var exceptions: [CivilDay: Bool] = [:]
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: "SELECT day, works FROM calendar_days"))
        while let row = try cursor.next() {
            if let day = CivilDay(compact: row[0]) { exceptions[day] = row[1] }
        }
        return WorkCalendar(years: years, exceptions: exceptions)
    }
}
