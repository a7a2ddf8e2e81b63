extension Document {
    /// A part of a document, from top to bottom.
    public enum Block: Hashable, Sendable {
        /// A heading.
        case heading(Level, String)
        /// A paragraph; newlines break its lines.
        case paragraph([Run])
        /// A table.
        case table(Table)
        /// A chart.
        case chart(Chart)
        /// Small print: where figures come from, how they are counted.
        case note(String)
        /// What follows begins on a new page.
        case pageBreak

        /// A paragraph without emphasis.
        public static func paragraph(_ text: String) -> Block { .paragraph([Run(text)]) }
    }

    /// The rank of a heading: 一、 then （一） then 1.
    public enum Level: Int, Hashable, Sendable, CaseIterable {
        case first = 1
        case second
        case third
    }

    /// A stretch of a paragraph in one weight.
    public struct Run: Hashable, Sendable {
        /// The text.
        public let text: String
        /// Whether it is bold.
        public let isBold: Bool

        /// A plain stretch.
        public init(_ text: String) { self.init(text, isBold: false) }

        /// A bold stretch.
        public static func bold(_ text: String) -> Run { Run(text, isBold: true) }

        private init(_ text: String, isBold: Bool) {
            self.text = text
            self.isBold = isBold
        }
    }
}
