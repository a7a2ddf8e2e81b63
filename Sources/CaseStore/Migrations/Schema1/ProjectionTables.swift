extension Schema1 {
    /// What follows from the records.
    static let projections = """
        -- What follows from the history, as spans of time: a cache, compared with the history by verify.
        -- A row holds from since up to, not including, until; 253402300800 is the end of time.
        CREATE TABLE case_states (
            case_number INTEGER NOT NULL REFERENCES cases (number),
            since INTEGER NOT NULL,
            until INTEGER NOT NULL CHECK (until > since),
            stage TEXT NOT NULL,
            entered_at INTEGER NOT NULL,
            ending TEXT,
            unit_id INTEGER REFERENCES units (id),
            contact_id INTEGER NOT NULL REFERENCES contacts (id),
            day INTEGER NOT NULL,
            grade_id INTEGER REFERENCES grades (id),
            dispatched_at INTEGER,
            signed_at INTEGER,
            due_at INTEGER,
            -- The list in which the case waits for somebody, and its place there: the most urgent first, then
            -- what is due first, then what has waited longest. 253402300800: nothing presses.
            worklist TEXT,
            priority INTEGER NOT NULL,
            pressing_at INTEGER NOT NULL,
            asks_extension INTEGER NOT NULL CHECK (asks_extension IN (0, 1)),
            is_supervised INTEGER NOT NULL CHECK (is_supervised IN (0, 1)),
            reworks INTEGER NOT NULL,
            returns INTEGER NOT NULL,
            target_number INTEGER REFERENCES cases (number),
            PRIMARY KEY (case_number, since)
        ) STRICT, WITHOUT ROWID;
        -- Lists by day: of what holds now, of one unit's, and of what held once. The column of the condition stands in
        -- the index too, because SQLite would look it up in the row otherwise.
        CREATE INDEX case_states_current ON case_states (day, case_number, stage, until)
            WHERE until = 253402300800;
        CREATE INDEX case_states_led ON case_states (unit_id, day, case_number, stage, until)
            WHERE until = 253402300800 AND unit_id IS NOT NULL;
        CREATE INDEX case_states_once ON case_states (day, case_number) WHERE until < 253402300800;
        CREATE INDEX case_states_worklist ON case_states (worklist, priority, pressing_at, entered_at, case_number, until)
            WHERE until = 253402300800 AND worklist IS NOT NULL;
        CREATE INDEX case_states_unit ON case_states
            (unit_id, worklist, priority, pressing_at, entered_at, case_number, until)
            WHERE until = 253402300800 AND worklist IS NOT NULL;
        -- What waited and waits no longer there, for lists as of a moment.
        CREATE INDEX case_states_past ON case_states (until, since, worklist)
            WHERE until < 253402300800 AND worklist IS NOT NULL;
        CREATE INDEX case_states_target ON case_states (target_number)
            WHERE until = 253402300800 AND target_number IS NOT NULL;
        CREATE INDEX case_states_watched ON case_states
            (case_number, stage, pressing_at, due_at, is_supervised, reworks, returns, unit_id, worklist, until)
            WHERE until = 253402300800 AND is_supervised + reworks + returns > 0 AND worklist IS NOT NULL;
        CREATE INDEX case_states_due ON case_states (worklist, due_at, until)
            WHERE until = 253402300800 AND worklist IS NOT NULL;
        CREATE INDEX case_states_aside ON case_states (case_number, stage, until)
            WHERE stage = 'void' OR stage = 'invalid';
        CREATE INDEX case_states_asking ON case_states (pressing_at)
            WHERE until = 253402300800 AND asks_extension = 1;
        CREATE TABLE contact_states (
            contact_id INTEGER NOT NULL REFERENCES contacts (id),
            since INTEGER NOT NULL,
            until INTEGER NOT NULL CHECK (until > since),
            standing TEXT NOT NULL CHECK (\(oneOf("standing", "counted", "void", "invalid"))),
            day INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            channel_id INTEGER NOT NULL REFERENCES channels (id),
            kind_id INTEGER REFERENCES kinds (id),
            category_id INTEGER REFERENCES categories (id),
            category_source TEXT NOT NULL CHECK (\(oneOf("category_source", "given", "suggested", "missing"))),
            area_id INTEGER REFERENCES areas (id),
            spot TEXT NOT NULL,
            address TEXT NOT NULL,
            disposition TEXT NOT NULL CHECK (\(oneOf("disposition", "undisposed", "direct", "transferred"))),
            is_excluded INTEGER NOT NULL CHECK (is_excluded IN (0, 1)),
            PRIMARY KEY (contact_id, since),
            CHECK (standing <> 'counted' OR category_id IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX contact_states_day ON contact_states
            (day, standing, category_id, until, since, channel_id, disposition, kind_id, area_id, spot, received_at);
        -- How many contacts count now, by day, first-level category and kind (0 where there is none). Kept by the triggers
        -- below it, for questions about years; rows are only ever added and taken away.
        CREATE TABLE day_counts (
            day INTEGER NOT NULL,
            root_code TEXT NOT NULL,
            kind_id INTEGER NOT NULL,
            contacts INTEGER NOT NULL,
            PRIMARY KEY (day, root_code, kind_id)
        ) STRICT, WITHOUT ROWID;
        \(dayCount("added", "INSERT", "NEW", 1))
        \(dayCount("removed", "DELETE", "OLD", -1))
        -- The units that help with a case now and have not handed in their part.
        CREATE TABLE helpers (
            case_number INTEGER NOT NULL REFERENCES cases (number),
            unit_id INTEGER NOT NULL REFERENCES units (id),
            PRIMARY KEY (case_number, unit_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX helpers_unit ON helpers (unit_id);
        -- Which unit led from when to when, with the end of its own limits.
        CREATE TABLE assignments (
            case_number INTEGER NOT NULL REFERENCES cases (number),
            position INTEGER NOT NULL,
            unit_id INTEGER NOT NULL REFERENCES units (id),
            day INTEGER NOT NULL,
            since INTEGER NOT NULL,
            began_by TEXT NOT NULL,
            sign_due_at INTEGER,
            signed_at INTEGER,
            returned_at INTEGER,
            due_at INTEGER,
            ended_at INTEGER,
            end TEXT CHECK (\(oneOf("end", "replied", "returned", "passed", "ended"))),
            PRIMARY KEY (case_number, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX assignments_day ON assignments (day);
        CREATE INDEX assignments_finished ON assignments (ended_at) WHERE end = 'replied';
        """

    /// Counts a contact that begins or ceases to count.
    private static func dayCount(_ name: String, _ act: String, _ row: String, _ difference: Int) -> String {
        """
        CREATE TRIGGER contact_states_\(name) AFTER \(act) ON contact_states
        WHEN \(row).standing = 'counted' AND \(row).until = 253402300800
        BEGIN
            INSERT INTO day_counts (day, root_code, kind_id, contacts)
            SELECT \(row).day, root_code, coalesce(\(row).kind_id, 0), \(difference)
            FROM categories WHERE id = \(row).category_id
            ON CONFLICT (day, root_code, kind_id) DO UPDATE SET contacts = contacts + excluded.contacts;
        END;
        """
    }
}
