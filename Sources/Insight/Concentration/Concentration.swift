import Casework

/// One place from which, or one problem about which, conspicuously many of a topic's contacts came.
public struct Concentration: Hashable, Sendable {
    /// Whether it is a place or a problem.
    public let kind: Casework.Category.Finding
    /// The place or problem as most of them have it.
    public let label: String
    /// How many different people.
    public let callers: Int
    /// Of how many people of the topic.
    public let share: Share
    /// Their contacts, those of the same person too, rising.
    public let contacts: [Int64]
    /// How many people were to be expected.
    public let expected: Double
    /// How likely any place or problem of the topic comes so far above the expected by chance, at most.
    public let chance: Double
}

/// The concentrations of a topic in a day or period. A person counts once for a place, however often they call.
///
/// What is usual is learnt from the weeks before: the place that always comes most is no finding. Where nothing is known
/// of the weeks before, the other places of the same day tell how much the greatest one may have.
/// Each question is answered when it is asked: what a topic's findings are not about need not be looked for.
public struct Concentrations: Sendable {
    private let sightings: [Sighting]
    private let background: TopicBackground
    private let policy: ConcentrationPolicy

    /// - Parameters:
    ///   - sightings: the topic's contacts.
    ///   - background: its contacts of the weeks before.
    public init(
        _ sightings: [Sighting], background: TopicBackground = TopicBackground(),
        policy: ConcentrationPolicy = ConcentrationPolicy()
    ) {
        self.sightings = sightings
        self.background = background
        self.policy = policy
    }

    /// Places, the one with most people first.
    public var addresses: [Concentration] {
        Gathering(sightings, \.place).findings(.address, background.places, policy)
    }

    /// Problems, exact categories before phrases, the one with most people first.
    public var problems: [Concentration] { categories + phrases }

    private var categories: [Concentration] {
        Gathering(sightings, \.problem).findings(.problem, background.problems, policy)
    }

    /// Whether anything may stand out among a topic's contacts, whatever is usual: cheaper than to learn what is.
    public static func mayStandOut(
        _ sightings: [Sighting], _ kind: Casework.Category.Finding,
        policy: ConcentrationPolicy = ConcentrationPolicy()
    ) -> Bool {
        guard sightings.count >= policy.leastCallers else { return false }
        let places = Gathering(sightings, \.place)
        return kind == .problem || Double(places.most) >= places.least(policy)
    }

    /// What the bulletin names for a topic: a place where the topic's findings are about addresses; where they are about
    /// problems a problem, else a place. Nil where nothing stands out.
    public func finding(_ kind: Casework.Category.Finding) -> Concentration? {
        kind == .address ? addresses.first : categories.first ?? phrases.first ?? addresses.first
    }

    /// Phrases that many use and hardly anybody used before; names of the places apart.
    private var phrases: [Concentration] {
        var phrasePolicy = PhrasePolicy()
        phrasePolicy.leastCallers = policy.leastCallers
        phrasePolicy.mostByChance = policy.mostChance
        let sayings = sightings.map { Saying(caller: $0.caller, text: $0.text) }
        let people = Gathering(sightings) { _ in nil }.people
        let found = HotPhrases(now: sayings, before: background.sayings, policy: phrasePolicy).phrases
            .filter { Double($0.callers) >= policy.leastShare * Double(people) }
        guard !found.isEmpty else { return [] }
        let places = Set(sightings.compactMap { $0.place.map { Letters.text(Letters($0.label).codes) } })
        let texts = sightings.map { Letters.text(Letters($0.text, limit: SpokenLetters.limit).codes) }
        return found.filter { phrase in
            !PhraseEdges.isWish(phrase.text) && !places.contains { PhraseEdges.overlap($0, phrase.text) }
        }.map {
            phrase in
            let contacts = sightings.indices.filter { texts[$0].contains(phrase.text) }.map {
                sightings[$0].contact
            }
            return Concentration(
                kind: .problem, label: phrase.text, callers: phrase.callers,
                share: Share(phrase.callers, of: people),
                contacts: contacts.sorted(), expected: phrase.expected, chance: phrase.chance)
        }
    }
}
