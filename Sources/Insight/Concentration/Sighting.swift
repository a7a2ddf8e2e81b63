/// One contact of a topic as concentrations are looked for: who, where, about what.
public struct Sighting: Hashable, Sendable {
    /// A place or a problem.
    public struct Mark: Hashable, Sendable {
        /// The same for all ways of writing it.
        public var key: String
        /// As it is to be printed.
        public var label: String

        /// A place or a problem.
        public init(key: String, label: String) {
            self.key = key
            self.label = label
        }
    }

    /// What tells the contact from others: a number, whichever.
    public var contact: Int64
    /// Who; nil where it is not known, then somebody of whom nothing else is known.
    public var caller: Int64?
    /// Where; nil where nobody said.
    public var place: Mark?
    /// The exact category below the topic; nil where there is none.
    public var problem: Mark?
    /// What was said.
    public var text: String

    /// A contact.
    public init(
        contact: Int64, caller: Int64? = nil, place: Mark? = nil, problem: Mark? = nil,
        text: String = ""
    ) {
        self.contact = contact
        self.caller = caller
        self.place = place
        self.problem = problem
        self.text = text
    }
}

/// How a topic's contacts fell on places and problems in the weeks before. A few thousand are enough.
public struct TopicBackground: Hashable, Sendable {
    /// How many contacts came from each place, by its key.
    public var places: [String: Int]
    /// How many were about each exact category, by its key.
    public var problems: [String: Int]
    /// What was said, or some of it.
    public var sayings: [Saying]

    /// What is known of the weeks before: nothing in a new store.
    public init(places: [String: Int] = [:], problems: [String: Int] = [:], sayings: [Saying] = []) {
        self.places = places
        self.problems = problems
        self.sayings = sayings
    }

    /// The same of contacts that came before.
    public init(_ sightings: some Sequence<Sighting>) {
        self.init()
        for sighting in sightings {
            if let place = sighting.place { places[place.key, default: 0] += 1 }
            if let problem = sighting.problem { problems[problem.key, default: 0] += 1 }
            sayings.append(Saying(caller: sighting.caller, text: sighting.text))
        }
    }
}
