import Casework

/// Who rings. Telephone numbers begin with 140, a range in which nobody has a telephone.
struct Callers {
    /// Some ring again about something else; so many are remembered.
    private var known: [Caller] = []
    private static let remembered = 1024
    private static let surnames = [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
        "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
    ]
    private static let titles = ["先生", "女士", "女士", "先生", "师傅", "老师", "大爷", "阿姨"]

    /// Somebody new, or now and then somebody who rang before about something else.
    mutating func caller(_ random: inout Random) -> Caller {
        if known.count == Self.remembered, random.chance(0.06) { return random.pick(known) }
        let caller = Self.stranger(random.below(90_000_000), &random)
        if known.count < Self.remembered {
            known.append(caller)
        } else {
            known[random.below(Self.remembered)] = caller
        }
        return caller
    }

    /// Somebody who rings about one thing only, and whom nobody else is.
    static func witness(_ count: Int, _ random: inout Random) -> Caller {
        stranger(90_000_000 + count % 10_000_000, &random)
    }

    /// Somebody who rings about what others rang about before.
    static func passerby(_ random: inout Random) -> Caller {
        stranger(random.below(90_000_000), &random)
    }

    private static func stranger(_ serial: Int, _ random: inout Random) -> Caller {
        let name = random.chance(0.12) ? "" : random.pick(surnames) + random.pick(titles)
        return Caller(name: name, phone: String(14_000_000_000 + serial))
    }
}
