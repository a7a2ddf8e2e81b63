import Casework
import Console
import Desk
import Lettering
import Paper
import Reports

extension Sheet {
    /// The list as a table in a document. Whole numbers and percentages are numbers for spreadsheets.
    func document(title: String, mark: String) -> Document {
        let table = Document.Table(
            title,
            columns: columns.indices.map { index in
                let cells = rows.map { Document.Cell(sheet: $0[index].text) }
                let isNumeric = !cells.isEmpty && cells.allSatisfy(\.isNumberOrEmpty)
                return Document.Column(columns[index].heading, isNumeric ? .right : columns[index].alignment)
            },
            rows: rows.map { $0.map { Document.Cell(sheet: $0.text) } })
        return Document(title: title, blocks: [.table(table)], mark: mark)
    }
}

extension Report {
    /// A list.
    init(_ sheet: Sheet, title: String, desk: Desk, json: @escaping () -> JSON) throws {
        let mark = try desk.mark()
        self.init(
            document: { sheet.document(title: title, mark: mark) }, json: json, csv: { sheet.csv },
            summary: "\(title)：\(sheet.rows.count) 行")
    }
}

extension Document.Cell {
    /// A sheet's cell. What is longer than a count, or begins with a zero, is a name of digits and stays as it is.
    fileprivate init(sheet text: String) {
        if let number = Int(text), String(number) == text, text.count <= 9 {
            self = .number(number)
        } else if text.hasSuffix("%"), let percent = Double(text.dropLast()) {
            self = .share(percent / 100, printed: text)
        } else {
            self = .text(text)
        }
    }

    fileprivate var isNumberOrEmpty: Bool {
        switch self {
        case .number, .share: true
        case .text(let text): text.isEmpty
        }
    }
}
