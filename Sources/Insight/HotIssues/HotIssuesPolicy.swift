import Casework

/// When messages are one issue, and which issues come first.
public struct HotIssuesPolicy: Hashable, Sendable {
    /// Which issues come first.
    public var ranking: IssueRanking
    /// How alike, from 0 to 1, the problems of one place must be told to be one problem.
    public var samePlaceLikeness = 0.22
    /// How alike the problems along one road or line, which is long, must be told.
    public var alongLikeness = 0.36
    /// How alike texts must be where one of them names no place.
    public var openPlaceLikeness = 0.315
    /// How alike texts must be that name different places.
    public var otherPlaceLikeness = 0.8
    /// By what factor one more message may be less alike to an issue of five or more, which says well what its matter is.
    public var trust = 0.85
    /// How alike the messages of two parts of an issue must be on average.
    public var cohesion = 0.10
    /// A term is common to an issue that does not lie in one spot if such a share of its messages use it.
    public var commonShare = 0.6
    /// So many common terms, each counted by the share of all its uses that the issue has, make it a thing of its own.
    public var ownTerms = 2.0

    /// The usual measures of likeness.
    public init(_ ranking: IssueRanking = IssueRanking()) {
        self.ranking = ranking
    }
}
