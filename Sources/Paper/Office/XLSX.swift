extension Document {
    /// The words of the document, its tables, and its charts' figures, as sheets of a workbook (SpreadsheetML): numbers
    /// as numbers, everything else as text and never as a formula. Small print is left out.
    public func xlsx() -> [UInt8] { xlsxPackage.archive }

    var xlsxPackage: Package {
        let sheets = XLSXSheets(words + tables).sheets
        let parts =
            sheets.enumerated().map { index, sheet in
                Package.Part(
                    path: "xl/worksheets/sheet\(index + 1).xml", type: "spreadsheetml.worksheet+xml",
                    relation: "worksheet", content: sheet.content(header: title, footer: mark))
            } + [
                Package.Part(
                    path: "xl/styles.xml", type: "spreadsheetml.styles+xml", relation: "styles",
                    content: XLSXStyle.content)
            ]
        let workbook = Package.Part(
            path: "xl/workbook.xml", type: "spreadsheetml.sheet.main+xml", relation: "officeDocument",
            content: Self.workbook(sheets.map(\.name)))
        return Package(folder: "xl", main: workbook, parts: parts)
    }

    /// The document's headings and paragraphs under its title, a row each, where it has any, and who signs it. What stands on
    /// pages of its own has sheets of its own.
    private var words: [Table] {
        let rows = blocks.prefix { $0 != .pageBreak }.compactMap { block -> [Cell]? in
            switch block {
            case .heading(_, let text): [.text(text)]
            case .paragraph(let runs): [.text(runs.map(\.text).joined())]
            default: nil
            }
        }
        if rows.isEmpty { return [] }
        let signed = rows + signature.map { [.text($0)] }
        return [Table("正文", columns: [Column(title, width: Self.wordsWidth)], rows: signed)]
    }

    /// As wide as a printed page has room for, in half-width characters.
    private static let wordsWidth = 100

    /// The document's tables, the figures of its charts among them; a workbook needs one sheet.
    private var tables: [Table] {
        let tables: [Table] = blocks.compactMap { block in
            switch block {
            case .table(let table): table
            case .chart(let chart): chart.table
            default: nil
            }
        }
        return tables.isEmpty && words.isEmpty ? [Table(title, columns: [Column(title)], rows: [])] : tables
    }

    private static func workbook(_ names: [String]) -> String {
        var xml = Markup()
        xml.element(
            "workbook",
            [
                "xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "xmlns:r": Package.relations,
            ]
        ) { xml in
            xml.element("sheets") { xml in
                for (index, name) in names.enumerated() {
                    xml.empty("sheet", ["name": name, "sheetId": "\(index + 1)", "r:id": "rId\(index + 1)"])
                }
            }
            // The heading is printed again on each page.
            xml.element("definedNames") { xml in
                for (index, name) in names.enumerated() {
                    xml.element(
                        "definedName", ["name": "_xlnm.Print_Titles", "localSheetId": "\(index)"],
                        text: "'\(name)'!$1:$1")
                }
            }
        }
        return xml.text
    }
}

/// The sheets of a workbook, each with a name of its own.
struct XLSXSheets {
    private(set) var sheets: [XLSXSheet] = []
    private var names: Set<String> = []

    /// A sheet for each table, and more where one has more rows than a sheet can hold, its heading included.
    init(_ tables: [Document.Table], mostRows: Int = 1_048_576) {
        for table in tables {
            var rest = table.rows[...]
            repeat {
                var part = table
                part.rows = Array(rest.prefix(mostRows - 1))
                rest = rest.dropFirst(mostRows - 1)
                sheets.append(XLSXSheet(name: name(for: table.title), table: part))
            } while !rest.isEmpty
        }
    }

    /// A sheet's name: at most 31 UTF-16 units, none of : \ / ? * [ ] and no apostrophe, not used before
    /// in either case, never empty.
    private mutating func name(for title: String) -> String {
        let kept = title.visibleLines.joined(separator: " ").unicodeScalars
            .map { ":\\/?*[]'".unicodeScalars.contains($0) ? " " : String($0) }.joined()
        let base = kept.allSatisfy { $0 == " " } ? "表" : kept
        var number = 1
        while true {
            let ending = number == 1 ? "" : "（\(number)）"
            let name = base.cut(toUTF16: 31 - ending.utf16.count) + ending
            if names.insert(name.lowercased()).inserted { return name }
            number += 1
        }
    }
}

extension String {
    /// The text's beginning that takes at most so many UTF-16 units; never half a character.
    func cut(toUTF16 most: Int) -> String {
        guard utf16.count > most else { return self }
        var kept = ""
        var count = 0
        for character in self {
            count += character.utf16.count
            if count > most { break }
            kept.append(character)
        }
        return kept
    }
}
