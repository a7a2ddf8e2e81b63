/// One reading of a text from left to right: words that stand between names set where a name may begin, endings close it.
struct PlaceScan {
    /// A name found, by the positions of its letters.
    struct Draft: Hashable {
        var range: Range<Int>
        var kind: PlaceKind
        /// What is known about it; nil where the rules found it.
        var known: PlaceFinder.Entry?
        /// The name, where it isn't the letters of the range.
        var name: String?
        /// The two roads of a crossing.
        var roads: [Range<Int>] = []
    }

    /// The longest name before its ending, in letters.
    static let longest = 9

    private let letters: Letters
    private let known: Trie<PlaceFinder.Entry>
    private let words = PlaceWords.trie
    private var start = 0
    private var openings: ArraySlice<Int>
    private(set) var drafts: [Draft] = []
    /// Names that only other texts can confirm: their ending is too weak.
    private(set) var doubtful: [Range<Int>] = []

    init(_ letters: Letters, known: Trie<PlaceFinder.Entry> = Trie()) {
        self.letters = letters
        self.known = known
        openings = letters.openings[...]
        var position = 0
        while position < letters.codes.count {
            while let opening = openings.first, opening <= position {
                start = max(start, opening)
                openings.removeFirst()
            }
            position += step(position)
        }
    }

    /// Reads on from a position; gives how far.
    private mutating func step(_ position: Int) -> Int {
        if let (entry, length) = knownName(at: position) {
            let range = position..<position + length
            drafts.append(Draft(range: range, kind: entry.kind, known: entry, name: entry.name))
            start = range.upperBound
            return length
        }
        guard let (role, length) = words.longest(in: letters.codes, from: position) else {
            if !Letters.isWord(letters.codes[position]) { start = position + 1 }
            return 1
        }
        let end = position + length
        switch role {
        case .plain: break
        case .stop: start = end
        case .link: if !belongs(position) { start = end }
        case .region: region(position, end)
        case .crossing: cross(position, end)
        case .ending(let kind, let ending): close(position, end, kind, ending)
        }
        return length
    }

    private func knownName(at position: Int) -> (PlaceFinder.Entry, Int)? {
        known.longest(in: letters.codes, from: position) { entry, end in
            // 康乐 is not named by 康乐路, nor 花园小区 by 康乐花园小区.
            if entry.isOrdinary, position > start { return false }
            guard entry.isBare,
                case .ending(_, let ending)? = words.longest(in: letters.codes, from: end)?.value
            else { return true }
            return ending == .loose
        }
    }

    /// Whether 和 is a part of a name: one letter stands before it, or one between it and an ending.
    private func belongs(_ position: Int) -> Bool {
        if position == start + 1 { return true }
        guard position == start, position + 2 < letters.codes.count,
            Letters.isHan(letters.codes[position + 1])
        else { return false }
        if words.longest(in: letters.codes, from: position + 1) != nil { return false }
        if case .ending? = words.longest(in: letters.codes, from: position + 2)?.value { return true }
        return false
    }

    /// A town or street office is a place itself; other regions only end.
    private mutating func region(_ position: Int, _ end: Int) {
        let last = letters.codes[position]
        let isTown = end - position > 1 ? last == 0x8857 : last == 0x9547 || last == 0x4E61
        if isTown, (1...5).contains(position - start), Letters.isHan(letters.codes[start]) {
            drafts.append(Draft(range: start..<end, kind: .area))
        }
        start = end
    }

    private mutating func close(_ position: Int, _ end: Int, _ kind: PlaceKind, _ ending: PlaceWords.Ending) {
        if position == start {
            if let last = drafts.last, last.range.upperBound == position, last.kind != .area {
                extend(to: end, kind, ending)
            } else if ending == .loose || ending == .site {
                start = end
            }
            return
        }
        if ending == .weak {
            let range = begin(before: position)..<end
            guard range.count >= 3 else { return }
            guard confirms(after: end) else {
                if range.count <= 7 { doubtful.append(range) }
                return
            }
        }
        let begin = begin(before: position)
        let stem = position - begin
        let isNumber = letters.codes[begin..<position].allSatisfy(Letters.isDigit)
        let least = kind == .line || end - position > 1 && kind == .road ? 1 : 2
        guard (least...Self.longest).contains(stem), !isNumber || kind == .line || kind == .road else {
            if stem > Self.longest || ending != .firm { start = end }
            return
        }
        drafts.append(Draft(range: begin..<end, kind: isNumber && kind == .road ? .line : kind))
        start = end
    }

    /// 魅力之城 + 小区, 南湖路 + 小学.
    private mutating func extend(to end: Int, _ kind: PlaceKind, _ ending: PlaceWords.Ending) {
        let last = drafts.count - 1
        drafts[last].range = drafts[last].range.lowerBound..<end
        if ending != .loose || drafts[last].known == nil || drafts[last].kind == .road {
            drafts[last].known = nil
            drafts[last].name = nil
            drafts[last].kind = kind
        }
        start = end
    }

    /// Where the name that ends before a position begins: behind digits.
    private func begin(before position: Int) -> Int {
        var begin = start
        if position - start > 2, !letters.codes[start..<position].allSatisfy(Letters.isDigit) {
            while begin < position - 2, Letters.isDigit(letters.codes[begin]) { begin += 1 }
        }
        return begin
    }

    /// Whether 小区, a building or a stage of construction follows.
    private func confirms(after end: Int) -> Bool {
        guard end < letters.codes.count else { return false }
        if case .ending(_, .loose)? = words.longest(in: letters.codes, from: end)?.value { return true }
        var position = end
        while position < letters.codes.count, position < end + 3, Self.counts(letters.codes[position]) {
            position += 1
        }
        guard position > end, position < letters.codes.count else { return false }
        return Self.buildings.contains(letters.codes[position])
    }

    /// 期 栋 幢
    private static let buildings: Set<UInt32> = [0x671F, 0x680B, 0x5E62]

    private static func counts(_ code: UInt32) -> Bool {
        Letters.isDigit(code) || "一二三四五六七八九十".unicodeScalars.contains { $0.value == code }
    }

    /// Two roads and a word for crossing become one spot.
    private mutating func cross(_ position: Int, _ end: Int) {
        defer { start = end }
        guard drafts.count >= 2, let second = drafts.last, second.range.upperBound == position else { return }
        let first = drafts[drafts.count - 2]
        let gap = second.range.lowerBound - first.range.upperBound
        guard first.kind == .road, second.kind == .road, (0...1).contains(gap) else { return }
        drafts.removeLast(2)
        drafts.append(
            Draft(
                range: first.range.lowerBound..<end, kind: .spot, roads: [first.range, second.range]))
    }
}
