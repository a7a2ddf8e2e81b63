import Casework

/// What was hidden in made-up cases, for measuring whether it is found.
public struct SimulationTruth: Hashable, Sendable {
    /// Something hidden.
    public struct Hidden: Hashable, Sendable {
        /// The place by its name; empty for a burst, which has none.
        public var place = ""
        /// The district in which it lies.
        public var district = ""
        /// How callers wrote the place, in the order in which it was first written so.
        public var ways: [String] = []
        /// The name of the category: what is wrong.
        public var problem = ""
        /// The category's path.
        public var category = ""
        /// The first-level category.
        public var topic = ""
        /// The first and the last day on which somebody rang about it; nil where nobody did.
        public var first: CivilDay?, last: CivilDay?
        /// How many different people rang.
        public var callers = 0
        /// The cases, in the order of receipt.
        public var numbers: [CaseNumber] = []
        /// The numbers of their first contacts.
        public var externalIDs: [String] = []
        /// All cases of the topic on these days, of a concentration and a burst; the hidden ones among them.
        public var topicCases: Int?
        /// How many cases of the topic were to be expected on that day, of a burst.
        public var expected: Int?
    }

    /// The plan by which the cases were made up.
    public let plan: SimulationPlan
    /// One place or object and one problem, many callers over weeks.
    public internal(set) var issues: [Hidden] = []
    /// On one day a good part of a topic's cases from one place.
    public internal(set) var clusters: [Hidden] = []
    /// A topic doubled for one day.
    public internal(set) var bursts: [Hidden] = []
}
