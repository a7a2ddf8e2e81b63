import Casework
import Console
import Glibc
import Lettering

/// What the program says: data on standard output, everything else on standard error.
enum Output {
    /// Writes data.
    static func write(_ text: String) throws {
        try Descriptor.write(text, to: STDOUT_FILENO)
    }

    /// Writes a line of data.
    static func line(_ text: String) throws {
        try write(text + "\n")
    }

    /// Shows text, page by page where it is longer than the terminal.
    static func show(_ text: String) throws {
        try Pager(environment: ProcessEnvironment.current()).show(text)
    }

    /// Writes a line beside the data. That it cannot be written is no reason to stop.
    static func notice(_ text: String) {
        try? Descriptor.write(Visible.visible(text, keepNewlines: true) + "\n", to: STDERR_FILENO)
    }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool {
        Terminal.isTerminal(STDOUT_FILENO)
    }

    /// Columns to draw in; nil where the output is no terminal.
    static var columns: Int? {
        isTerminal ? Terminal.size(STDOUT_FILENO).columns : nil
    }

    /// The moment beside which times are told to people: none in a file or pipe, and none where another moment is looked at.
    static func moment(asOf: String?) -> Instant? {
        isTerminal && asOf == nil ? Globals.now() : nil
    }

    /// Colours where the terminal and its user want them.
    static var style: Style {
        Style(enabled: Style.enabled(isTerminal: isTerminal, environment: ProcessEnvironment.current()))
    }
}
