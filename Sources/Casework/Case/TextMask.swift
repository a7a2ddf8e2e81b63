/// Hides what tells who somebody is where it stands in free text: phone numbers, identity numbers and names.
///
///     TextMask(name: "张三").masked("我是张三，电话13812345678")   // 我是张*，电话138****5678
///
/// Hidden are mobile numbers, fixed lines with their area code or behind a word like 电话, identity numbers of 18 and 15
/// digits, the caller's own name and number wherever they stand, and names that people introduce (我叫李四).
public struct TextMask: Sendable {
    private let names: [[Unicode.Scalar]]
    private let phones: [[UInt8]]

    /// - Parameters:
    ///   - names: names as they were given; those of one letter would be found everywhere and are left out.
    ///   - phones: numbers as they were given.
    public init(names: [String] = [], phones: [String] = []) {
        self.names = names.map { $0.unicodeScalars.filter { !$0.properties.isWhitespace } }
            .filter { $0.count > 1 }.map(Array.init)
        self.phones = phones.map { $0.utf8.filter { (48...57).contains($0) } }.filter { $0.count >= 7 }
    }

    /// Hides the names and numbers of these callers, and what everybody could tell.
    public init(of callers: [Caller]) {
        self.init(names: callers.map(\.name), phones: callers.map(\.phone))
    }

    /// The text with everything hidden; nil where there is nothing to hide.
    public func masked(_ text: String) -> String? {
        var scalars = Array(text.unicodeScalars)
        let before = scalars
        hideNumbers(in: &scalars)
        for name in names { Self.hide(name, in: &scalars) }
        hideIntroduced(in: &scalars)
        guard scalars != before else { return nil }
        var masked = String.UnicodeScalarView()
        masked.append(contentsOf: scalars)
        return String(masked)
    }

    // MARK: Numbers

    /// Digits without anything between them, and where they stand.
    private struct Run {
        var digits: [UInt8]
        var places: Range<Int>
    }

    private func hideNumbers(in scalars: inout [Unicode.Scalar]) {
        let runs = Self.runs(scalars)
        var first = 0
        while first < runs.count {
            // The most runs that are one number together, as in 138 1234 5678.
            let most = (1...4).reversed().first { count in
                guard first + count <= runs.count else { return false }
                let group = runs[first..<first + count]
                return Self.areNeighbours(group, in: scalars) && isTelling(group, in: scalars)
            }
            guard let most else {
                first += 1
                continue
            }
            Self.hide(runs[first..<first + most], in: &scalars)
            first += most
        }
    }

    private static func runs(_ scalars: [Unicode.Scalar]) -> [Run] {
        var runs: [Run] = []
        for (place, scalar) in scalars.enumerated() {
            guard let digit = digit(scalar) else { continue }
            if let last = runs.last, last.places.upperBound == place {
                runs[runs.count - 1].digits.append(digit)
                runs[runs.count - 1].places = last.places.lowerBound..<place + 1
            } else {
                runs.append(Run(digits: [digit], places: place..<place + 1))
            }
        }
        return runs
    }

    /// A digit of either width.
    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
        default: nil
        }
    }

    private static func areNeighbours(_ runs: ArraySlice<Run>, in scalars: [Unicode.Scalar]) -> Bool {
        zip(runs, runs.dropFirst()).allSatisfy { left, right in
            let between = scalars[left.places.upperBound..<right.places.lowerBound]
            return between.count <= 2 && between.allSatisfy { separators.contains($0) }
        }
    }

    private func isTelling(_ runs: ArraySlice<Run>, in scalars: [Unicode.Scalar]) -> Bool {
        guard let first = runs.first, let last = runs.last else { return false }
        let digits = runs.flatMap(\.digits)
        if phones.contains(digits) { return true }
        let next = last.places.upperBound < scalars.count ? scalars[last.places.upperBound] : " "
        switch digits.count {
        case 11: return digits[0] == 0x31 && digits[1] >= 0x33 || Self.isFixedLine(digits)
        case 13: return digits.starts(with: [0x38, 0x36, 0x31]) && digits[3] >= 0x33
        case 10, 12: return Self.isFixedLine(digits)
        case 17: return runs.count == 1 && Self.crosses.contains(next) && Self.isDay(digits[6..<14])
        case 18: return runs.count == 1 && Self.isDay(digits[6..<14])
        case 15: return runs.count == 1 && Self.isDay([0x31, 0x39] + digits[6..<12])
        case 7, 8:
            return runs.count <= 2 && digits[0] >= 0x32 && !(digits.count == 8 && Self.isDay(digits))
                && Self.isAnnounced(first.places.lowerBound, in: scalars)
        default: return false
        }
    }

    private static func isFixedLine(_ digits: [UInt8]) -> Bool {
        digits[0] == 0x30 && digits[1] != 0x30
    }

    /// Whether eight digits are a day of the last or this century.
    private static func isDay(_ digits: some Collection<UInt8>) -> Bool {
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (19_000_101...20_991_231).contains(value) && CivilDay(compact: value) != nil
    }

    /// Whether a word like 电话 stands right before.
    private static func isAnnounced(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[max(0, place - 8)..<place]
        return announcing.contains { word in
            before.indices.contains { before[$0...].starts(with: word) }
        }
    }

    /// Keeps the first three and the last four of a long number, of a short one the last two.
    private static func hide(_ runs: ArraySlice<Run>, in scalars: inout [Unicode.Scalar]) {
        let places = runs.flatMap { Array($0.places) }
        let ends = places.count >= 11 ? (first: 3, last: 4) : (first: 0, last: 2)
        for place in places.dropFirst(ends.first).dropLast(ends.last) { scalars[place] = "*" }
    }

    // MARK: Names

    private static func hide(_ name: [Unicode.Scalar], in scalars: inout [Unicode.Scalar]) {
        guard scalars.count >= name.count else { return }
        for start in 0...(scalars.count - name.count)
        where scalars[start] == name[0] && scalars[start..<start + name.count].elementsEqual(name) {
            for place in start + 1..<start + name.count { scalars[place] = "*" }
        }
    }

    /// 我叫李四，: a surname and one or two letters between an introduction and a mark.
    private func hideIntroduced(in scalars: inout [Unicode.Scalar]) {
        for place in scalars.indices {
            guard let word = Self.introductions.first(where: { scalars[place...].starts(with: $0) }) else {
                continue
            }
            var start = place + word.count
            while start < scalars.count, Self.joints.contains(scalars[start]) { start += 1 }
            guard start < scalars.count else { continue }
            let isDouble = Self.doubleSurnames.contains { scalars[start...].starts(with: $0) }
            guard isDouble || Self.surnames.contains(scalars[start]) else { continue }
            let lengths = isDouble ? [4, 3] : [3, 2]
            for length in lengths where start + length <= scalars.count {
                let end = start + length
                guard scalars[start..<end].allSatisfy(Self.isHan),
                    end == scalars.count || !Self.isHan(scalars[end])
                        || Self.followers.contains(where: { scalars[end...].starts(with: $0) })
                else { continue }
                for hidden in start + 1..<end { scalars[hidden] = "*" }
                break
            }
        }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    private static let separators = Set(" -—–－　.·".unicodeScalars)
    private static let crosses = Set("XxＸｘ".unicodeScalars)
    private static let joints = Set("：: 　是为叫（(“\"".unicodeScalars)
    private static let announcing = words("电话 手机 座机 号码 联系 拨打 致电 回电 来电")
    private static let introductions = words("我叫 名叫 本人 姓名 联系人 我是 叫做 机主 户主 投诉人 诉求人 反映人 当事人")
    private static let followers = words("电话 手机 联系 身份 住在 家住 现住 的电话 的手机 反映 投诉 来电")
    private static let doubleSurnames = words("欧阳 上官 司马 诸葛 东方 慕容 令狐 皇甫 尉迟 公孙 司徒 夏侯")
    private static let surnames = Set(
        """
        赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅
        卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓单
        杭洪包石崔吉钮龚程邢裴陆荣翁荀羊甄曲封储靳段焦巴谷车侯宓全班仰秋仲伊宫宁仇甘厉戎祖武符刘景詹束龙叶幸司韶黎白怀蒲邰从索咸籍赖卓屠蒙池乔阴能苍双闻党翟谭贡姬申
        扶堵冉宰郦桑桂牛寿通边扈燕冀尚农温庄晏柴瞿阎连茹习艾鱼容向古易廖庾终暨居衡步都耿满弘匡文寇广东欧利蔚越隆师巩聂晁勾敖融冷辛阚简饶曾沙丰关蒯相查游竺权盖益桓公
        """.unicodeScalars.filter { $0.value > 0x3000 })

    private static func words(_ text: String) -> [[Unicode.Scalar]] {
        text.split(separator: " ").map { Array($0.unicodeScalars) }
    }
}
