extension Site {
    /// What the store takes on the disk, and what is in it.
    func room() throws -> [Row] {
        let base = try Bare(stores.base)
        func number(_ sql: String) throws -> Double { Double(try base.number(sql) ?? 0) }
        let cases = try number("SELECT count(*) FROM cases")
        let contacts = try number("SELECT count(*) FROM contacts")
        let bytes = try number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        func once(_ name: String, _ unit: String, _ value: Double) -> Row { .once(name, size, unit, value) }
        var rows = [
            once("store, bytes a case", "bytes", bytes / cases),
            once("contacts a case", "", contacts / cases),
            once("events a case", "", try number("SELECT count(*) FROM events") / cases),
            once(
                "characters a contact", "", try number("SELECT sum(length(content)) FROM contacts") / contacts
            ),
        ]
        let parts = try base.prepared(
            "SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE ORDER BY pgsize DESC")
        while try parts.step() {
            let share = Double(parts.number(1)) / cases
            if share >= 10 { rows.append(once("  \(parts.text(0))", "bytes", share)) }
        }
        return rows
    }
}
