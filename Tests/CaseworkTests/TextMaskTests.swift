import Casework
import Testing

@Suite struct TextMaskTests {
    @Test(arguments: [
        ("电话13812345678。", "电话138****5678。"), ("138-1234-5678", "138-****-5678"),
        ("138 1234 5678找我", "138 **** 5678找我"),
        ("+8613812345678", "+861******5678"), ("１３８１２３４５６７８", "１３８****５６７８"),
        ("两个13812345678、15900001111", "两个138****5678、159****1111"),
        ("0971-6123456", "097*-***3456"), ("座机6123456", "座机*****56"), ("我的电话是61234567", "我的电话是******67"),
        ("身份证630102199001011234", "身份证630***********1234"),
        ("身份证63010219900101123X，", "身份证630**********1123X，"),
        ("630102900101123", "630********1123"),
    ])
    func `numbers that tell who somebody is are hidden`(text: String, masked: String) {
        #expect(TextMask().masked(text) == masked)
    }

    @Test(arguments: [
        "", "停水两天", "工单20240319000123", "花了12345678元", "12345热线", "4008123123客服", "2024-03-19 10:00",
        "3号楼2单元1501", "银行卡6222020200112233445",
        "合同号63010219901301123", "我是本小区业主，夜里停水", "本人住在城东区", "我是马坊小区的", "市民来电 2024-03-19 反映", "联系人不在",
    ])
    func `other texts stay as they are`(text: String) {
        #expect(TextMask().masked(text) == nil)
    }

    @Test func `the caller's own name and number are hidden wherever they stand`() {
        let mask = TextMask(names: ["王小 明"], phones: ["0971-6123456", "8123456"])
        #expect(mask.masked("王小明说物业不理王小明") == "王**说物业不理王**")
        #expect(mask.masked("打8123456") == "打*****56")
        // A single letter is no name.
        #expect(TextMask(names: ["李"]).masked("李家村停水") == nil)
    }

    @Test(arguments: [
        ("我叫李雷，夜里停水", "我叫李*，夜里停水"), ("姓名：韩梅梅 电话不便说", "姓名：韩** 电话不便说"), ("本人欧阳修文反映停水", "本人欧***反映停水"),
        ("联系人张三手机关机", "联系人张*手机关机"), ("我是赵四", "我是赵*"),
    ])
    func `names that people introduce are hidden`(text: String, masked: String) {
        #expect(TextMask().masked(text) == masked)
    }

    @Test func `what is hidden stays hidden, and nothing more is hidden the second time`() throws {
        let mask = TextMask(names: ["王小明"])
        let once = try #require(mask.masked("我叫王小明，13812345678，630102199001011234"))
        #expect(mask.masked(once) == nil)
    }
}
