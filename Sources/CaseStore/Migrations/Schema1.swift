extension Migration {
    /// The first schema.
    static let first = Migration(
        number: 1,
        sql: """
            -- The store itself.
            CREATE TABLE store (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                uuid TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                program TEXT NOT NULL,
                last_backup_at INTEGER
            ) STRICT;

            -- The city's configuration. A row says the same for ever; a change closes it and adds another, so that
            -- whatever points at a row keeps its wording. until_version NULL: in force.
            CREATE TABLE config_versions (
                version INTEGER PRIMARY KEY,
                applied_at INTEGER NOT NULL,
                applied_by TEXT NOT NULL,
                digest BLOB NOT NULL
            ) STRICT;
            CREATE TABLE settings (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                value TEXT NOT NULL,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX settings_current ON settings (code) WHERE until_version IS NULL;
            CREATE TABLE channels (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                channel_group TEXT NOT NULL CHECK (channel_group IN ('phone', 'online', 'internal')),
                position INTEGER NOT NULL,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX channels_current ON channels (code) WHERE until_version IS NULL;
            CREATE TABLE kinds (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                is_topic INTEGER NOT NULL CHECK (is_topic IN (0, 1)),
                position INTEGER NOT NULL,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX kinds_current ON kinds (code) WHERE until_version IS NULL;
            CREATE TABLE categories (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                path TEXT NOT NULL,
                root_code TEXT NOT NULL,
                parent_code TEXT,
                finding TEXT NOT NULL CHECK (finding IN ('address', 'problem')),
                contact TEXT NOT NULL,
                position INTEGER NOT NULL,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX categories_current ON categories (code) WHERE until_version IS NULL;
            CREATE TABLE units (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                level TEXT NOT NULL CHECK (level IN ('bureau', 'district', 'park', 'street', 'community')),
                parent_code TEXT,
                area_code TEXT,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX units_current ON units (code) WHERE until_version IS NULL;
            CREATE INDEX units_area ON units (area_code) WHERE until_version IS NULL;
            CREATE TABLE areas (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                level TEXT NOT NULL CHECK (level IN ('district', 'street', 'community')),
                path TEXT NOT NULL,
                codes TEXT NOT NULL,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX areas_current ON areas (code) WHERE until_version IS NULL;
            CREATE TABLE dispatch_rules (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                category_code TEXT NOT NULL,
                area_code TEXT,
                unit_code TEXT,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX dispatch_rules_current ON dispatch_rules (code) WHERE until_version IS NULL;
            CREATE INDEX dispatch_rules_category ON dispatch_rules (category_code) WHERE until_version IS NULL;
            CREATE TABLE grades (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                sign_amount INTEGER NOT NULL CHECK (sign_amount > 0),
                sign_measure TEXT NOT NULL CHECK (sign_measure IN ('hour', 'day', 'workday')),
                finish_amount INTEGER NOT NULL CHECK (finish_amount > 0),
                finish_measure TEXT NOT NULL CHECK (finish_measure IN ('hour', 'day', 'workday')),
                start TEXT NOT NULL CHECK (start IN ('same', 'next')),
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX grades_current ON grades (code) WHERE until_version IS NULL;
            CREATE TABLE grade_rules (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                position INTEGER NOT NULL,
                urgency TEXT,
                kind_code TEXT,
                category_code TEXT,
                grade_code TEXT NOT NULL,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX grade_rules_current ON grade_rules (code) WHERE until_version IS NULL;

            -- What people type for a row of the directory.
            CREATE TABLE names (
                id INTEGER PRIMARY KEY,
                code TEXT NOT NULL,
                entity TEXT NOT NULL CHECK (entity IN ('channel', 'kind', 'category', 'unit', 'area')),
                entity_code TEXT NOT NULL,
                name TEXT NOT NULL,
                pinyin TEXT NOT NULL,
                initials TEXT NOT NULL,
                since_version INTEGER NOT NULL REFERENCES config_versions (version),
                until_version INTEGER REFERENCES config_versions (version)
            ) STRICT;
            CREATE UNIQUE INDEX names_current ON names (code) WHERE until_version IS NULL;
            CREATE INDEX names_entity ON names (entity, name) WHERE until_version IS NULL;

            -- The calendar is always the current one.
            CREATE TABLE calendar_years (year INTEGER PRIMARY KEY) STRICT;
            CREATE TABLE calendar_days (
                day INTEGER PRIMARY KEY,
                works INTEGER NOT NULL CHECK (works IN (0, 1))
            ) STRICT;

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
                category_source TEXT NOT NULL CHECK (category_source IN ('given', 'suggested', 'missing')),
                area_id INTEGER REFERENCES areas (id),
                spot TEXT NOT NULL,
                address TEXT NOT NULL,
                title TEXT NOT NULL,
                content TEXT NOT NULL,
                wants TEXT NOT NULL,
                urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'critical')),
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
                action TEXT NOT NULL CHECK (action IN (
                    'contact', 'direct', 'dispatch', 'sign', 'reply', 'callback', 'attempt', 'urge', 'amend',
                    'void')),
                to_stage TEXT,
                disposition TEXT CHECK (disposition IN ('undisposed', 'direct', 'transferred')),
                unit_id INTEGER REFERENCES units (id),
                grade_id INTEGER REFERENCES grades (id),
                responded INTEGER CHECK (responded IN (0, 1)),
                resolved TEXT CHECK (resolved IN ('yes', 'partly', 'no')),
                satisfaction TEXT CHECK (satisfaction IN ('satisfied', 'fairly', 'dissatisfied', 'unrated')),
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
                config_version INTEGER NOT NULL REFERENCES config_versions (version),
                contact_digest BLOB,
                caller_commitment BLOB,
                chain INTEGER NOT NULL,
                previous_hash BLOB,
                hash BLOB,
                FOREIGN KEY (case_number, sequence) REFERENCES contacts (case_number, sequence),
                CHECK ((action = 'callback') = (responded IS NOT NULL)),
                CHECK ((responded IS NULL) = (resolved IS NULL)),
                CHECK ((responded IS NULL) = (satisfaction IS NULL)),
                CHECK (action <> 'dispatch' OR unit_id IS NOT NULL),
                CHECK (recorded_at >= at)
            ) STRICT;
            CREATE INDEX events_case ON events (case_number);
            CREATE INDEX events_callbacks ON events (day, at) WHERE action = 'callback';
            CREATE TABLE event_units (
                event_id INTEGER NOT NULL REFERENCES events (id),
                unit_id INTEGER NOT NULL REFERENCES units (id),
                PRIMARY KEY (event_id, unit_id)
            ) STRICT, WITHOUT ROWID;

            -- Who called: apart, so that it can be erased and nothing else with it.
            CREATE TABLE callers (
                contact_id INTEGER PRIMARY KEY REFERENCES contacts (id),
                name TEXT NOT NULL,
                phone TEXT NOT NULL,
                external_id TEXT NOT NULL
            ) STRICT;
            CREATE INDEX callers_phone ON callers (phone) WHERE phone <> '';

            -- What follows from the history, as spans of time: a cache, compared with the history by verify.
            -- A row holds from since up to, not including, until; 253402300800 is the end of time.
            CREATE TABLE case_states (
                case_number INTEGER NOT NULL REFERENCES cases (number),
                since INTEGER NOT NULL,
                until INTEGER NOT NULL CHECK (until > since),
                stage TEXT NOT NULL,
                unit_id INTEGER REFERENCES units (id),
                contact_id INTEGER NOT NULL REFERENCES contacts (id),
                day INTEGER NOT NULL,
                grade_id INTEGER REFERENCES grades (id),
                dispatched_at INTEGER,
                signed_at INTEGER,
                due_at INTEGER,
                PRIMARY KEY (case_number, since)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX case_states_day ON case_states (day, case_number);
            CREATE INDEX case_states_due ON case_states (stage, due_at) WHERE until = 253402300800;
            CREATE TABLE contact_states (
                contact_id INTEGER NOT NULL REFERENCES contacts (id),
                since INTEGER NOT NULL,
                until INTEGER NOT NULL CHECK (until > since),
                standing TEXT NOT NULL CHECK (standing IN ('counted', 'void', 'invalid')),
                day INTEGER NOT NULL,
                received_at INTEGER NOT NULL,
                channel_id INTEGER NOT NULL REFERENCES channels (id),
                kind_id INTEGER REFERENCES kinds (id),
                category_id INTEGER REFERENCES categories (id),
                category_source TEXT NOT NULL CHECK (category_source IN ('given', 'suggested', 'missing')),
                area_id INTEGER REFERENCES areas (id),
                spot TEXT NOT NULL,
                address TEXT NOT NULL,
                disposition TEXT NOT NULL CHECK (disposition IN ('undisposed', 'direct', 'transferred')),
                PRIMARY KEY (contact_id, since),
                CHECK (standing <> 'counted' OR category_id IS NOT NULL)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX contact_states_day ON contact_states
                (day, standing, until, since, channel_id, disposition, kind_id, category_id);

            CREATE TRIGGER cases_kept BEFORE DELETE ON cases
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            CREATE TRIGGER cases_fixed BEFORE UPDATE ON cases
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            CREATE TRIGGER contacts_kept BEFORE DELETE ON contacts
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            CREATE TRIGGER contacts_fixed BEFORE UPDATE ON contacts
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            CREATE TRIGGER events_kept BEFORE DELETE ON events
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            CREATE TRIGGER events_fixed BEFORE UPDATE ON events
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            CREATE TRIGGER event_units_kept BEFORE DELETE ON event_units
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            CREATE TRIGGER event_units_fixed BEFORE UPDATE ON event_units
                BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
            """)
}
