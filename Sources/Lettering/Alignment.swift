/// The side on which text stands in a field wider than itself.
public enum Alignment: Sendable {
    case left
    case right
}
