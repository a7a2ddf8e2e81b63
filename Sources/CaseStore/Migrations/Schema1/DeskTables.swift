extension Schema1 {
    /// What those who take calls keep for each other.
    static let desk = """
        -- What is answered to questions that come often (知识库). An article that is changed is a new one that replaces the old
        -- one; none is ever taken away, because answers that were given cite it.
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            question TEXT NOT NULL CHECK (question <> ''),
            answer TEXT NOT NULL CHECK (answer <> ''),
            category_id INTEGER REFERENCES categories (id),
            -- The last day on which it may be answered; NULL for no end.
            valid_until INTEGER,
            replaces INTEGER UNIQUE REFERENCES articles (id),
            at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            CHECK (replaces < id),
            CHECK (recorded_at >= at)
        ) STRICT;
        CREATE TABLE retired_articles (
            article_id INTEGER PRIMARY KEY REFERENCES articles (id),
            at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason <> ''),
            CHECK (recorded_at >= at)
        ) STRICT;

        -- That somebody ended a shift (交班), when it had begun, and what the next one should know.
        CREATE TABLE handovers (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            since INTEGER NOT NULL,
            at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            note TEXT NOT NULL CHECK (note <> ''),
            CHECK (at >= since),
            CHECK (recorded_at >= at)
        ) STRICT;
        CREATE INDEX handovers_at ON handovers (at);
        \(onlyAddedTo("articles", "retired_articles", "handovers"))
        """
}
