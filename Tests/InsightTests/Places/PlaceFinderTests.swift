import Casework
import Testing

@testable import Insight

@Suite struct PlaceFinderTests {
    private let finder = PlaceFinder(known: [
        KnownPlace(name: "云山区", kind: .area, area: 1), KnownPlace(name: "河口街道", kind: .area, area: 2),
    ])

    private func message(spot: String = "", title: String = "", content: String = "", address: String = "")
        throws -> Message
    {
        let day = try #require(CivilDay(year: 2024, month: 3, day: 5))
        let number = try #require(CaseNumber(day: day, serial: 1))
        return Message(
            contact: ContactNumber(caseNumber: number, sequence: 1), receivedAt: Instant(seconds: 0),
            day: day,
            spot: spot, address: address, title: title, content: content)
    }

    @Test(
        "All ways of writing an estate come to one key",
        arguments: [
            "青禾小区", "青禾小区3号楼2单元停水", "云山区青禾小区没有热水", "河口街道青禾小区", "「青禾小区」电梯坏了", "我住在“青禾小区”",
            "关于青禾小区的物业", "位于青禾 小区附近", "Ｂ市青禾小区二期", "市民反映：青禾小区东门", "“青禾”小区", "长河路青禾小区", "我也要反映青禾小区停电",
        ])
    func oneKey(_ text: String) throws {
        #expect(finder.place(of: try message(content: text))?.key == "青禾")
    }

    @Test("What stands in the text is given with its place in it")
    func ranges() throws {
        let text = "您好😀，我住云山区「青禾 小区」３号楼"
        let place = try #require(finder.places(in: text).last)
        #expect(String(text[place.range]) == "青禾 小区")
        #expect(place.text == "青禾 小区")
        #expect(place.name == "青禾小区")
        #expect(finder.places(in: text).first?.area == 1)
    }

    @Test("A road is no estate, and two roads that cross are one spot however they are joined")
    func roads() throws {
        #expect(finder.places(in: "长河路路面坏了").map(\.kind) == [.road])
        let crossings = ["长河路青禾街路口", "青禾街与长河路交叉口", "长河路 青禾街路口", "长河路和青禾街十字"]
        #expect(Set(crossings.flatMap { finder.places(in: $0).map(\.key) }).count == 1)
        #expect(finder.places(in: crossings[0]).map(\.kind) == [.spot])
        #expect(finder.places(in: "长河路小学门口").map(\.name) == ["长河路小学"])
    }

    @Test("A bus and a metro line are lines")
    func lines() {
        #expect(finder.places(in: "希望907路公交车加密").map(\.kind) == [.line])
        #expect(finder.places(in: "地铁3号线太挤").map(\.name) == ["3号线"])
    }

    @Test("Names that differ by more than 小区 stay apart")
    func apart() {
        let keys = ["青禾小区", "青禾花园", "青禾家园", "青禾公寓", "青禾路"].flatMap { finder.places(in: $0).map(\.key) }
        #expect(Set(keys).count == 5)
    }

    @Test(
        "A thing without a name of its own is no place",
        arguments: [
            "我们小区停电了", "小区门口的路灯不亮", "学校附近很吵", "市民住在城市里", "政府家庭法院邻居道路马路", "这个小区没有幼儿园", "",
            "no Chinese at all", "😀😀😀", "12345", "。。。，，，",
        ])
    func nothing(_ text: String) {
        #expect(finder.places(in: text) == [])
    }

    @Test("The entered spot comes before the title, the title before the text, the text before the address")
    func order() throws {
        let all = try message(spot: "甲乙花园2栋", title: "丙丁花园停水", content: "戊己花园停水", address: "庚辛花园")
        #expect(finder.place(of: all)?.key == "甲乙花园")
        var rest = all
        rest.spot = ""
        #expect(finder.place(of: rest)?.key == "丙丁花园")
        rest.title = "停水"
        #expect(finder.place(of: rest)?.key == "戊己花园")
        rest.content = "停水"
        #expect(finder.place(of: rest)?.key == "庚辛花园")
        rest.address = ""
        #expect(finder.place(of: rest) == nil)
        #expect(finder.spot(entered: "某处旧船坞")?.name == "某处旧船坞")
    }

    @Test("A name stands as it was written, whatever letters it has, and goes by one key")
    func writing() {
        #expect(finder.spot(entered: "SOHO花园A区")?.name == "SOHO花园")
        #expect(finder.spot(entered: "ＳＯＨＯ 花园")?.name == "ＳＯＨＯ花园")
        let lexicon = PlaceLexicon.learn(from: ["SOHO花园停水", "我住soho花园", "SOHO花园停电"])
        #expect(lexicon.names.keys.sorted() == ["SOHO花园"])
        let learned = PlaceFinder(known: [KnownPlace(name: "「SOHO 公寓」")], lexicon: lexicon)
        for (text, name) in [("soho花园停水", "SOHO花园"), ("我住soho公寓", "SOHO公寓")] {
            #expect(learned.places(in: text).map(\.name) == [name])
            #expect(learned.places(in: text).map(\.key) == [name.lowercased()])
        }
    }

    @Test("A spot that agents entered is known in texts also without an ending")
    func entered() {
        let finder = PlaceFinder(known: [
            KnownPlace(name: "海蓝之心", count: 5), KnownPlace(name: "海蓝之心小区", count: 2),
        ])
        #expect(finder.places(in: "我是海蓝之心的业主").map(\.key) == ["海蓝之心"])
        #expect(finder.places(in: "海蓝之心小区停水").map(\.key) == ["海蓝之心"])
        #expect(finder.places(in: "海蓝之心路很堵").map(\.kind) == [.road])
    }

    @Test("Many texts teach where a name begins, that a weak ending is one, and that a name needs no ending")
    func learning() {
        let texts = ["青川城小区停水", "我买了青川城", "业主说青川城小区吵", "湖畔青川城小区停电", "青川城的电梯"]
        let lexicon = PlaceLexicon.learn(from: texts)
        let finder = PlaceFinder(lexicon: lexicon)
        for text in texts + ["突然青川城停电"] {
            #expect(finder.places(in: text).map(\.key) == ["青川城"], "\(text)")
        }
        #expect(PlaceLexicon.learn(from: texts.reversed()) == lexicon)
        #expect(PlaceLexicon.learn(from: []).isEmpty)
    }

    @Test("Two areas of one name are recognised and not told apart")
    func ambiguous() {
        let finder = PlaceFinder(known: [
            KnownPlace(name: "青禾社区", kind: .community, area: 7),
            KnownPlace(name: "青禾社区", kind: .community, area: 8),
            KnownPlace(name: "白桥社区", kind: .community, area: 9),
        ])
        #expect(finder.places(in: "青禾社区").map(\.area) == [nil])
        #expect(finder.places(in: "白桥社区").map(\.area) == [9])
    }

    @Test("A text of 100,000 letters is read in one go, and time grows with its length")
    func long() {
        for part in ["青禾小区停水", "花园", "和", "“"] {
            let text = String(repeating: part, count: 100_000 / part.count)
            let time = ContinuousClock().measure { _ = finder.places(in: text) }
            #expect(time < .seconds(3), "\(part)")
        }
    }

    @Test("Every range lies in its text, whatever the text", arguments: [1, 2, 3])
    func random(seed: UInt64) {
        var state = seed
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let parts = Array("小区花园路街和与的3号“”「」 　Ａａé😀👨‍👩‍👧国青禾城市社镇村口十字交叉线,。").map(String.init)
        for _ in 0..<400 {
            let text = (0..<next(40)).map { _ in parts[next(parts.count)] }.joined()
            for place in finder.places(in: text) {
                #expect(String(text[place.range]) == place.text, "seed \(seed): \(text)")
                #expect(!place.key.isEmpty && !place.name.isEmpty)
            }
        }
    }
}
