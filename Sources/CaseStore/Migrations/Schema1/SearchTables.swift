extension Schema1 {
    /// The index of texts. It holds pairs of neighbouring characters, so that a Chinese word of any length is found,
    /// and `search MATCH '电梯'` works in every SQLite.
    static let search = """
        CREATE VIRTUAL TABLE search USING fts5 (
            text, content = '', detail = none, columnsize = 0, tokenize = 'unicode61');
        CREATE VIRTUAL TABLE search_entries USING fts5vocab (search, instance);
        """
}
