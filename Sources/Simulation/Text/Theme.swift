/// What a first-level category is like: how often it comes, where, when in the year, and how people speak of it.
///
/// A city's own categories are told by their names; what has none of these words is ``other``.
enum Theme: Int, CaseIterable {
    case estate, traffic, consumer, street, water, heat, power, gas, works, housing, environment, labour
    case school, health, transit, welfare, farm, green, safety, telecom, food, office, other

    /// The theme whose words stand in a category's name.
    init(named name: String) {
        self = Self.allCases.first { $0.words.contains { name.contains($0) } } ?? .other
    }

    private var words: [String] {
        switch self {
        case .estate: ["物业", "小区"]
        case .traffic: ["交通秩序"]
        case .consumer: ["消费", "金融", "快递", "商务流通"]
        case .street: ["城市管理", "噪音"]
        case .water: ["供水", "用水"]
        case .heat: ["供热", "供暖"]
        case .power: ["供电", "用电"]
        case .gas: ["供气", "燃气"]
        case .works: ["市政", "道路", "工程建设"]
        case .housing: ["住房", "房地产", "公积金", "自然资源"]
        case .environment: ["环境"]
        case .labour: ["劳动", "就业"]
        case .school: ["教育"]
        case .health: ["医疗", "卫生"]
        case .transit: ["公共交通", "交通运输"]
        case .welfare: ["民政", "残疾", "退役", "司法"]
        case .farm: ["农业", "农村"]
        case .green: ["园林", "绿化", "文化旅游"]
        case .safety: ["公共安全", "消防", "户籍"]
        case .telecom: ["通信"]
        case .food: ["食品", "药品"]
        case .office: ["政务", "税务", "营商"]
        case .other: []
        }
    }

    /// How many of a thousand cases are about it, about, shared among the categories of the theme.
    var weight: Double {
        switch self {
        case .estate: 49
        case .traffic: 41
        case .consumer: 36
        case .street: 33
        case .heat: 30
        case .works: 28
        case .housing: 26
        case .labour, .transit: 24
        case .water, .environment, .safety: 22
        case .power, .school, .health: 18
        case .gas, .telecom, .food, .welfare: 14
        case .office, .green: 12
        case .farm: 10
        case .other: 9
        }
    }

    /// How often each sort of spot is named, in the order of ``SpotSort``.
    var spots: [Double] {
        switch self {
        case .estate, .heat: [20, 0, 0, 0, 0, 0, 1]
        case .water, .power, .gas, .telecom: [12, 0, 2, 1, 1, 0, 4]
        case .housing: [14, 0, 1, 0, 0, 0, 2]
        case .traffic: [2, 12, 3, 3, 2, 0, 10]
        case .works: [3, 6, 1, 1, 1, 1, 10]
        case .consumer, .food: [2, 0, 14, 1, 0, 0, 4]
        case .street: [6, 3, 6, 1, 1, 2, 8]
        case .school: [1, 0, 0, 16, 0, 0, 1]
        case .health: [1, 0, 0, 0, 16, 0, 1]
        case .transit: [1, 8, 2, 2, 2, 2, 6]
        case .green: [3, 0, 0, 0, 0, 12, 4]
        case .environment: [8, 2, 4, 1, 1, 1, 6]
        case .labour: [2, 0, 8, 1, 1, 0, 4]
        case .welfare, .farm, .safety, .office, .other: [8, 1, 3, 1, 1, 1, 5]
        }
    }

    /// How much more or less often it comes in a month, from January on.
    var seasons: [Double] {
        switch self {
        case .heat: [2.6, 2.2, 1.6, 0.9, 0.2, 0.1, 0.1, 0.1, 0.3, 2.4, 3.0, 2.8]
        case .water: [1.4, 1.2, 1, 0.9, 0.9, 1, 1.1, 1.1, 0.9, 0.8, 0.9, 1.2]
        case .power: [1, 0.9, 0.9, 0.9, 0.9, 1, 1.3, 1.3, 1, 0.9, 1, 1.1]
        case .works: [0.8, 0.8, 0.9, 1, 1, 1.2, 1.5, 1.5, 1.3, 0.9, 0.8, 0.8]
        case .school: [0.7, 0.9, 1, 0.9, 1, 1.3, 1.8, 2, 1.3, 0.8, 0.8, 0.7]
        case .labour: [2, 1.4, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.9, 0.9, 1, 1.5]
        case .street: [0.7, 0.7, 0.9, 1, 1.2, 1.3, 1.4, 1.4, 1.1, 1, 0.8, 0.7]
        case .environment: [0.9, 0.9, 1.1, 1.2, 1.1, 1.1, 1.1, 1.1, 1, 0.9, 0.9, 0.9]
        case .green: [0.5, 0.6, 1, 1.3, 1.4, 1.4, 1.3, 1.2, 1, 0.9, 0.6, 0.5]
        case .farm: [0.6, 0.7, 1.2, 1.4, 1.3, 1.1, 1, 1, 1.2, 1, 0.8, 0.6]
        default: Array(repeating: 1, count: 12)
        }
    }
}
