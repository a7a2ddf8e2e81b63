/// Whether words say that what follows is not so, of the plain kind: 没有漏气, 未发生爆炸.
enum Negation {
    private static let words = ["没有", "没", "未", "无", "不是", "并非", "不存在", "不再", "排除", "否认"]
    private static let links = ["发现", "发生", "出现", "存在", "闻到", "听说", "再", "有"]
    private static let endings = words.flatMap { word in
        ([""] + links).map { Letters(word + $0).codes }
    }
    /// 有没有 and 是不是 ask.
    private static let questions: [UInt32] = [0x6709, 0x662F]

    /// - Parameter before: the letters before the word.
    static func ends(_ before: ArraySlice<UInt32>) -> Bool {
        endings.contains { ending in
            guard before.count >= ending.count, before.suffix(ending.count).elementsEqual(ending) else {
                return false
            }
            return !(before.dropLast(ending.count).last.map(questions.contains) ?? false)
        }
    }
}
