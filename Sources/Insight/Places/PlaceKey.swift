/// What the ways of writing a place have in common.
enum PlaceKey {
    /// 小区
    private static let loose: [UInt32] = [0x5C0F, 0x533A]

    /// The name without 小区, where enough is left that is not a road.
    static func of(_ name: some BidirectionalCollection<UInt32>, kind: PlaceKind) -> String {
        guard kind == .spot, name.suffix(2).elementsEqual(loose), name.count >= 4 else {
            return Letters.text(name)
        }
        let bare = Array(name.dropLast(2))
        if case .ending(.road, _)? = ending(of: bare) { return Letters.text(name) }
        return Letters.text(bare)
    }

    /// Whether a name is made of endings alone: 花园小区.
    static func isOrdinary(_ name: [UInt32]) -> Bool {
        guard let (role, length) = PlaceWords.trie.longest(in: name, from: 0),
            case .ending(_, let ending) = role
        else {
            return false
        }
        return ending != .weak && length < name.count && name.count <= 5
    }

    /// Whether a name ends in 学校, 医院 …: its last part can stand for many.
    static func isSite(_ name: [UInt32]) -> Bool {
        if case .ending(_, .site)? = ending(of: name) { return true }
        return false
    }

    /// What sort of place a name's ending says it is; a spot where it says nothing.
    static func kind(of name: [UInt32]) -> PlaceKind {
        if case .ending(let kind, _)? = ending(of: name) { return kind }
        return .spot
    }

    private static func ending(of name: [UInt32]) -> PlaceWords.Role? {
        (max(0, name.count - 6)..<name.count).lazy.compactMap { start in
            PlaceWords.trie.longest(in: name, from: start).flatMap {
                start + $0.length == name.count ? $0.value : nil
            }
        }.first
    }
}
