/// What sort of spot a place is.
enum SpotSort: Int, CaseIterable {
    case estate, crossing, market, school, clinic, park, road

    /// What the names of such spots end in.
    var endings: [String] {
        switch self {
        case .estate: ["小区", "花园", "家园", "苑小区", "公寓", "新村", "佳苑", "雅居"]
        case .crossing: ["路", "街", "大道"]
        case .market: ["市场", "商场", "购物广场", "超市", "农贸市场", "步行街"]
        case .school: ["小学", "中学", "幼儿园", "学校"]
        case .clinic: ["医院", "卫生服务中心", "诊所"]
        case .park: ["公园", "广场", "绿地", "湿地公园"]
        case .road: ["路", "街", "巷", "大道"]
        }
    }

    /// How many of them a district has at most.
    var most: Int {
        switch self {
        case .estate: 90
        case .road: 40
        case .crossing, .market: 30
        case .school: 16
        case .clinic, .park: 8
        }
    }
}

/// A made-up spot.
final class Spot: Sendable {
    let sort: SpotSort
    /// The first part of its name; of a crossing the first street.
    let head: String
    /// The last part; of a crossing the second street.
    let tail: String
    /// Its name as operators write it.
    let name: String
    /// Its district and smallest area, as places in the city's lists.
    let district: Int
    let area: Int

    init(sort: SpotSort, head: String, tail: String, name: String, district: Int, area: Int) {
        self.sort = sort
        self.head = head
        self.tail = tail
        self.name = name
        self.district = district
        self.area = area
    }
}

/// The two characters with which names of made-up spots begin.
enum Stems {
    static let all = [
        "康乐", "安泰", "花园", "建设", "和顺", "金桥", "银杏", "丽水", "朝阳", "向阳", "春晖", "明珠", "翠湖", "锦绣", "云峰",
        "瑞祥", "福源", "广宁", "华林", "新城", "长青", "永兴", "龙泉", "凤鸣", "百合", "梧桐", "杏园", "柳林", "松涛", "竹苑",
        "荷塘", "枫林", "橡树", "海棠", "玉兰", "丁香", "牡丹", "月季", "紫薇", "芙蓉", "北辰", "南湖", "东篱", "西岭", "中和",
        "太和", "仁和", "祥和", "泰和", "谐和", "富民", "利民", "惠民", "安民", "乐民", "兴业", "创业", "弘业", "敬业", "立业",
        "金色", "蓝天", "绿洲", "白云", "青山", "红旗", "彩虹", "晨光", "晚晴", "星河", "月湾", "日升", "天悦", "地景", "山语",
        "水岸", "林溪", "石桥", "沙湾", "泉水", "书香", "文博", "育才", "崇文", "尚德", "明德", "厚德", "同心", "团圆", "万家",
        "千禧", "百福", "五丰", "三江", "双桥", "一品",
    ]
}
