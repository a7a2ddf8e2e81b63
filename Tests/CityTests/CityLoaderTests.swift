import Casework
import City
import Foundation
import Reports
import SplitMix
import TestSupport
import Testing

struct CityLoaderTests {
    @Test("The built-in city is the one in the folder of its configuration, and it is sound")
    func builtIn() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = try #require(CityFiles(directory: root.appending(path: "config/xining").path))
        #expect(files == CityFiles.builtIn)
        let city = try CityLoader.load(.builtIn)
        #expect(
            city.areas.filter { $0.value.level == .district }.map(\.value.path) == [
                "城东区", "城中区", "城西区", "城北区", "湟中区", "大通县", "湟源县",
            ])
        #expect(
            city.channels.filter { $0.value.group == .online }.map(\.value.name) == [
                "西宁12345微信公众号", "青海12345政务服务网站", "市长信箱", "中国政府网",
            ])
        #expect(city.categories.contains { $0.value.path.split(separator: "/").count == 3 })
        #expect(Set(city.units.map(\.value.level)).isSuperset(of: [.bureau, .district, .park, .street]))
        #expect(city.grades.map(\.finish.amount).sorted() == [1, 3, 7, 11])
    }

    @Test("The tree of categories holds at least the published one")
    func publishedTree() throws {
        let tree = [
            "物业服务": ["物业管理", "电梯", "停车", "供暖", "设施损毁"], "交通秩序": ["违停", "信号灯", "拥堵", "非法营运"],
            "消费维权": ["预付卡", "退换货", "价格", "培训退费", "装修质量"], "城市管理": ["占道经营", "噪音扰民", "违法建设", "市容环卫"],
            "市政设施": ["道路破损", "路灯", "下水堵塞", "路面结冰"], "住房保障": ["老旧小区改造", "不动产登记", "房屋质量"],
            "生态环境": ["噪声", "扬尘", "油烟"], "劳动社保": ["欠薪", "社会保险"], "教育": ["入学", "校外培训"], "民政": ["低保", "养老"],
            "供水": [], "供热": [], "供电": [], "供气": [], "医疗卫生": [], "公共交通": [], "农业农村": [], "园林绿化": [],
            "公共安全": [],
            "通信": [], "其他": [],
        ]
        let paths = Set(try CityLoader.load(.builtIn).categories.map(\.value.path))
        for (root, children) in tree {
            #expect(paths.contains(root))
            for child in children { #expect(paths.contains("\(root)/\(child)")) }
        }
    }

    @Test("Every day of 2024 to 2026 works as the State Council's notices say: 251, 248 and 248 days")
    func calendar() throws {
        let calendar = try CityLoader.load(.builtIn).calendar
        for (year, expected) in [(2024, 251), (2025, 248), (2026, 248)] {
            let first = try #require(CivilDay(year: year, month: 1, day: 1))
            let last = try #require(CivilDay(year: year, month: 12, day: 31))
            let days = (first.number...last.number).map(CivilDay.init(number:))
            #expect(days.filter { calendar.works(on: $0) == true }.count == expected)
        }
        #expect(calendar.works(on: try #require(CivilDay("2027-01-04"))) == nil)
    }

    @Test("The made-up city is read with all it has")
    func madeUp() throws {
        let files = try #require(CityFiles(directory: TestCity.yunzhou))
        let city = try CityLoader.load(files)
        #expect(city.settings.clock.offset == 25_200)
        #expect(
            city.categories.map(\.value.path) == ["用水", "用水/停水", "用水/停水/计划停水", "用水/水质", "噪音", "道路", "其他"])
        #expect(city.categories[2].value.contact == "云州水务公司")
        #expect(city.categories[2].value.rootCode == "shui")
        #expect(city.categories[4].value.contact == "属地街镇")
        #expect(
            city.categories[0].spellings.first == Spelling(name: "用水", pinyin: "yongshui", initials: "ys"))
        #expect(city.kinds.map(\.value.isTopic) == [true, true, false])
        #expect(city.calendar.works(on: try #require(CivilDay("2024-02-18"))) == true)
        #expect(
            city.gradeRules.last
                == GradeRule(urgency: nil, channel: nil, kind: nil, category: nil, grade: "chang"))
    }

    @Test(
        "One mistake is found with its file, its place and its value",
        arguments: [
            ("city.yml", "hotline:", "hotlin:", "hotlin", Problem.Fault?.none),
            ("city.yml", "utcOffset: \"+07:00\"", "utcOffset: 七", "utcOffset", .badValue(wanted: "如 +08:00")),
            ("channels.yml", "code: mob", "code: tel", "channels[1].code", .duplicate),
            (
                "channels.yml", "group: internal", "group: inside", "channels[4].group",
                .badValue(wanted: "phone、online、internal")
            ),
            (
                "categories.yml", "owner: water", "owner: wasser", "categories[0].owner",
                .unknownReference(file: "units.yml")
            ),
            ("categories.yml", "    owner: water\n", "", "categories[0]", .withoutOwner),
            (
                "units.yml", "parent: dong", "parent: dung", "units[4].parent",
                .unknownReference(file: "units.yml")
            ),
            ("units.yml", "area: d2}", "area: d1}", "units[3].area", .duplicate),
            ("areas.yml", "code: d2-s1", "code: d1-s1", "districts[1].streets[0].code", .duplicate),
            (
                "dispatch.yml", "{category: lu, area: d2, unit: district}", "{category: lu, unit: district}",
                "rules[4].unit", .twoUnits(other: "road")
            ),
            ("dispatch.yml", "  - {category: shui, unit: water}\n", "", "rules", .withoutRule),
            (
                "dispatch.yml", "area: d1-s1", "area: d9", "rules[2].area",
                .unknownReference(file: "areas.yml")
            ),
            (
                "limits.yml", "default: chang", "default: lang", "default",
                .unknownReference(file: "limits.yml")
            ),
            (
                "limits.yml", "amount: 24", "amount: 0", "grades[0].finish.amount",
                .badValue(wanted: "1 到 1000 之间的整数")
            ),
            (
                "calendar.yml", "02-10..02-17", "02-10..02-30", "years[0].off[0]",
                .badValue(wanted: "如 02-10 或 02-10..02-17")
            ),
            (
                "findings.yml", "share: 10", "share: 101", "concentration.share",
                .badValue(wanted: "0.0 到 100.0 之间的数")
            ),
            (
                "findings.yml", "halfLife: 14", "halfLife: bald", "issues.halfLife",
                .badValue(wanted: "0.1 到 3650.0 之间的数")
            ),
            ("findings.yml", "by: callers", "by: heat", "issues.by", .badValue(wanted: "callers、score")),
            ("findings.yml", "name: 众人之口", "name: 断桥", "alerts.repeats[0].name", .duplicate),
            (
                "findings.yml", "words: [走水, 冒烟]", "words: []", "alerts.words[1].words",
                .badValue(wanted: "至少一项的列表")
            ),
            (
                "findings.yml", "callers: 3, hours: 6", "callers: 1, hours: 6", "alerts.repeats[0].callers",
                .badValue(wanted: "2 到 10000 之间的整数")
            ),
            ("findings.yml", "tell: [督办台]", "told: [督办台]", "alerts.repeats[0].told", nil),
            ("city.yml", "name: 询问", "name: 投诉", "kinds[1].name", .duplicate),
            (
                "city.yml", "leaveOutKinds: [zan]", "leaveOutKinds: [dank]", "bulletin.leaveOutKinds[0]",
                .unknownReference(file: "city.yml")
            ),
            ("channels.yml", "name: 民声邮箱", "name: 云州通", "channels[3].name", .duplicate),
            (
                "units.yml", "level: district, area: d1}", "level: district, area: d1, parent: qiao}",
                "units[2].parent", .badValue(wanted: "上级单位，不能绕回自己")
            ),
            ("areas.yml", "        communities:", "        streets:", "districts[0].streets[0].streets", nil),
            (
                "calendar.yml", "02-10..02-17", "02-10...02-17", "years[0].off[0]",
                .badValue(wanted: "如 02-10 或 02-10..02-17")
            ),
            (
                "templates/bulletin.txt", "{{calls}}", "{{cals}}", "2",
                .template(.unknownName("cals", line: 2))
            ),
        ])
    func oneMistake(file: String, old: String, new: String, path: String, fault: Problem.Fault?) throws {
        let found = TestCity.problems(try TestCity.yunzhou(changing: file, old, to: new))
        let hit = try #require(found.first { $0.file == file && $0.keyPath == path }, "\(found)")
        if let fault { #expect(hit.fault == fault) }
    }

    @Test("All mistakes come at once")
    func allAtOnce() throws {
        var contents = try TestCity.yunzhou(changing: "city.yml", "topics: 2", to: "topics: viele").contents
        contents["calendar.yml"] = nil
        contents["limits.yml"] = Array("grades: [".utf8)
        contents["channels.yml"] = Array("channels: 5\nfarbe: rot\n".utf8)
        let found = TestCity.problems(CityFiles(contents: contents))
        #expect(Set(found.map(\.file)) == ["city.yml", "calendar.yml", "limits.yml", "channels.yml"])
        #expect(found.contains { $0.fault == .missingFile })
        #expect(found.contains { if case .notYAML = $0.fault { true } else { false } })
        #expect(found.contains { $0.keyPath == "farbe" })
        #expect(found.contains { $0.keyPath == "bulletin.topics" && $0.value == "viele" })
    }

    @Test("Random damage to the files is answered with mistakes or a sound city, never with a crash")
    func mutations() throws {
        let seed: UInt64 = 20_240_319
        var generator = SplitMix64(seed: seed)
        let files = try #require(CityFiles(directory: TestCity.yunzhou))
        for round in 0..<400 {
            var contents = files.contents
            let name = try #require(CityFiles.names.randomElement(using: &generator))
            var bytes = contents[name] ?? []
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                let place = bytes.indices.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0...2, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert(
                        contentsOf: Array("[]{}:-&*#\"".utf8).shuffled(using: &generator).prefix(2), at: place
                    )
                }
            }
            contents[name] = bytes
            let found = TestCity.problems(CityFiles(contents: contents))
            for problem in found {
                #expect(CityFiles.names.contains(problem.file), "seed \(seed) round \(round)")
            }
        }
    }

    @Test("A file that cannot be read is one mistake, and nothing is told of what refers to it")
    func oneUnreadableFile() throws {
        var contents = try TestCity.yunzhou(
            changing: "city.yml", "code: yunzhou", to: "code: yunzhou\ncode: twice"
        ).contents
        #expect(TestCity.problems(CityFiles(contents: contents)).count == 1)
        contents = try #require(CityFiles(directory: TestCity.yunzhou)).contents
        contents["units.yml"] = nil
        #expect(TestCity.problems(CityFiles(contents: contents)).map(\.file) == ["units.yml"])
    }
}
