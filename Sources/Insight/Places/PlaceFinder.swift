import Casework

/// Finds the places that a text names: those known beforehand first, then by rules for how names of places are built.
public struct PlaceFinder: Sendable {
    /// What is known of a name.
    struct Entry: Hashable, Sendable {
        let name: String
        let key: String
        let kind: PlaceKind
        let area: Area.ID?
        /// The name lacks an ending that tells it is a place.
        let isBare: Bool
        /// The name is made of endings alone (花园小区), so that longer names hold it.
        let isOrdinary: Bool
    }

    private var known = Trie<Entry>()
    private let lexicon: PlaceLexicon

    /// A finder.
    ///
    /// - Parameters:
    ///   - known: the configured areas and the spots that agents entered.
    ///   - lexicon: what was learned from texts of the same city.
    public init(known: [KnownPlace] = [], lexicon: PlaceLexicon = PlaceLexicon()) {
        self.lexicon = lexicon
        for (name, _) in lexicon.names.sorted(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            enter(name, kind: nil, area: nil)
        }
        let areas = Dictionary(
            known.compactMap { place in place.area.map { (place.name, [$0]) } }, uniquingKeysWith: +)
        for place in known.sorted(by: { ($0.count, $1.name) < ($1.count, $0.name) }) {
            let area = areas[place.name].flatMap { $0.count == 1 ? $0.first : nil }
            if place.area != nil {
                enter(place.name, kind: place.kind, area: area)
            } else if let spot = spot(entered: place.name) {
                // Of several ways of writing a name the most used one comes last, and holds.
                let isSame = Letters(spot.name).codes == Letters(place.name).codes
                enter(isSame ? place.name : spot.name, kind: place.kind ?? spot.kind, area: nil)
            }
        }
    }

    private mutating func enter(_ name: String, kind: PlaceKind?, area: Area.ID?) {
        let letters = Letters(name)
        let codes = letters.codes
        let found = PlaceScan(letters).drafts
        let whole = found.first { $0.range == codes.indices }
        guard codes.count >= 2, whole?.roads.isEmpty ?? true else { return }
        let key = PlaceKey.of(codes, kind: kind ?? whole?.kind ?? .spot)
        let kind = kind ?? whole?.kind ?? .spot
        func entry(isBare: Bool) -> Entry {
            Entry(
                name: letters.written(codes.indices, in: name), key: lexicon.key(key), kind: kind, area: area,
                isBare: isBare, isOrdinary: PlaceKey.isOrdinary(codes))
        }
        if area != nil || whole != nil || codes.count >= 3 {
            known.insert(codes, entry(isBare: whole == nil && area == nil))
        }
        let bare = Letters(key).codes
        // A name of two letters means too much else.
        if kind == .spot, bare.count >= 3, bare.count < codes.count {
            known.insert(bare, entry(isBare: true))
        }
    }

    /// The places that a text names, in their order. Letters beyond the hundred-thousandth are not read.
    public func places(in text: String) -> [RecognisedPlace] {
        let letters = Letters(text, limit: 100_000)
        return PlaceScan(letters, known: known).drafts.map { place($0, letters, text) }
    }

    /// The place of a message: as it was entered, else the best that its title, its content, its address names.
    public func place(of message: Message) -> RecognisedPlace? {
        if let entered = spot(entered: message.spot) { return entered }
        let found = [message.title, message.content, message.address].lazy.compactMap { best(places(in: $0)) }
        var fallback: RecognisedPlace?
        for place in found {
            if place.kind.isExact { return place }
            fallback = fallback.map { $0.kind.rawValue <= place.kind.rawValue ? $0 : place } ?? place
        }
        return fallback
    }

    /// The place that an agent wrote into the field for it; what the rules don't know is taken as it stands.
    public func spot(entered text: String) -> RecognisedPlace? {
        let letters = Letters(text, limit: 200)
        guard letters.codes.contains(where: Letters.isWord) else { return nil }
        if let best = best(places(in: text)), best.kind != .area { return best }
        let whole = PlaceScan.Draft(range: letters.codes.indices, kind: PlaceKey.kind(of: letters.codes))
        return place(whole, letters, text)
    }

    /// The most exact place; of equally exact ones the most often named, then the first.
    private func best(_ places: [RecognisedPlace]) -> RecognisedPlace? {
        let counts = Dictionary(places.map { ($0.key, 1) }, uniquingKeysWith: +)
        return places.enumerated().min { left, right in
            let (first, second) = (left.element, right.element)
            return (first.kind.rawValue, -(counts[first.key] ?? 0), left.offset)
                < (second.kind.rawValue, -(counts[second.key] ?? 0), right.offset)
        }?.element
    }

    /// The places in a text, by the positions of their letters.
    func named(in letters: Letters) -> [(letters: Range<Int>, key: String, kind: PlaceKind)] {
        PlaceScan(letters, known: known).drafts.map { ($0.range, key($0, letters), $0.kind) }
    }

    private func key(_ draft: PlaceScan.Draft, _ letters: Letters) -> String {
        if let key = draft.known?.key { return key }
        guard draft.roads.isEmpty else {
            return draft.roads.map(letters.text).sorted().joined(separator: "+")
        }
        return lexicon.key(PlaceKey.of(letters.codes[draft.range], kind: draft.kind))
    }

    private func place(_ draft: PlaceScan.Draft, _ letters: Letters, _ text: String) -> RecognisedPlace {
        let bytes = text.utf8
        let lower = bytes.index(bytes.startIndex, offsetBy: Int(letters.offsets[draft.range.lowerBound]))
        let last = text.index(
            after: bytes.index(
                bytes.startIndex, offsetBy: Int(letters.offsets[draft.range.upperBound - 1])))
        func written(_ range: Range<Int>) -> String { letters.written(range, in: text) }
        let name =
            draft.name
            ?? (draft.roads.isEmpty ? written(draft.range) : draft.roads.map(written).joined() + "路口")
        return RecognisedPlace(
            range: lower..<last, text: String(text[lower..<last]), name: name, key: key(draft, letters),
            kind: draft.kind,
            area: draft.known?.area)
    }
}
