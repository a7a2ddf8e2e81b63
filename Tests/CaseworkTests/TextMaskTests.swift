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
        ("请打(0971)8123456", "请打(097*)***3456"), ("（0971）8123456", "（097*）***3456"),
        ("138 - 1234 - 5678", "138 - **** - 5678"), ("008613812345678", "008********5678"),
        ("请回139 7123 45 67", "请回139 **** 45 67"), ("138 12 345 678", "138 ** **5 678"),
        ("1381234567815912345678", "138****5678159****5678"),
        ("身份证630102 19800101 1234", "身份证630*** ******** 1234"),
        ("630102-1980-0101-123X", "630***-****-***1-123X"),
        ("63010219800101123413812345678", "630***********1234138****5678"),
    ])
    func `numbers that tell who somebody is are hidden`(text: String, masked: String) {
        #expect(TextMask().masked(text) == masked)
    }

    @Test(arguments: [
        "", "停水两天", "工单20240319000123", "花了12345678元", "12345热线", "4008123123客服", "2024-03-19 10:00",
        "3号楼2单元1501", "银行卡6222020200112233445",
        "合同号63010219901301123", "我是本小区业主，夜里停水", "本人住在城东区", "我是马坊小区的", "市民来电 2024-03-19 反映", "联系人不在",
        "工单20240319000123-2", "20240319010112-1 20240319010113-1", "20240319000123（1501）", "03-19 2024-03-20",
        "13-2-1501 2024-03-19", "13（2）1501-1302", "1 380 000 0000元", "来电反映欠款6500000元", "139.168.10.101",
        "银行流水13812345678123", "我是代表，来问停水", "本人付款，商家不认", "我是兰州人", "我是鲜花店，门口积水", "本人才让他走",
    ])
    func `other texts stay as they are`(text: String) {
        #expect(TextMask().masked(text) == nil)
    }

    @Test func `the caller's own name is hidden wherever it stands, however it is written`() {
        let mask = TextMask(names: ["王小 明", "John Smith", "Li"])
        #expect(mask.masked("王小明说物业不理王 小 明") == "王**说物业不理王 * *")
        #expect(mask.masked("I am John Smith, JOHNSMITH") == "I am J*** *****, J********")
        #expect(mask.masked("Ｊｏｈｎ　Ｓｍｉｔｈ") == "Ｊ***　*****")
        #expect(mask.masked("public") == nil)
        // A single letter is no name.
        #expect(TextMask(names: ["李"]).masked("李家村停水") == nil)
    }

    @Test func `the caller's own number is hidden wherever it stands`() {
        let mask = TextMask(numbers: ["(0971)6123456", "8123456", "13812345678"])
        #expect(mask.masked("打8123456") == "打*****56")
        #expect(mask.masked("打612-3456") == "打***-**56")
        #expect(mask.masked("单号9913812345678001") == "单号99138****5678001")
        #expect(mask.masked("1 3 8 1 2 3 4 5 6 7 8") == "1 3 8 * * * * 5 6 7 8")
        // A short one is found in longer numbers by chance.
        #expect(mask.masked("编号98123456001") == nil)
        #expect(TextMask(of: [Caller(identity: "E-1234567")]).masked("护照E1234567") == "护照E*****67")
    }

    @Test(arguments: [
        ("我叫李雷，夜里停水", "我叫李*，夜里停水"), ("姓名：韩梅梅 电话不便说", "姓名：韩** 电话不便说"), ("本人欧阳修文反映停水", "本人欧***反映停水"),
        ("联系人张三手机关机", "联系人张*手机关机"), ("我是赵四", "我是赵*"), ("联系人肖丽", "联系人肖*"), ("联系人：闫明", "联系人：闫*"),
        ("我是冶海龙", "我是冶**"),
        ("我叫才让卓玛，夜里停水", "我叫才***，夜里停水"), ("姓名：扎西 电话不便说", "姓名：扎* 电话不便说"),
        ("联系人拉毛措反映停水", "联系人拉**反映停水"),
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
