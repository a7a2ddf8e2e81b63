extension Site {
    /// The case for which the budget is meant: so many characters of text in UTF-8, so many events.
    private static let (usualBytes, usualEvents) = (80.0 * 3, 4.0)

    /// What the store takes on the disk, and what is in it.
    func room() throws -> [Row] {
        let base = try Bare(stores.base)
        func number(_ sql: String) throws -> Double { Double(try base.number(sql) ?? 0) }
        let cases = try number("SELECT count(*) FROM cases")
        let contacts = try number("SELECT count(*) FROM contacts") / cases
        let events = try number("SELECT count(*) FROM events") / cases
        let bytes = try number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        let characters = try number("SELECT sum(length(content)) FROM contacts") / cases
        let text = try number("SELECT sum(length(CAST(content AS BLOB))) FROM contacts") / cases

        let parts = try base.prepared(
            "SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE ORDER BY pgsize DESC")
        var shares: [(name: String, bytes: Double)] = []
        while try parts.step() { shares.append((parts.text(0), Double(parts.number(1)) / cases)) }
        // An event brings a row of its own and mostly a new state of its case.
        let perEvent =
            shares.filter { $0.name.hasPrefix("events") || $0.name.hasPrefix("case_states") }
            .reduce(0) { $0 + $1.bytes } / events
        let usual = bytes / cases + Self.usualBytes - text + (Self.usualEvents - events) * perEvent

        func once(_ name: String, _ unit: String, _ value: Double) -> Row { .once(name, size, unit, value) }
        return [
            once("store, bytes a case", "bytes", bytes / cases),
            once("store, bytes a case of 80 characters and 4 events", "bytes", usual),
            once("contacts a case", "", contacts), once("events a case", "", events),
            once("characters a case", "", characters),
        ] + shares.filter { $0.bytes >= 10 }.map { once("store: \($0.name)", "bytes", $0.bytes) }
    }
}
