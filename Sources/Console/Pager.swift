import Lettering

/// Shows long text page by page.
public struct Pager: Equatable, Sendable {
    /// What is run without $PAGER: quits if one screen is enough, keeps colours, leaves the text on the
    /// screen.
    public static let standardCommand = "less -FRX"

    /// The shell command that shows its input; nil if $PAGER is empty or `cat`: no pager.
    public let command: String?
    private let environment: [String: String]

    /// The pager that the environment asks for by PAGER.
    public init(environment: [String: String]) {
        let wanted = environment["PAGER"] ?? Self.standardCommand
        command = wanted.allSatisfy(\.isWhitespace) || wanted == "cat" ? nil : wanted
        // less shows Chinese as <E4><B8> in the C locale otherwise.
        self.environment = environment.merging(["LESSCHARSET": "utf-8"]) { given, _ in given }
    }

    /// Lines that the text takes on a screen so many columns wide, long lines wrapped.
    public static func rows(of text: String, columns: Int) -> Int {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let columns = max(1, columns)
        return lines.reduce(0) { $0 + max(1, (DisplayWidth.width($1) + columns - 1) / columns) }
    }

    /// Whether the text is to be paged: it goes to a terminal and has more lines than the screen.
    public func isNeeded(for text: String, isTerminal: Bool, size: TerminalSize) -> Bool {
        guard isTerminal, command != nil else { return false }
        return Self.rows(of: text, columns: size.columns) > size.rows
    }

    /// Shows the text on the descriptor, by the pager if that is needed, else and where the pager cannot be
    /// started by writing it plainly. Returns when the pager has ended; leaving it early is no error.
    /// SIGPIPE, SIGINT and SIGQUIT are ignored in the whole process as long as the pager runs: they are the
    /// pager's.
    /// Flush buffered output such as `print` first: this writes past it.
    public func show(_ text: String, on output: Int32 = 1) throws(WriteError) {
        let isTerminal = Terminal.isTerminal(output)
        if let command, isNeeded(for: text, isTerminal: isTerminal, size: Terminal.size(output)) {
            let process = PagerProcess(command: command, environment: environment, output: output)
            if process.show(text) { return }
        }
        try Descriptor.write(text, to: output)
    }
}
