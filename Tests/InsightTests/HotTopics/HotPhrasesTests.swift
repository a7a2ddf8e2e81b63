import Testing

@testable import Insight

@Suite struct HotPhrasesTests {
    private static let usual = [
        "小区门口有人占道经营，希望处理", "路灯不亮，晚上看不清路", "物业收费没有公示", "公交车等了很久都不来", "楼上装修声音太大，影响休息",
        "垃圾没有及时清理", "停车位不够，车辆乱停",
    ]

    private static func sayings(_ count: Int, from first: Int64, seed: UInt64, news: String = "") -> [Saying]
    {
        var chance = Scatter(seed: seed)
        return (0..<count).map { index in
            let text = usual[chance.below(usual.count)] + "，" + usual[chance.below(usual.count)]
            let links = ["因为", "今天", "又是", "听说"]
            return Saying(
                caller: first + Int64(index),
                text: index % 5 == 0 && !news.isEmpty ? text + "，" + links[chance.below(4)] + news : text)
        }
    }

    @Test func `What many say for the first time is found whole`() {
        let before = Self.sayings(600, from: 0, seed: 1)
        let now = Self.sayings(200, from: 1000, seed: 2, news: "水厂检修")
        let phrases = HotPhrases(now: now, before: before).phrases
        #expect(phrases.map(\.text) == ["水厂检修"])
        #expect(phrases.first?.callers == 40)
        #expect(phrases.first?.expected == 0)
    }

    @Test func `One person who says it often counts once`() {
        let before = Self.sayings(600, from: 0, seed: 1)
        let now = Self.sayings(200, from: 1000, seed: 2)
        let insistent = (0..<50).map { _ in Saying(caller: 1, text: "水厂检修没有通知") }
        #expect(HotPhrases(now: now + insistent, before: before).phrases.isEmpty)
        let strangers = insistent.map { Saying(caller: nil, text: $0.text) }
        #expect(!HotPhrases(now: now + strangers, before: before).phrases.isEmpty)
    }

    @Test func `No phrase is part of another`() {
        let before = Self.sayings(600, from: 0, seed: 1)
        let now = Self.sayings(200, from: 1000, seed: 2, news: "自来水厂发生泄漏事故无人通知")
        let phrases = HotPhrases(now: now, before: before).phrases.map(\.text)
        #expect(!phrases.isEmpty)
        for (index, phrase) in phrases.enumerated() {
            #expect(phrases.indices.allSatisfy { $0 == index || !phrase.contains(phrases[$0]) })
        }
    }

    @Test func `Where nothing changed, nothing stands out`() {
        for seed in 1...10 as ClosedRange<UInt64> {
            let before = Self.sayings(400, from: 0, seed: seed)
            let now = Self.sayings(150, from: 1000, seed: seed + 100)
            #expect(HotPhrases(now: now, before: before).phrases.isEmpty, "seed \(seed)")
        }
    }

    @Test func `Nothing before, nothing now, no Chinese: nothing stands out`() {
        let now = Self.sayings(50, from: 0, seed: 1)
        #expect(HotPhrases(now: now, before: []).phrases.isEmpty)
        #expect(HotPhrases(now: [], before: now).phrases.isEmpty)
        #expect(HotPhrases(now: [Saying(caller: 1, text: "停水")], before: now).phrases.isEmpty)
        let odd = (0..<30).map { Saying(caller: Int64($0), text: "🙂🙂 123 …… 456") }
        #expect(HotPhrases(now: odd, before: now).phrases.isEmpty)
        let same = (0..<30).map { _ in Saying(caller: nil, text: "同一句话") }
        #expect(HotPhrases(now: same, before: same).phrases.isEmpty)
    }

    @Test func `A text of any length costs no more than its beginning`() {
        let long = Saying(caller: 9, text: String(repeating: "停水没有通知", count: 20_000))
        let before = Self.sayings(50, from: 0, seed: 1)
        #expect(HotPhrases(now: Array(repeating: long, count: 5), before: before).phrases.isEmpty)
    }
}
