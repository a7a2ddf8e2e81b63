import Casework

/// Checks of what people type.
enum Texts {
    /// Characters that a text may have.
    static let limit = 100_000
    /// Bytes that a text may have: a row of the exchange format must hold a contact with all its texts.
    static let byteLimit = 400_000
    /// Characters that a short field, such as a spot or a name, may have.
    static let shortLimit = 1000

    /// A text without the blanks around it.
    ///
    /// Control characters are kept as they were given and made visible where they are shown; NUL alone is
    /// refused, because SQLite's text functions stop at it.
    ///
    /// - Parameter field: what the text is, as in ``DeskError``.
    static func checked(_ text: String, field: String, limit: Int = Texts.shortLimit) throws -> String {
        let count = text.count
        guard count <= limit else { throw DeskError.tooLong(field, count: count, limit: limit) }
        guard text.utf8.count <= byteLimit else {
            throw DeskError.tooManyBytes(field, count: text.utf8.count, limit: byteLimit)
        }
        guard !text.utf8.contains(0) else { throw DeskError.nulCharacter(field) }
        return trimmed(text)
    }

    /// A text that must say something.
    static func required(_ text: String?, field: String, limit: Int = Texts.limit) throws -> String {
        guard let text else { throw DeskError.missing(field) }
        let checked = try checked(text, field: field, limit: limit)
        guard !checked.isEmpty else { throw DeskError.empty(field) }
        return checked
    }

    /// A text beside the cases, without what tells who somebody is: nothing of it could be erased.
    static func beside(_ text: String, field: String) throws -> String {
        try masked(checked(text, field: field))
    }

    /// A text beside the cases that must say something.
    static func requiredBeside(_ text: String?, field: String) throws -> String {
        try masked(required(text, field: field, limit: shortLimit))
    }

    private static func masked(_ text: String) -> String {
        TextMask().masked(text) ?? text
    }

    /// A text without blanks and line ends around it.
    static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
