/// Whether a phrase begins and ends where words do, as far as can be told without a dictionary.
enum PhraseEdges {
    /// Letters with which hardly a word begins, and with which hardly one ends.
    private static let openers = Set("的了着过吗呢吧啊们么得地性里".unicodeScalars.map(\.value))
    private static let closers = Set("的把被从向对和与及或在是不没很太更最这那每各又也都就还才让给请个之其我你他她".unicodeScalars.map(\.value))

    static func isCut(_ codes: [UInt32]) -> Bool {
        guard let first = codes.first, let last = codes.last else { return true }
        return openers.contains(first) || closers.contains(last)
    }

    /// Whether a phrase says that somebody calls or what people want, not what is wrong.
    static func isWish(_ phrase: String) -> Bool {
        ["请", "希望", "想", "盼", "望", "建议", "麻烦"].contains { phrase.hasPrefix($0) }
            || ["咨询", "来电", "反映", "投诉", "举报", "求助", "诉求", "市民", "群众", "居民", "业主", "留言"].contains {
                phrase == $0
            }
            || ["咨询", "来电", "反映", "投诉", "来电人", "诉求人"].contains {
                phrase.hasPrefix($0) && phrase.count <= $0.count + 1
            }
    }

    /// Whether one is a part of the other, or begins with two letters or more with which the other ends.
    static func overlap(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        return holds(left, right) || holds(right, left) || follows(left, right) || follows(right, left)
    }

    private static func holds(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
        guard long.count >= short.count else { return false }
        return (0...(long.count - short.count)).contains {
            long[$0..<($0 + short.count)].elementsEqual(short)
        }
    }

    private static func follows(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        guard min(left.count, right.count) > 2 else { return false }
        return (2..<min(left.count, right.count)).contains { left.suffix($0).elementsEqual(right.prefix($0)) }
    }
}
