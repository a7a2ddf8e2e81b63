extension Schema1 {
    /// The index of texts. It holds pairs of neighbouring characters, so that a Chinese word of any length is found,
    /// and `search MATCH '电梯'` works in every SQLite.
    static let search = """
        CREATE VIRTUAL TABLE search USING fts5 (
            text, content = '', detail = none, columnsize = 0, tokenize = 'unicode61');
        -- What is added in one go stays together up to 8 MB, and eight parts of a size are merged into one, not four.
        INSERT INTO search (search, rank) VALUES ('hashsize', 8388608), ('automerge', 8);
        CREATE VIRTUAL TABLE search_entries USING fts5vocab (search, instance);
        """
}
