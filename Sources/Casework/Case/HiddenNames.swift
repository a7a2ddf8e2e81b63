/// Names: those that are known, and those that people introduce.
extension TextMask {
    /// Hides known names, whatever the blanks in them and the size of their letters.
    func hideNames(in scalars: inout [Unicode.Scalar]) {
        guard !names.isEmpty else { return }
        let places = scalars.indices.filter { !Self.isGap(scalars[$0]) }
        let letters = places.map { Self.folded(scalars[$0]) }
        for name in names where name.count <= letters.count {
            for start in 0...(letters.count - name.count) where letters[start] == name[0] {
                let found = places[start..<start + name.count]
                guard letters[start..<start + name.count].elementsEqual(name),
                    !Self.isWithinWord(found, in: scalars)
                else { continue }
                for place in found.dropFirst() { scalars[place] = "*" }
            }
        }
    }

    /// What a name is written with or without: blanks, and the dot between its parts.
    static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{2000}"..."\u{200B}", "\u{3000}", "·", "•", "‧": true
        default: false
        }
    }

    /// Letters of either width in their small form.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value + 0x20))
        case 0xFF21...0xFF3A: Unicode.Scalar(UInt8(scalar.value - 0xFF21 + 0x61))
        case 0xFF41...0xFF5A: Unicode.Scalar(UInt8(scalar.value - 0xFF41 + 0x61))
        case 0xC0..<0x2E80: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        default: scalar
        }
    }

    /// Whether Latin letters go on before or after a name: Li is not in public.
    private static func isWithinWord(_ places: ArraySlice<Int>, in scalars: [Unicode.Scalar]) -> Bool {
        guard let first = places.first, let last = places.last else { return false }
        return first > 0 && isLatin(scalars[first]) && isLatin(scalars[first - 1])
            || last + 1 < scalars.count && isLatin(scalars[last]) && isLatin(scalars[last + 1])
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(folded(scalar))
    }

    // MARK: Introduced

    /// 我叫李四，: a name between an introduction and a mark.
    static func hideIntroduced(in scalars: inout [Unicode.Scalar]) {
        for place in scalars.indices {
            let rest = scalars[place...]
            guard let word = introductions.first(where: { $0[0] == rest[place] && rest.starts(with: $0) })
            else { continue }
            var start = place + word.count
            while start < scalars.count, joints.contains(scalars[start]) { start += 1 }
            guard let length = nameLength(at: start, in: scalars) else { continue }
            for hidden in start + 1..<start + length { scalars[hidden] = "*" }
        }
    }

    /// How long a name is that begins here, up to a mark or a word that follows names; nil where none does.
    private static func nameLength(at start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        let rest = scalars[start...]
        guard let first = rest.first, isHan(first), !begins(rest, with: commonWords) else { return nil }
        var lengths = tibetanLengths(rest)
        if begins(rest, with: doubleSurnames) {
            lengths += [4, 3]
        } else if surnames.contains(first) {
            lengths += [3, 2]
        }
        return lengths.first { length in
            let after = rest.dropFirst(length)
            return rest.count >= length && rest.prefix(length).allSatisfy(isHan)
                && (after.first.map { !isHan($0) } ?? true || begins(after, with: followers))
        }
    }

    /// Tibetan names have no surname: one or two of some words, or one of them and an ending.
    private static func tibetanLengths(_ text: ArraySlice<Unicode.Scalar>) -> [Int] {
        guard begins(text, with: tibetanNames) else { return [] }
        let second = text.dropFirst(2)
        if begins(second, with: tibetanNames) { return [4] }
        return second.first.map(tibetanEndings.contains) == true ? [3] : [2]
    }

    private static func begins(_ text: ArraySlice<Unicode.Scalar>, with words: [[Unicode.Scalar]]) -> Bool {
        words.contains { text.starts(with: $0) }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    static func words(_ text: String) -> [[Unicode.Scalar]] {
        text.split(separator: " ").map { Array($0.unicodeScalars) }
    }

    private static let joints = Set("：: 　是为叫（(“\"".unicodeScalars)
    private static let introductions = words("我叫 名叫 本人 姓名 联系人 我是 叫做 机主 户主 投诉人 诉求人 反映人 当事人")
    private static let followers = words("电话 手机 联系 身份 住在 家住 现住 的电话 的手机 反映 投诉 来电")
    /// Words that begin like a name.
    private static let commonWords =
        words("付款 付费 付清 付钱 付过 付了 代表 代理 代办 代驾 代购 代课 代缴 代为 代替 兰州 岳父 岳母")
        + words("鲜花 鲜奶 鲜果 喇叭 喇嘛 冶炼 冶金 妥善 妥当 马上")
    private static let tibetanNames = words("才让 才旦 才仁 扎西 卓玛 多杰 央金 拉毛 索南 仁青 桑杰 次仁 丹增 尕藏")
    private static let tibetanEndings = Set("措吉加太杰".unicodeScalars)
    private static let doubleSurnames = words("欧阳 上官 司马 诸葛 东方 慕容 令狐 皇甫 尉迟 公孙 司徒 夏侯")
    private static let surnames = Set(
        """
        赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅
        卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓单
        杭洪包石崔吉钮龚程邢裴陆荣翁荀羊甄曲封储靳段焦巴谷车侯宓全班仰秋仲伊宫宁仇甘厉戎祖武符刘景詹束龙叶幸司韶黎白怀蒲邰从索咸籍赖卓屠蒙池乔阴能苍双闻党翟谭贡姬申
        扶堵冉宰郦桑桂牛寿通边扈燕冀尚农温庄晏柴瞿阎连茹习艾鱼容向古易廖庾终暨居衡步都耿满弘匡文寇广东欧利蔚越隆师巩聂晁勾敖融冷辛阚简饶曾沙丰关蒯相查游竺权盖益桓公
        肖闫付岳代覃兰冶喇鲜妥佟佘楚谌仝苟逯
        """.unicodeScalars.filter { $0.value > 0x3000 })
}
