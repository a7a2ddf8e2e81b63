/// What callers say, put together from the parts of ``Frames`` and the words of ``Lexicon``.
struct Narration {
    /// The shortest and the longest text, in characters.
    static let lengths = 20...150

    private static let stop = Phrase("。")
    private static let comma = Phrase("，")

    /// What somebody says who rings about a matter for the first time.
    ///
    /// - Parameter place: where it is, as this caller puts it; empty where the caller doesn't say.
    static func first(
        _ leaf: Matters.Leaf, _ root: Matters.Root, place: String, _ random: inout Random
    ) -> String {
        var draft = Draft()
        draft.add(random.pick(Frames.openings))
        if !place.isEmpty {
            draft.add(place, length: place.count)
            draft.add(random.pick(Frames.links))
        }
        draft.add(random.pick(leaf.phrases))
        fill(&draft, root, &random)
        return draft.text
    }

    /// What somebody says who rings again.
    static func again(
        _ leaf: Matters.Leaf, _ root: Matters.Root, place: String, isOther: Bool, _ random: inout Random
    ) -> String {
        var draft = Draft()
        draft.add(random.pick(isOther ? Frames.others : Frames.again))
        draft.add(place, length: place.count)
        draft.add(random.pick(leaf.phrases))
        if !isOther {
            draft.add(comma)
            draft.add(random.pick(Frames.still))
        }
        fill(&draft, root, &random)
        return draft.text
    }

    /// Since when, with what effect, what was tried, what is wanted: some of it, and more while a text is short.
    private static func fill(_ draft: inout Draft, _ root: Matters.Root, _ random: inout Random) {
        let talkative = random.unit()
        var parts: [Phrase] = []
        if random.chance(0.5) { parts.append(random.pick(Frames.times)) }
        if random.chance(0.55) { parts.append(random.pick(root.effects)) }
        if random.chance(0.4) { parts.append(random.pick(Frames.efforts)) }
        if talkative > 0.85 { parts.append(random.pick(Frames.efforts)) }
        if talkative > 0.95 {
            parts.append(random.pick(Frames.anyEffect))
            parts.append(random.pick(Frames.times))
        }
        if random.chance(0.8) { parts.append(random.pick(Frames.wants)) }
        for part in parts { append(part, to: &draft) }
        while draft.length + 1 < lengths.lowerBound { append(random.pick(Frames.efforts), to: &draft) }
        draft.add(stop)
    }

    private static func append(_ part: Phrase, to draft: inout Draft) {
        guard draft.length + part.length + 2 <= lengths.upperBound else { return }
        draft.add(comma)
        draft.add(part)
    }

    /// A heading.
    static func title(_ leaf: Matters.Leaf, place: String, _ random: inout Random) -> String {
        place + random.pick(leaf.phrases).text
    }
}
