/// Whether a bundle is one concrete issue, and not a bucket of like complaints.
extension Bundle {
    /// A term counts as a bundle's own if such a share of all its uses is in it.
    private static let ownShare = 0.4

    /// Whether it is about a thing: half of its texts are of one spot, or it has words of its own. Each term that most
    /// of its texts use counts by the share of all its uses that are theirs.
    func isConcrete(_ items: [Item], _ vocabulary: Vocabulary, _ likening: Likening) -> Bool {
        if isOfOneSpot { return true }
        if strays(items, likening.kin).count * 2 > count { return false }
        let policy = likening.policy
        // The name of a road or a line is no thing: everything along it would be one.
        let isAlong = place.map { $0.count * 2 >= count } ?? false
        var uses: [Int32: Int] = [:]
        for text in texts {
            let entry = items[text].entry
            for term in (isAlong ? entry.problem : entry.words).terms {
                uses[term, default: 0] += items[text].members.count
            }
        }
        let shares = uses.compactMap { term, used -> Double? in
            let share = Double(used) / Double(vocabulary.frequency(term))
            return Double(used) >= policy.commonShare * Double(members.count) && share >= Self.ownShare
                ? share : nil
        }
        return shares.sorted().reduce(0, +) >= policy.ownTerms
    }

    /// The texts that name places of which hardly any other of them names one, by this name or a longer or shorter one.
    private func strays(_ items: [Item], _ kin: [Int32: Set<Int32>]) -> [Int] {
        var uses: [Int32: Int] = [:]
        for text in texts {
            let keys = items[text].entry.keys
            for key in keys.reduce(into: Set(keys), { $0.formUnion(kin[$1] ?? []) }) {
                uses[key, default: 0] += items[text].members.count
            }
        }
        return texts.filter { text in
            let keys = items[text].entry.keys
            return !keys.isEmpty && keys.allSatisfy { (uses[$0] ?? 0) < max(2, members.count / 6) }
        }
    }

    /// The messages of an issue: those of a spot without the ones that name another.
    func issue(_ items: [Item], _ likening: Likening) -> [Int] {
        guard isOfOneSpot else { return members.sorted() }
        let strays = Set(strays(items, likening.kin))
        return texts.filter { !strays.contains($0) }.flatMap { items[$0].members }.sorted()
    }
}
