import Desk
import Reports

/// How a reading command answers.
enum Format: String, CaseIterable {
    case table
    case json
    case csv

    /// - Parameter allowed: the formats that the command has; the first is the one without `--format`.
    init(_ text: String?, among allowed: [Format] = Format.allCases) throws {
        let format = text.map { text in allowed.first { $0.rawValue == text } } ?? allowed.first
        guard let format else {
            throw DeskError.badChoice(field: "--format", value: text ?? "", choices: allowed.map(\.rawValue))
        }
        self = format
    }
}

extension Format {
    /// Answers a question.
    ///
    /// - Parameters:
    ///   - none: what people are told instead of a sheet without rows.
    ///   - page: what people are shown in the place of the sheet.
    func answer(
        _ json: @autoclosure () -> JSON, _ sheet: @autoclosure () -> Sheet, none: String? = nil,
        page: @autoclosure () -> String? = nil
    ) throws {
        switch self {
        case .json: try Output.line(json().text)
        case .csv: try Output.write(sheet().csv)
        case .table:
            lazy var sheet = sheet()
            if let none, sheet.rows.isEmpty { return try Output.line(none) }
            try Output.show(page() ?? sheet.drawn)
        }
    }
}
