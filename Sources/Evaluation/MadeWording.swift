/// How people vary what they say, so that no two tell a matter in the same letters.
enum MadeWording {
    /// A text with some of its words exchanged, some letters lost, and general talk around it.
    static func varied(_ sentences: [String], _ draw: inout Draw) -> String {
        var parts = sentences.map { exchanged($0, &draw) }
        for _ in 0..<(1 + draw.below(5)) {
            parts.insert(exchanged(draw.pick(talk), &draw), at: draw.below(parts.count + 1))
        }
        return parts.joined()
    }

    /// A text with some of its words exchanged and now and then a letter lost.
    static func exchanged(_ text: String, _ draw: inout Draw) -> String {
        var text = text
        for words in synonyms {
            guard let word = words.first(where: text.contains), draw.below(2) == 0 else { continue }
            let parts = text.split(separator: word, omittingEmptySubsequences: false)
            text = parts.joined(separator: draw.pick(words))
        }
        if draw.below(4) == 0, text.count > 8 {
            text.remove(at: text.index(text.startIndex, offsetBy: draw.below(text.count)))
        }
        return text
    }

    private static let synonyms: [[String]] = [
        ["搅拌站", "搅拌厂", "拌合站", "混凝土站", "砼站", "水泥搅拌场"], ["噪音", "噪声", "响声", "轰隆声", "巨大声响"],
        ["灰尘", "粉尘", "扬尘", "尘土", "水泥灰"],
        ["捆绑销售", "搭售", "绑定出售", "强行搭配", "捆绑"], ["车位", "停车位", "地下车位"], ["开发商", "项目方", "售楼部", "房产公司"],
        ["职工", "员工", "工人"], ["退费", "退钱", "退学费", "返还费用"],
        ["关门", "停业", "倒闭", "人去楼空", "关店"], ["暖气", "供暖", "暖气片", "地暖"], ["不热", "冰凉", "没有温度", "温度不够"],
        ["希望", "恳请", "盼望", "请求"], ["家长", "学生家长", "我们这些家长"],
        ["晚上", "夜里", "夜间", "半夜"], ["孩子", "小孩", "娃", "小朋友"], ["投诉", "反映", "举报", "求助"], ["业主", "住户", "居民"],
        ["附近", "旁边", "边上", "隔壁"],
        ["强制", "强迫", "硬性要求", "逼着"], ["景澜新城", "景澜新城小区", "「景澜新城」", "B区景澜新城", "景澜新城三期"],
        ["听溪苑", "听溪苑小区", "“听溪苑”", "和畅园·听溪苑", "滨水听溪苑"],
        ["月湾公馆", "月湾公馆小区", "B区月湾公馆", "“月湾公馆”"], ["启橙优学", "启橙教育", "启橙", "启橙优学公司"],
    ]

    private static let talk = [
        "尊敬的领导，您好！", "领导您好，打扰了。", "实在没有办法才写这封信。", "我们老百姓买套房子不容易，一辈子的积蓄都在里面了。", "事情已经过去好几个月，一直没有人给说法。",
        "之前打过热线，接电话的人态度很好，但是问题没有解决。",
        "网上看到别的城市早就管起来了。", "我今年五十多岁，身体也不好，受不了这样的折腾。", "家里上有老下有小，每天还要上班。", "有关部门互相推来推去，不知道该找谁。",
        "请相关部门核实情况后给予答复。", "希望能在百忙之中关注此事，万分感谢！",
        "国家一直强调以人民为中心，为什么到了基层就落实不了呢？", "附图片若干，情况属实，愿意承担法律责任。", "我查过有关的法律法规，这种做法是明令禁止的。",
        "这不是一家一户的事情，关系到几百个家庭。", "去年就反映过一次，当时答应整改，过后又老样子。",
        "如果再不处理，我们只好继续向上级反映。", "祝领导工作顺利，身体健康。", "本人电话已经留在系统里，可以随时联系。", "周末到现场去看过，门口贴了一张告示。",
        "物业、社区、街道都去过了，都说管不了。", "本来以为很快会好，没想到越来越严重。", "请问这件事到底归哪个部门管？",
        "听朋友说隔壁小区也出过类似的情况，后来政府出面才解决。", "今天下午三点左右又发生了一次，特地拍了视频。", "我们多次协商，对方始终没有诚意。", "人在外地打工，只有过年才回来，家里只剩父母。",
    ]
}
