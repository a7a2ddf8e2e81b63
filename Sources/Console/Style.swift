/// Colours text, or leaves it alone where colour is not wanted.
public struct Style: Equatable, Sendable {
    /// Whether escape sequences are written.
    public let isEnabled: Bool

    /// A style that colours or does not.
    public init(enabled: Bool) { isEnabled = enabled }

    /// Whether to colour: only on a terminal, not with NO_COLOR (set and not empty, see no-color.org), and
    /// not with TERM=dumb.
    public static func enabled(isTerminal: Bool, environment: [String: String]) -> Bool {
        isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    /// The text in this ink; unchanged without ink, if empty, or if not enabled. The text must be harmless
    /// already (see `Visible`).
    public func paint(_ text: String, _ ink: Ink?) -> String {
        guard isEnabled, let ink, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
    }
}
