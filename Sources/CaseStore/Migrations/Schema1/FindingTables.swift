extension Schema1 {
    /// What the program found out by itself: no part of the history.
    static let findings = """
        -- Where a contact's text places the matter, when nobody entered a spot.
        CREATE TABLE recognised_places (
            contact_id INTEGER PRIMARY KEY REFERENCES contacts (id),
            name TEXT NOT NULL CHECK (name <> ''),
            -- The same for all ways of writing the place.
            key TEXT NOT NULL CHECK (key <> '')
        ) STRICT;

        -- What was learned from the store's own cases; the newest is used.
        CREATE TABLE models (
            version INTEGER PRIMARY KEY AUTOINCREMENT,
            learned_at INTEGER NOT NULL,
            learned_by TEXT NOT NULL,
            examples INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        """
}
