/// What a person is told when something is refused: what was wrong, what to do, and the exit status.
public struct Complaint: Hashable, Sendable {
    /// The program's exit status, by the table of sysexits.
    public enum Status: Int32, Sendable {
        /// Wrong usage.
        case usage = 64
        /// Bad data: an import, a configuration, a damaged store, a day that cannot be published.
        case data = 65
        /// No such case, file or store.
        case notFound = 66
        /// A needed part is missing.
        case unavailable = 69
        /// Our fault.
        case fault = 70
        /// Something cannot be created.
        case cannotCreate = 73
        /// Reading or writing failed, or the disk is full.
        case io = 74
        /// Busy; try again.
        case busy = 75
        /// Not allowed: the workflow or the role refuses.
        case refused = 77
        /// The configuration is wrong.
        case configuration = 78
    }

    /// What was wrong, with the value.
    public let problem: String
    /// What to do; empty where nothing can be done.
    public let remedy: String
    /// The exit status.
    public let status: Status

    /// Wrong usage of the face through which somebody works.
    public init(usage problem: String, remedy: String) {
        self.init(.usage, problem, remedy)
    }

    /// A file that is not there.
    public init(notFound problem: String, remedy: String) {
        self.init(.notFound, problem, remedy)
    }

    init(_ status: Status, _ problem: String, _ remedy: String = "") {
        self.problem = problem
        self.remedy = remedy
        self.status = status
    }
}
