extension Schema1 {
    /// The store itself, the city's configuration and who works here.
    static let configuration = """
        -- The store itself.
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            uuid TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            program TEXT NOT NULL,
            last_backup_at INTEGER
        ) STRICT;

        -- The city's configuration. A row says the same for ever; a change closes it and adds another, so that
        -- whatever points at a row keeps its wording. until_version NULL: in force. The two versions are the last columns of each table.
        CREATE TABLE config_versions (
            version INTEGER PRIMARY KEY,
            applied_at INTEGER NOT NULL,
            applied_by TEXT NOT NULL,
            -- SHA-256 of the calendar that was in force, and over the digest of the version before, this row and all rows
            -- that the version put in force or took out.
            calendar BLOB NOT NULL,
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
            channel_group TEXT NOT NULL CHECK (\(oneOf("channel_group", "phone", "online", "internal"))),
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
            level TEXT NOT NULL CHECK (\(oneOf("level", "bureau", "district", "park", "street", "community"))),
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
            level TEXT NOT NULL CHECK (\(oneOf("level", "district", "street", "community"))),
            path TEXT NOT NULL,
            codes TEXT NOT NULL,
            population INTEGER CHECK (population > 0),
            since_version INTEGER NOT NULL REFERENCES config_versions (version),
            until_version INTEGER REFERENCES config_versions (version)
        ) STRICT;
        CREATE UNIQUE INDEX areas_current ON areas (code) WHERE until_version IS NULL;
        CREATE TABLE leaders (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            since_version INTEGER NOT NULL REFERENCES config_versions (version),
            until_version INTEGER REFERENCES config_versions (version)
        ) STRICT;
        CREATE UNIQUE INDEX leaders_current ON leaders (code) WHERE until_version IS NULL;
        CREATE TABLE dispatch_rules (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL,
            category_code TEXT NOT NULL,
            area_code TEXT,
            unit_code TEXT,
            -- 1: made by a joint ruling; stays in force until the configuration says something for the same pair.
            is_ruled INTEGER NOT NULL DEFAULT 0 CHECK (is_ruled IN (0, 1)),
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
            sign_measure TEXT NOT NULL CHECK (\(oneOf("sign_measure", "hour", "day", "workday"))),
            finish_amount INTEGER NOT NULL CHECK (finish_amount > 0),
            finish_measure TEXT NOT NULL CHECK (\(oneOf("finish_measure", "hour", "day", "workday"))),
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
            channel_code TEXT,
            kind_code TEXT,
            category_code TEXT,
            grade_code TEXT NOT NULL,
            since_version INTEGER NOT NULL REFERENCES config_versions (version),
            until_version INTEGER REFERENCES config_versions (version)
        ) STRICT;
        CREATE UNIQUE INDEX grade_rules_current ON grade_rules (code) WHERE until_version IS NULL;

        -- Of what the city wants to be warned: of words, or where callers is set, of as many different callers of one
        -- matter within so many seconds. Lists stand line by line.
        CREATE TABLE alert_rules (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL,
            position INTEGER NOT NULL,
            words TEXT NOT NULL,
            callers INTEGER CHECK (callers > 1),
            seconds INTEGER CHECK (seconds > 0),
            told TEXT NOT NULL,
            since_version INTEGER NOT NULL REFERENCES config_versions (version),
            until_version INTEGER REFERENCES config_versions (version),
            CHECK ((callers IS NULL) = (seconds IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX alert_rules_current ON alert_rules (code) WHERE until_version IS NULL;

        -- What people type for a row of the directory.
        CREATE TABLE names (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL,
            entity TEXT NOT NULL CHECK (\(oneOf("entity", "channel", "kind", "category", "unit", "area", "leader"))),
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

        -- Who works here. Without anybody in it, everybody may do everything.
        CREATE TABLE staff (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            unit_code TEXT,
            is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
            changed_at INTEGER NOT NULL,
            changed_by TEXT NOT NULL
        ) STRICT;
        CREATE TABLE staff_roles (
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            role TEXT NOT NULL CHECK (\(oneOf(
                "role", "agent", "dispatcher", "handler", "callback", "supervisor", "editor", "administrator"))),
            PRIMARY KEY (staff_id, role)
        ) STRICT, WITHOUT ROWID;
        """
}
