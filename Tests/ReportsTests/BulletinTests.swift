import Casework
import Reports
import Testing

struct BulletinTests {
    private let phone = Channel(id: 1, code: "tel", name: "电话", group: .phone, position: 0)
    private let chat = Channel(id: 2, code: "chat", name: "聊天", group: .online, position: 2)
    private let mail = Channel(id: 3, code: "mail", name: "邮箱", group: .online, position: 1)
    private let grid = Channel(id: 4, code: "grid", name: "网格", group: .internal, position: 3)
    private let complaint = RequestKind(id: 1, code: "c", name: "投诉", isTopic: true, position: 0)
    private let thanks = RequestKind(id: 2, code: "t", name: "感谢", isTopic: false, position: 1)
    private let day = CivilDay(number: 19_801)

    private func category(_ code: String, position: Int, finding: Category.Finding = .problem) -> Category {
        Category(
            id: Int64(position + 1), code: code, path: "类\(code)", rootCode: code, parentCode: nil,
            finding: finding,
            contact: "某局", position: position)
    }

    private func counted(
        _ channel: Channel, _ category: Category, _ disposition: Disposition, _ count: Int,
        kind: RequestKind? = nil
    ) -> FacetCount {
        FacetCount(
            facet: Facet(
                channel: channel, kind: kind ?? complaint, category: category, topic: category,
                disposition: disposition),
            count: count)
    }

    private func bulletin(_ counts: [FacetCount], callbacks: Int = 0) -> Bulletin {
        Bulletin(day: day, counts: counts, callbacks: callbacks, topicCount: 3)
    }

    @Test(
        "Each figure counts its own: calls by the phone group, messages by the online group, the split by calls alone"
    )
    func figures() {
        let a = category("a", position: 0)
        let result = bulletin(
            [
                counted(phone, a, .direct, 5), counted(phone, a, .transferred, 3),
                counted(phone, a, .undisposed, 2),
                counted(chat, a, .direct, 7), counted(mail, a, .transferred, 4),
                counted(grid, a, .transferred, 100),
            ], callbacks: 6)
        #expect(result.calls == 10)
        #expect(result.messages == 11)
        #expect(result.direct == 5)
        #expect(result.transferred == 3)
        #expect(result.undisposed == 2)
        #expect(result.callbacks == 6)
        #expect(result.sumsClose)
        #expect(result.channels.map(\.name) == ["邮箱", "聊天"])
    }

    @Test(
        "Topics count both groups without thanks and internal channels; ties go by the configuration's order")
    func topics() {
        let (a, b, c, d) = (
            category("a", position: 3), category("b", position: 1), category("c", position: 2),
            category("d", position: 0)
        )
        let result = bulletin([
            counted(phone, a, .transferred, 4), counted(chat, a, .direct, 4), counted(phone, b, .direct, 5),
            counted(phone, c, .direct, 5), counted(phone, d, .direct, 90, kind: thanks),
            counted(grid, d, .direct, 90),
            counted(phone, d, .direct, 1),
        ])
        #expect(result.topics.map(\.code) == ["a", "b", "c"])
        #expect(result.topics.map(\.count) == [8, 5, 5])
        #expect(result.topics.map(\.transferred) == [4, 0, 0])
    }

    @Test("A contact whose kind was not recorded is a topic's contact")
    func unrecordedKind() {
        let a = category("a", position: 0)
        let facet = Facet(channel: phone, kind: nil, category: a, topic: a, disposition: .direct)
        #expect(bulletin([FacetCount(facet: facet, count: 2)]).topics.map(\.count) == [2])
    }
}
