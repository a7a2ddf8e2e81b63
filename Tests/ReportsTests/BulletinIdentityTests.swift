import Casework
import Foundation
import Reports
import SplitMix
import Testing

/// Random days, printed as Xining prints them.
struct BulletinIdentityTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let channels = ["云州通", "民声12345网站", "市长信箱", "（掌上）云州", "24小时热线"]
    private static let categories = ["物业服务", "交通秩序", "消费维权", "供水", "12345来件", "教育（校外）"]

    private static let settings = CitySettings(
        code: "x", name: "云州市", clock: CityClock(offset: 0), hotline: "12345政务服务便民热线",
        bulletinTitle: "云州市日报", bulletinTemplate: "", topicCount: 3, bulletinSignatures: 1,
        districtContact: "相应县区政府", invalidReasons: [],
        signals: SignalRule(
            finishing: SignalThresholds(yellow: 0, red: 0), signing: SignalThresholds(yellow: 0, red: 0)),
        policy: WorkflowPolicy(), measures: MeasuresPolicy(), findings: FindingsPolicy())

    private static func random(_ number: Int, _ generator: inout SplitMix64) -> Bulletin {
        let (direct, transferred) = (
            Int.random(in: 0...2000, using: &generator), Int.random(in: 0...9, using: &generator)
        )
        let channels: [Bulletin.ChannelCount] = channels.enumerated().compactMap { place, name in
            Bool.random(using: &generator)
                ? .init(name: name, code: "c\(place)", count: Int.random(in: 1...120, using: &generator))
                : nil
        }
        // All topics together are no more than was said.
        var left = direct + transferred + channels.reduce(0) { $0 + $1.count }
        let topics = categories.indices.shuffled(using: &generator)
            .prefix(Int.random(in: 0...6, using: &generator)).enumerated()
            .compactMap { place, category -> Bulletin.Topic? in
                guard left > 0 else { return nil }
                let count = Int.random(in: 1...min(300, left), using: &generator)
                left -= count
                let finding: Casework.Category.Finding = Bool.random(using: &generator) ? .address : .problem
                let label = ["样例花园3号楼", "停水，没有通知", "康乐（东）小区", "5路车"].randomElement(using: &generator)
                let found =
                    Bool.random(using: &generator)
                    ? Bulletin.Concentration(
                        kind: finding, label: label ?? "", count: Int.random(in: 3...40, using: &generator),
                        numbers: []) : nil
                return .init(
                    rank: place + 1, code: "t\(category)", category: categories[category],
                    count: count, finding: finding, concentration: found,
                    contact: ["相应县区政府", "云州市公安交通管理局"].randomElement(using: &generator) ?? "",
                    transferred: nil)
            }
        return Bulletin(
            day: CivilDay(number: 19_000 + number), calls: direct + transferred,
            messages: channels.reduce(0) { $0 + $1.count }, channels: channels, direct: direct,
            transferred: transferred, undisposed: 0, callbacks: Int.random(in: 0...999, using: &generator),
            topics: topics)
    }

    @Test("What is printed is read back as it was, and as JSON too, on a thousand random days")
    func identity() throws {
        let template = try Template(
            String(
                contentsOf: Self.root.appending(path: "config/xining/templates/bulletin.txt"),
                encoding: .utf8))
        var generator = SplitMix64(seed: 8)
        for number in 0..<1000 {
            let bulletin = Self.random(number, &generator)
            let text = try bulletin.text(template, settings: Self.settings)
            let names = PublishedNames(
                channels: Self.channels.enumerated().map { .init(code: "c\($0)", name: $1) },
                categories: Self.categories.enumerated().map { .init(code: "t\($0)", name: $1) },
                title: Self.settings.bulletinTitle, year: bulletin.day.parts.year)
            let day = PublishedDay.read(text, names)[0]
            #expect(day.faults.isEmpty, "\(text)")
            #expect(day.remarks.isEmpty, "\(text)")
            #expect(day.bulletin == bulletin, "\(text)")
            #expect(try day.bulletin?.text(template, settings: Self.settings) == text)
            #expect(JSON(bulletin.json.text).flatMap { Bulletin($0) } == bulletin)
        }
    }

    @Test("An untouched draft words nothing; a changed word is taken; every changed digit is refused")
    func drafts() throws {
        let template = try Template(
            String(
                contentsOf: Self.root.appending(path: "config/xining/templates/bulletin.txt"),
                encoding: .utf8))
        var generator = SplitMix64(seed: 9)
        for number in 0..<60 {
            let bulletin = Self.random(number, &generator)
            let draft = try BulletinDraft(bulletin, template, settings: Self.settings)
            #expect(try draft.text == bulletin.text(template, settings: Self.settings))
            #expect(try draft.wordings(in: draft.text + "\n") == [:])
            let reworded = draft.text.replacing("无集中反映", with: "没有集中反映")
            let plain = bulletin.topics.filter { $0.concentration == nil }
            #expect(try draft.wordings(in: reworded).keys.sorted() == plain.map(\.code).sorted())
            // Of figures; digits in labels and names are words.
            for topic in bulletin.topics {
                let changed = draft.text.replacing(
                    "\(topic.category)\(topic.count)件", with: "\(topic.category)\(topic.count + 1)件")
                #expect(throws: DraftMistakes.self) { try draft.wordings(in: changed) }
                guard let found = topic.concentration else { continue }
                let other = draft.text.replacing("（\(found.count)件）", with: "（\(found.count + 1)件）")
                #expect(throws: DraftMistakes.self) { try draft.wordings(in: other) }
            }
            for (old, new) in [
                ("回访量\(bulletin.callbacks)", "回访量\(bulletin.callbacks + 1)"),
                ("来电诉求\(bulletin.calls)", "来电诉求1\(bulletin.calls)"),
            ] {
                #expect(throws: DraftMistakes.self) {
                    try draft.wordings(in: draft.text.replacing(old, with: new))
                }
            }
        }
    }
}
