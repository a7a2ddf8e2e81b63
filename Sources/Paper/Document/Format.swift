extension Document {
    /// What a document can be written as; the raw value is the ending of the file.
    public enum Format: String, CaseIterable, Sendable {
        case text = "txt"
        case markdown = "md"
        case html
        case docx
        case xlsx

        /// The format of a file by its name's ending, in either case; nil for any other.
        public init?(file name: String) {
            guard let dot = name.lastIndex(of: ".") else { return nil }
            self.init(rawValue: name[name.index(after: dot)...].lowercased())
        }
    }

    /// The bytes of a file in this format; the same document gives the same bytes.
    public func bytes(in format: Format) -> [UInt8] {
        switch format {
        case .text: Array(text().utf8)
        case .markdown: Array(markdown().utf8)
        case .html: Array(html().utf8)
        case .docx: docx()
        case .xlsx: xlsx()
        }
    }
}
