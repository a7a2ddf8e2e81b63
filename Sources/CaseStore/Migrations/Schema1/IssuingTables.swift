extension Schema1 {
    /// What was published, as it was, and what stands beside the computed.
    static let issuing = """
        -- Bulletins as they were put up to be issued: 0 for the original of a day, then its corrections. One is issued when
        -- it has as many signatures as it needs; one put up later takes the place of one that still waits. `figures` is JSON,
        -- `head_event` and `head_hash` the history's newest link, `digest` SHA-256 over all of it and what was counted.
        CREATE TABLE bulletin_editions (
            id INTEGER PRIMARY KEY,
            day INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 0),
            at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            reason TEXT NOT NULL,
            heading TEXT NOT NULL,
            text TEXT NOT NULL,
            figures TEXT NOT NULL,
            template TEXT NOT NULL,
            signatures INTEGER NOT NULL CHECK (signatures >= 1),
            head_event INTEGER NOT NULL,
            head_hash BLOB NOT NULL,
            digest BLOB NOT NULL
        ) STRICT;
        CREATE INDEX bulletin_editions_day ON bulletin_editions (day);
        -- Who signed one, each person once.
        CREATE TABLE bulletin_signatures (
            edition_id INTEGER NOT NULL REFERENCES bulletin_editions (id),
            staff TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (edition_id, staff)
        ) STRICT, WITHOUT ROWID;
        -- The contacts and callbacks that were counted in one, as they were.
        CREATE TABLE bulletin_contacts (
            edition_id INTEGER NOT NULL REFERENCES bulletin_editions (id),
            contact_id INTEGER NOT NULL REFERENCES contacts (id),
            received_at INTEGER NOT NULL,
            channel_id INTEGER NOT NULL REFERENCES channels (id),
            kind_id INTEGER REFERENCES kinds (id),
            category_id INTEGER NOT NULL REFERENCES categories (id),
            disposition TEXT NOT NULL CHECK (\(oneOf("disposition", "undisposed", "direct", "transferred"))),
            area_id INTEGER REFERENCES areas (id),
            spot TEXT NOT NULL,
            PRIMARY KEY (edition_id, contact_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE bulletin_callbacks (
            edition_id INTEGER NOT NULL REFERENCES bulletin_editions (id),
            event_id INTEGER NOT NULL REFERENCES events (id),
            PRIMARY KEY (edition_id, event_id)
        ) STRICT, WITHOUT ROWID;
        -- An editor's words for a topic of a day, and the computed ones that they replace; empty words take them back.
        CREATE TABLE bulletin_wordings (
            id INTEGER PRIMARY KEY,
            day INTEGER NOT NULL,
            topic TEXT NOT NULL,
            computed TEXT NOT NULL,
            words TEXT NOT NULL,
            at INTEGER NOT NULL,
            staff TEXT NOT NULL
        ) STRICT;
        CREATE INDEX bulletin_wordings_day ON bulletin_wordings (day);
        -- Days before the store's own, read from what was published. `figures` is JSON.
        CREATE TABLE historic_days (
            day INTEGER PRIMARY KEY,
            text TEXT NOT NULL,
            figures TEXT NOT NULL,
            at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            digest BLOB NOT NULL
        ) STRICT;
        \(onlyAddedTo(
            "bulletin_editions", "bulletin_signatures", "bulletin_contacts", "bulletin_callbacks",
            "bulletin_wordings", "historic_days"))
        """
}
