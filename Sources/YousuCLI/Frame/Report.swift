import Casework
import Desk
import Paper
import Reports

/// A report in all that it can be written as.
struct Report {
    /// What is written of it as a document.
    let document: () throws -> Document
    /// What programs read of it.
    let json: () -> JSON
    /// Its rows; nil where it is no table.
    var csv: (() -> String)?
    /// Its plain text, where that is not the document's.
    var text: String?
    /// What is said of it in one line when it has been written.
    let summary: String

    /// What a report can be written as.
    enum Kind: Hashable {
        case paper(Document.Format)
        case json, csv

        /// What every report can be.
        static let papers = Document.Format.allCases.map { Kind.paper($0) } + [Kind.json]
        /// What a list can be.
        static let tables = papers + [Kind.csv]
        /// What a bulletin can be when it is signed.
        static let signed = [Kind.paper(.text), .json]

        /// What a file's name ends in; nil for any other ending.
        init?(file name: String) {
            let others = [Kind.json, .csv].filter { name.lowercased().hasSuffix(".\($0.ending)") }
            guard let kind = Document.Format(file: name).map({ Kind.paper($0) }) ?? others.first else {
                return nil
            }
            self = kind
        }

        var ending: String {
            switch self {
            case .paper(let format): format.rawValue
            case .json: "json"
            case .csv: "csv"
            }
        }

        /// Its name after `--format`; nil for what only goes into files.
        var name: String? {
            switch self {
            case .paper(.text): "text"
            case .paper(.markdown): "markdown"
            case .paper(.html): "html"
            case .json: "json"
            case .paper(.docx), .paper(.xlsx), .csv: nil
            }
        }
    }

    func write(to target: ReportTarget) throws {
        try target.write(bytes(as: target.kind), summary: summary)
    }

    private func bytes(as kind: Kind) throws -> [UInt8] {
        switch kind {
        case .json: return Array((json().text + "\n").utf8)
        case .csv: return Array((csv?() ?? "").utf8)
        case .paper(let format):
            if format == .text, let text { return Array((text + "\n").utf8) }
            return try document().bytes(in: format)
        }
    }
}

extension Desk {
    /// Who looked at something and when, for the foot of a page.
    func mark() throws -> String {
        "\(actor.staff) \(try settings().clock.plain(now())) 查看"
    }
}
