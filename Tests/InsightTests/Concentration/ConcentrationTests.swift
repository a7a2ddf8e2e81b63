import Casework
import Testing

@testable import Insight

@Suite struct ConcentrationTests {
    private static func sighting(
        _ serial: Int, place: String? = nil, problem: String? = nil, caller: Int64? = nil, text: String = ""
    ) -> Sighting {
        Sighting(
            contact: Int64(serial), caller: caller,
            place: place.map { Sighting.Mark(key: $0, label: $0 + "小区") },
            problem: problem.map { Sighting.Mark(key: $0, label: $0) }, text: text)
    }

    /// People from many places, some places twice as often as others.
    private static func usual(_ count: Int, seed: UInt64, from serial: Int = 1) -> [Sighting] {
        var chance = Scatter(seed: seed)
        return (0..<count).map { index in
            let place = min(chance.below(60), chance.below(60))
            return sighting(serial + index, place: "甲\(place)", caller: Int64(serial + index))
        }
    }

    private static func background(_ count: Int = 2000) -> TopicBackground {
        TopicBackground(usual(count, seed: 77))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `Six people of fifty from a place that rarely comes are named`(seed: UInt64) throws {
        let cluster = (0..<6).map { Self.sighting(500 + $0, place: "明月", caller: Int64(500 + $0)) }
        let day = Self.usual(44, seed: seed) + cluster
        let found = Concentrations(day, background: Self.background())
        let first = try #require(found.addresses.first, "seed \(seed)")
        #expect(first.label == "明月小区" && first.callers == 6 && first.kind == .address)
        #expect(first.share.text == "12%" && first.expected < 1 && first.chance < 0.005)
        #expect(first.contacts == cluster.map(\.contact))
        #expect(found.addresses.count == 1 && found.problems.isEmpty)
    }

    @Test func `One person who calls ten times is no concentration`() throws {
        let insistent = (0..<10).map { Self.sighting(500 + $0, place: "明月", caller: 9) }
        let day = Self.usual(40, seed: 3) + insistent
        #expect(Concentrations(day, background: Self.background()).addresses.isEmpty)
    }

    @Test func `All contacts are named, each person is counted once`() throws {
        let cluster = (0..<9).map { Self.sighting(500 + $0, place: "明月", caller: Int64($0 / 2 - 10)) }
        let strangers = (0..<3).map { Self.sighting(600 + $0, place: "明月") }
        let day = Self.usual(30, seed: 3) + cluster + strangers
        let found = try #require(Concentrations(day, background: Self.background()).addresses.first)
        #expect(found.callers == 8 && found.contacts.count == 12 && found.share.whole == 38)
    }

    @Test func `The place that always comes most is no finding`() throws {
        let day = (0..<40).map {
            Self.sighting($0 + 1, place: $0 < 10 ? "车站" : "乙\($0)", caller: Int64($0))
        }
        let habit = TopicBackground(places: ["车站": 500, "别处": 1500])
        #expect(Concentrations(day, background: habit).addresses.isEmpty)
        let never = TopicBackground(places: ["车站": 2, "别处": 1998])
        #expect(Concentrations(day, background: never).addresses.map(\.label) == ["车站小区"])
    }

    @Test func `Days that chance alone made have no concentration`() throws {
        let background = Self.background()
        let found = (1...200).reduce(0) { sum, seed in
            sum
                + Concentrations(Self.usual(40, seed: UInt64(seed)), background: background).addresses
                .count
        }
        #expect(found <= 1, "of 200, seeds 1 to 200")
    }

    @Test func `In a new store a place far above all others is named, and one that is not is not`() throws {
        let far = (0..<40).map { Self.sighting($0 + 1, place: $0 < 12 ? "明月" : "乙\($0)") }
        #expect(Concentrations(far).addresses.map(\.label) == ["明月小区"])
        let near = (0..<40).map { Self.sighting($0 + 1, place: $0 < 6 ? "明月" : "乙\($0 / 5)") }
        #expect(Concentrations(near).addresses.isEmpty)
    }

    @Test func `Where all come from one place, that is named only if it is not always so`() throws {
        let day = (0..<20).map { Self.sighting($0 + 1, place: "明月") }
        // In a new store nobody knows what is always so.
        #expect(!Concentrations(day).addresses.isEmpty)
        #expect(!Concentrations(day, background: Self.background()).addresses.isEmpty)
        #expect(Concentrations(day, background: TopicBackground(places: ["明月": 900])).addresses.isEmpty)
    }

    @Test func `An exact category that is far above its usual share is a problem`() throws {
        let day = (0..<40).map { Self.sighting($0 + 1, problem: $0 < 24 ? "信号灯故障" : "违停") }
        let background = TopicBackground(problems: ["信号灯故障": 200, "违停": 800])
        let found = Concentrations(day, background: background)
        #expect(found.finding(.problem)?.label == "信号灯故障")
        #expect(found.finding(.problem)?.kind == .problem)
        #expect(found.finding(.address) == nil)
        let usual = TopicBackground(problems: ["信号灯故障": 600, "违停": 400])
        #expect(Concentrations(day, background: usual).problems.isEmpty)
    }

    @Test func `A problem of which nobody spoke before is named in its words`() throws {
        let words = ["路口堵车，请疏导", "路边停满了车", "红灯太长", "黑车揽客", "斑马线看不清"]
        let links = ["今天", "听说", "都是", "因为"]
        let background = TopicBackground(
            (0..<500).map { Self.sighting($0 + 1, caller: Int64($0), text: words[$0 % 5]) })
        let day = (0..<40).map { index in
            Self.sighting(
                600 + index, place: index < 8 ? "明月" : "乙\(index)", caller: Int64(600 + index),
                text: index < 8 ? "明月小区，\(links[index % 4])导航失灵，" + words[index % 5] : words[index % 5])
        }
        let found = Concentrations(day, background: background)
        #expect(found.problems.map(\.label) == ["导航失灵"])
        #expect(found.problems.first?.contacts == day[..<8].map(\.contact))
    }

    @Test func `Where findings are about problems, a place is better than nothing`() throws {
        let cluster = (0..<8).map { Self.sighting(500 + $0, place: "明月") }
        let found = Concentrations(Self.usual(40, seed: 3) + cluster, background: Self.background())
        #expect(found.finding(.problem)?.label == "明月小区")
    }

    @Test func `The label is the one that most have`() throws {
        let cluster = (0..<8).map { index in
            var sighting = Self.sighting(500 + index, place: "明月")
            if index < 3 { sighting.place?.label = "明月" }
            return sighting
        }
        let found = Concentrations(Self.usual(40, seed: 3) + cluster, background: Self.background())
        #expect(found.addresses.first?.label == "明月小区")
    }

    @Test func `Nothing, one, and no places give nothing`() throws {
        #expect(Concentrations([]).addresses.isEmpty && Concentrations([]).problems.isEmpty)
        let one = [Self.sighting(1, place: "明月", text: "🙂")]
        #expect(Concentrations(one, background: Self.background()).addresses.isEmpty)
        let nowhere = (0..<50).map { Self.sighting($0 + 1, text: "停水") }
        #expect(Concentrations(nowhere, background: Self.background()).finding(.address) == nil)
    }
}
