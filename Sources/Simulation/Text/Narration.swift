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
        _ leaf: Matters.Leaf, _ root: Matters.Root, _ voice: Voice, place: String, _ random: inout Random
    ) -> String {
        var draft = Draft()
        draft.add(random.pick(voice.openings))
        if !place.isEmpty {
            draft.add(place, length: place.count)
            draft.add(random.pick(Frames.links))
        }
        draft.add(random.pick(voice == .thanks ? Voice.merits : leaf.phrases))
        fill(&draft, root, voice, &random)
        return draft.text
    }

    /// What somebody says who rings again.
    static func again(
        _ leaf: Matters.Leaf, _ root: Matters.Root, _ voice: Voice, place: String, isOther: Bool,
        _ random: inout Random
    ) -> String {
        var draft = Draft()
        draft.add(random.pick(isOther ? Frames.others : Frames.again))
        draft.add(place, length: place.count)
        draft.add(random.pick(voice == .thanks ? Voice.merits : leaf.phrases))
        if !isOther {
            draft.add(comma)
            draft.add(random.pick(Frames.still))
        }
        fill(&draft, root, voice, &random)
        return draft.text
    }

    /// Since when, with what effect, what was tried, what is wanted: some of it, and more while a text is short.
    private static func fill(
        _ draft: inout Draft, _ root: Matters.Root, _ voice: Voice, _ random: inout Random
    ) {
        if voice == .thanks { return close(&draft, Voice.merits, voice, &random) }
        let talkative = random.unit()
        if random.chance(0.5) { append(random.pick(Frames.times), to: &draft) }
        if random.chance(0.55) { append(random.pick(root.effects), to: &draft) }
        if random.chance(0.4) { append(random.pick(Frames.efforts), to: &draft) }
        if talkative > 0.85 { append(random.pick(Frames.efforts), to: &draft) }
        if talkative > 0.95 {
            append(random.pick(Frames.anyEffect), to: &draft)
            append(random.pick(Frames.times), to: &draft)
        }
        close(&draft, Frames.efforts, voice, &random)
    }

    private static func close(
        _ draft: inout Draft, _ more: [Phrase], _ voice: Voice, _ random: inout Random
    ) {
        if random.chance(0.8) { append(random.pick(voice.wants), to: &draft) }
        while draft.length + 1 < lengths.lowerBound { append(random.pick(more), to: &draft) }
        draft.add(stop)
    }

    private static func append(_ part: Phrase, to draft: inout Draft) {
        guard draft.length + part.length + 2 <= lengths.upperBound else { return }
        draft.add(comma)
        draft.add(part)
    }

    /// A heading.
    static func title(
        _ leaf: Matters.Leaf, _ voice: Voice, place: String, _ random: inout Random
    ) -> String {
        voice == .thanks ? place + "表示感谢" : place + random.pick(leaf.phrases).text
    }
}
