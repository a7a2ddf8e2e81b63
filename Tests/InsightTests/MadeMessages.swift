import Casework
import Testing

@testable import Insight

/// Made-up messages for tests.
enum MadeMessages {
    /// A day of March 2024.
    static func day(_ number: Int) throws -> CivilDay {
        try #require(CivilDay(year: 2024, month: 3, day: number))
    }

    static func message(
        _ serial: Int, _ title: String, _ content: String = "", spot: String = "", caller: Int64? = nil,
        day: Int = 5, likes: Int = 0
    ) throws -> Message {
        let day = try self.day(day)
        let number = try #require(CaseNumber(day: day, serial: serial))
        return Message(
            contact: ContactNumber(caseNumber: number, sequence: 1),
            receivedAt: Instant(seconds: Int64(day.number) * 86_400), day: day,
            caller: caller ?? Int64(serial),
            spot: spot, title: title, content: content, likes: likes)
    }

    /// Eight people about a rock crusher beside an estate, in wordings of their own; with serials from 101 on.
    static func crusher() throws -> [Message] {
        try [
            ("青禾新城旁边的碎石场太吵", "青禾新城东边开了碎石场，机器整夜轰鸣，老人孩子睡不着。"),
            ("碎石场粉尘飘进青禾新城", "碎石场的石粉飘得满小区都是，窗户不敢开，孩子咳嗽。"),
            ("青禾新城小区附近碎石场噪音扰民", "小区附近的碎石场半夜还在轰鸣，粉尘也大。"), ("投诉小区旁碎石场", "我住青禾新城三期，碎石场离楼只有五十米，石粉噪音都受不了。"),
            ("碎石场什么时候搬走", "青禾新城的业主天天听碎石场的机器轰鸣，请环保部门查处石粉污染。"),
            ("「青禾新城」灰尘大", "碎石场没有洒水，石粉落满阳台，青禾新城几百户都受害。"), ("B市青禾新城碎石场夜间施工", "碎石场夜间开机轰鸣，请执法人员晚上来看。"),
            ("请求关停碎石场", "青禾新城旁碎石场手续不全，粉尘噪音严重，请求关停。"),
        ].enumerated().map { try message(101 + $0, $1.0, $1.1, day: 1 + $0) }
    }

    /// Ordinary messages, each about a matter and a place of its own.
    static func others(_ count: Int) throws -> [Message] {
        let heads = ["柳岸", "东篱", "白桥", "听雨", "南浦", "松风", "云起", "石泉", "竹里", "晚枫", "丹霞", "半山"]
        let kinds = ["花园", "家园", "公寓", "嘉苑", "广场", "小学", "市场"]
        let matters = [
            "电梯停运没有人修理", "路灯不亮走路害怕", "自来水发黄不能喝", "物业乱收停车费用", "广场舞音响声音太大", "下水道堵塞污水外溢", "快递柜占用消防通道",
            "宽带掉线客服推诿", "暖气片不热交费照收", "健身卡退款遥遥无期", "垃圾桶几天没有清运",
        ]
        return try (0..<count).map { index in
            let place = heads[index % 12] + kinds[index / 12 % 7]
            let matter = matters[(index * 5 + index / 84) % 11]
            return try message(
                1000 + index, place + matter, "我住在\(place)，\(matter)，请尽快处理。", day: 1 + index % 28)
        }
    }
}
