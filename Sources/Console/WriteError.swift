/// Text could not be written to a file descriptor.
public struct WriteError: Error, Equatable, Sendable {
    /// The system's error number, for instance ENOSPC or EPIPE.
    public let code: Int32
}
