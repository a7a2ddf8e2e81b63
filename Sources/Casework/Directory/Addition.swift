/// Names that an import met and the configuration did not have. Nobody answers for them until the configuration
/// says who does; their codes begin with ``prefix``, which no configuration may use.
public enum Addition {
    /// How the codes of such rows begin.
    public static let prefix = "new-"
}
