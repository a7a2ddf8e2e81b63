extension Schema1 {
    /// What was said and what was done.
    static let records = """
        -- What was said and what was done. Only ever added to.
        -- A case's number is its key: 14 digits, the business day and a serial.
        CREATE TABLE cases (
            number INTEGER PRIMARY KEY CHECK (number BETWEEN 10000000000000 AND 99999999999999),
            origin TEXT,
            external_number TEXT
        ) STRICT;
        CREATE UNIQUE INDEX cases_external ON cases (origin, external_number)
            WHERE external_number IS NOT NULL;
        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            case_number INTEGER NOT NULL REFERENCES cases (number),
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            received_at INTEGER NOT NULL,
            channel_id INTEGER NOT NULL REFERENCES channels (id),
            kind_id INTEGER REFERENCES kinds (id),
            category_id INTEGER REFERENCES categories (id),
            category_source TEXT NOT NULL CHECK (\(oneOf("category_source", "given", "suggested", "missing"))),
            area_id INTEGER REFERENCES areas (id),
            spot TEXT NOT NULL,
            address TEXT NOT NULL,
            title TEXT NOT NULL,
            content TEXT NOT NULL,
            wants TEXT NOT NULL,
            urgency TEXT NOT NULL CHECK (\(oneOf("urgency", "normal", "urgent", "critical"))),
            confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
            source TEXT NOT NULL,
            external_id TEXT,
            likes INTEGER,
            config_version INTEGER NOT NULL REFERENCES config_versions (version),
            UNIQUE (case_number, sequence)
        ) STRICT;
        CREATE UNIQUE INDEX contacts_external ON contacts (source, external_id) WHERE external_id IS NOT NULL;
        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            case_number INTEGER NOT NULL REFERENCES cases (number),
            sequence INTEGER,
            at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            day INTEGER NOT NULL,
            staff TEXT NOT NULL,
            action TEXT NOT NULL CHECK (\(oneOf(
                "action", "contact", "direct", "dispatch", "relay", "refuse", "sign", "pass", "return",
                "review", "rule", "extend", "reply", "suspend", "strike", "rework", "close", "callback", "attempt",
                "urge", "supervise", "merge", "split", "withdraw", "exclude", "include",
                "attach", "amend", "void", "follow", "dispute"))),
            to_stage TEXT,
            disposition TEXT CHECK (\(oneOf("disposition", "undisposed", "direct", "transferred"))),
            unit_id INTEGER REFERENCES units (id),
            grade_id INTEGER REFERENCES grades (id),
            responded INTEGER CHECK (responded IN (0, 1)),
            resolved TEXT CHECK (\(oneOf("resolved", "yes", "partly", "no"))),
            satisfaction TEXT CHECK (\(oneOf("satisfaction", "satisfied", "fairly", "dissatisfied", "unrated"))),
            verdict INTEGER CHECK (verdict IN (0, 1)),
            ending TEXT CHECK (\(oneOf(
                "ending", "settled", "unreachable", "uncalled", "explained", "withdrawn", "relayed", "refused"))),
            allowance_amount INTEGER CHECK (allowance_amount > 0),
            allowance_measure TEXT CHECK (\(oneOf("allowance_measure", "hour", "day", "workday"))),
            pauses INTEGER NOT NULL CHECK (pauses IN (0, 1)),
            until_day INTEGER,
            leader_id INTEGER REFERENCES leaders (id),
            target_number INTEGER REFERENCES cases (number),
            reason TEXT NOT NULL,
            reply TEXT NOT NULL,
            note TEXT NOT NULL,
            amended_received_at INTEGER,
            amended_channel_id INTEGER REFERENCES channels (id),
            amended_kind_id INTEGER REFERENCES kinds (id),
            amended_category_id INTEGER REFERENCES categories (id),
            amended_area_id INTEGER REFERENCES areas (id),
            amended_spot TEXT,
            amended_address TEXT,
            file_hash BLOB CHECK (length(file_hash) = 32),
            file_size INTEGER CHECK (file_size > 0),
            config_version INTEGER NOT NULL REFERENCES config_versions (version),
            contact_digest BLOB,
            caller_commitment BLOB,
            -- SHA-256 over the hash of the event before and all other columns, its units, its originals' fields, and the digest
            -- of the configuration's version.
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            FOREIGN KEY (case_number, sequence) REFERENCES contacts (case_number, sequence),
            CHECK ((action = 'callback') = (responded IS NOT NULL)),
            CHECK ((responded IS NULL) = (resolved IS NULL)),
            CHECK ((responded IS NULL) = (satisfaction IS NULL)),
            CHECK (unit_id IS NOT NULL OR action <> 'dispatch' AND action <> 'pass' AND action <> 'rule'),
            CHECK ((allowance_amount IS NULL) = (allowance_measure IS NULL)),
            CHECK ((action = 'attach') = (file_hash IS NOT NULL)),
            CHECK ((file_hash IS NULL) = (file_size IS NULL)),
            CHECK (action <> 'merge' OR target_number <> case_number),
            CHECK (recorded_at >= at)
        ) STRICT;
        CREATE INDEX events_case ON events (case_number);
        -- Of callbacks alone; all that the rates ask of them stands in it.
        CREATE INDEX events_callbacks ON events
            (day, at, id, case_number, sequence, responded, resolved, satisfaction, unit_id)
            WHERE responded IS NOT NULL;
        CREATE INDEX events_exclusions ON events (case_number, sequence)
            WHERE action IN ('exclude', 'include');
        CREATE INDEX events_suspensions ON events (day, at) WHERE action = 'suspend';
        CREATE INDEX events_files ON events (case_number) WHERE file_hash IS NOT NULL;
        CREATE TABLE event_units (
            event_id INTEGER NOT NULL REFERENCES events (id),
            unit_id INTEGER NOT NULL REFERENCES units (id),
            PRIMARY KEY (event_id, unit_id)
        ) STRICT, WITHOUT ROWID;

        -- The keys with which callers were sealed. The keys themselves are in a file outside the store.
        CREATE TABLE keys (
            id INTEGER PRIMARY KEY,
            fingerprint BLOB NOT NULL UNIQUE
        ) STRICT;
        -- Who called: apart, so that it can be erased and nothing else with it. Each part is sealed for itself, and NULL where it
        -- is not known; person is a keyed hash of the phone, or else of the other system's key. The salt, sealed as well, gives the
        -- commitment in the contact's event its meaning.
        CREATE TABLE callers (
            contact_id INTEGER PRIMARY KEY REFERENCES contacts (id),
            key_id INTEGER NOT NULL REFERENCES keys (id),
            salt BLOB NOT NULL,
            person INTEGER,
            name BLOB,
            phone BLOB,
            identity BLOB,
            home BLOB,
            external_id BLOB
        ) STRICT;
        CREATE INDEX callers_person ON callers (person) WHERE person IS NOT NULL;
        -- What texts said before phones, names and identity numbers were hidden in them, sealed; those of a contact belong
        -- to the event that registered it. Of what was erased the row stays: the event's hash takes in that there was one.
        CREATE TABLE originals (
            event_id INTEGER NOT NULL REFERENCES events (id),
            field TEXT NOT NULL CHECK (field <> ''),
            key_id INTEGER REFERENCES keys (id),
            sealed BLOB,
            PRIMARY KEY (event_id, field),
            CHECK ((key_id IS NULL) = (sealed IS NULL))
        ) STRICT, WITHOUT ROWID;

        -- What became of attached files, which lie beside the store: open, sealed with the key that is sealed here, erased, or
        -- absent because only the history was taken over from another store.
        CREATE TABLE attachments (
            event_id INTEGER PRIMARY KEY REFERENCES events (id),
            state TEXT NOT NULL CHECK (\(oneOf("state", "open", "sealed", "erased", "absent"))),
            key_id INTEGER REFERENCES keys (id),
            sealed_key BLOB,
            CHECK ((state = 'sealed') = (sealed_key IS NOT NULL)),
            CHECK ((key_id IS NULL) = (sealed_key IS NULL))
        ) STRICT;

        -- Who saw, took along or erased what is sealed, and why: of how many people, and of which case where it was one.
        CREATE TABLE disclosures (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            deed TEXT NOT NULL CHECK (\(oneOf("deed", "reveal", "fetch", "export", "erase", "rotate"))),
            case_number INTEGER REFERENCES cases (number),
            people INTEGER NOT NULL CHECK (people >= 0),
            reason TEXT NOT NULL,
            -- SHA-256 over the hash of the entry before and all other columns.
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE INDEX disclosures_case ON disclosures (case_number) WHERE case_number IS NOT NULL;

        \(onlyAddedTo("cases", "contacts", "events", "event_units", "disclosures"))
        """
}
