/// A colour or weight of text on a terminal.
public enum Ink: Sendable, CaseIterable {
    case red, yellow, green, bold, dim

    /// The number of its SGR escape sequence.
    var code: Int {
        switch self {
        case .red: 31
        case .yellow: 33
        case .green: 32
        case .bold: 1
        case .dim: 2
        }
    }
}
