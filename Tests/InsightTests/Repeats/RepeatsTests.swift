import Casework
import Testing

@testable import Insight

@Suite struct RepeatsTests {
    private let finder = PlaceFinder()

    @Test("What tells the same matter comes first, with the reasons for it")
    func reasons() throws {
        let crusher = try MadeMessages.crusher()
        let index = Repeats(among: try MadeMessages.others(120) + crusher, places: finder)
        let draft = try MadeMessages.message(900, "", "青禾新城旁边的碎石场半夜轰鸣", caller: 102)
        let found = index.similar(to: draft, limit: 5)
        let first = try #require(found.first)
        #expect(found.count == 5)
        #expect(Set(crusher.map(\.contact)).isSuperset(of: found.map(\.contact)))
        #expect(first.reasons.contains(.sameSpot("青禾新城")))
        #expect(found.allSatisfy { (0...1).contains($0.score) })
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
        let all = index.similar(to: draft, limit: 20)
        #expect(all.first { $0.contact == crusher[1].contact }?.reasons.contains(.sameCaller) ?? false)
    }

    @Test("The same text is said to be the same, and a message is not its own repeat")
    func sameText() throws {
        let others = try MadeMessages.others(100)
        var copy = try MadeMessages.message(900, others[7].title, others[7].content)
        let index = Repeats(among: others + [copy], places: finder)
        let found = index.similar(to: copy, limit: 3)
        #expect(found.first?.contact == others[7].contact)
        #expect(found.first?.reasons.first == .sameText)
        #expect(!found.map(\.contact).contains(copy.contact))
        copy.title = "完全别的事"
        copy.content = "宇宙飞船"
        #expect(index.similar(to: copy, limit: 3) == [])
    }

    @Test("The same words at another place count half")
    func elsewhere() throws {
        let near = try MadeMessages.message(1, "青禾花园电梯停运", "电梯停运三天没有人修理")
        let far = try MadeMessages.message(2, "白桥花园电梯停运", "电梯停运三天没有人修理")
        let index = Repeats(among: [near, far] + (try MadeMessages.others(50)), places: finder)
        let found = index.similar(to: try MadeMessages.message(3, "青禾花园电梯停运", "电梯停运没有人修理"), limit: 2)
        #expect(found.first?.contact == near.contact)
        #expect(try #require(found.first).score > 1.5 * (found.last?.score ?? 0) || found.count == 1)
    }

    @Test(
        "Equal and nearly equal texts are proposed to be joined, whatever their order; other matters are not")
    func groups() throws {
        let others = try MadeMessages.others(80)
        let copies = try [
            MadeMessages.message(1, "青禾花园地下车库积水", "青禾花园地下车库积水半米深，车都泡坏了，物业一直没有抽水。"),
            MadeMessages.message(2, "青禾花园地下车库积水", "青禾花园地下车库积水半米深，车都泡坏了，物业一直没有抽水。"),
            MadeMessages.message(3, "青禾花园车库积水", "青禾花园地下车库积水半米多深，车辆都泡坏了，物业一直不抽水。"),
        ]
        let groups = Repeats.groups(in: others + copies, places: finder)
        #expect(groups.contains(copies.map(\.contact)))
        #expect(Repeats.groups(in: (others + copies).reversed(), places: finder) == groups)
    }

    @Test("Two or three words without a place are too little to join anything")
    func short() throws {
        let messages = try (1...5).map { try MadeMessages.message($0, "", "停水了") }
        #expect(Repeats.groups(in: messages, places: finder) == [])
    }

    @Test(
        "Of hostile input nothing is concluded",
        arguments: [[], [""], ["", ""], ["😀😀", "😀😀"], ["?!", "?!"]])
    func hostile(_ texts: [String]) throws {
        let messages = try texts.enumerated().map { try MadeMessages.message($0 + 1, "", $1) }
        let index = Repeats(among: messages, places: finder)
        #expect(Repeats.groups(in: messages, places: finder) == [])
        #expect(index.similar(to: try MadeMessages.message(900, "", ""), limit: 5) == [])
        #expect(index.similar(to: try MadeMessages.message(901, "青禾花园停水"), limit: 0) == [])
    }

    @Test("An index of one message finds it")
    func one() throws {
        let index = Repeats(among: [try MadeMessages.message(1, "青禾花园停水")], places: finder)
        #expect(index.similar(to: try MadeMessages.message(2, "青禾花园又停水"), limit: 5).count == 1)
    }
}
