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

        -- Of what the program warned when a contact was registered: words that were said, those that the text denies, and
        -- of a matter that comes again and again how many people and which contacts. Lists stand line by line.
        CREATE TABLE alerts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contacts (id),
            raised_at INTEGER NOT NULL,
            rule TEXT NOT NULL,
            words TEXT NOT NULL,
            denied TEXT NOT NULL,
            callers INTEGER,
            told TEXT NOT NULL
        ) STRICT;
        CREATE INDEX alerts_contact ON alerts (contact_id);
        CREATE TABLE alert_contacts (
            alert_id INTEGER NOT NULL REFERENCES alerts (id),
            contact_id INTEGER NOT NULL REFERENCES contacts (id),
            PRIMARY KEY (alert_id, contact_id)
        ) STRICT, WITHOUT ROWID;
        -- Who saw to an alert.
        CREATE TABLE acknowledgements (
            alert_id INTEGER PRIMARY KEY REFERENCES alerts (id),
            at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            note TEXT NOT NULL,
            CHECK (recorded_at >= at)
        ) STRICT;

        -- An issue that somebody follows up as one matter (每月一题): what it is called, the word by which later messages
        -- about it are found, and the days in which it was found; the contacts of then; and, step by step, who owns it and
        -- what was decided.
        CREATE TABLE tracked_issues (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            place TEXT NOT NULL,
            problem TEXT NOT NULL,
            word TEXT NOT NULL CHECK (word <> ''),
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE tracked_issue_contacts (
            issue_id INTEGER NOT NULL REFERENCES tracked_issues (id),
            contact_id INTEGER NOT NULL REFERENCES contacts (id),
            PRIMARY KEY (issue_id, contact_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tracked_issue_contacts_contact ON tracked_issue_contacts (contact_id);
        CREATE TABLE tracked_issue_steps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            issue_id INTEGER NOT NULL REFERENCES tracked_issues (id),
            at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            unit_id INTEGER NOT NULL REFERENCES units (id),
            decision TEXT NOT NULL,
            is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
            CHECK (recorded_at >= at)
        ) STRICT;
        CREATE INDEX tracked_issue_steps_issue ON tracked_issue_steps (issue_id);
        \(onlyAddedTo(
            "alerts", "alert_contacts", "acknowledgements", "tracked_issues", "tracked_issue_contacts",
            "tracked_issue_steps"))
        """
}
