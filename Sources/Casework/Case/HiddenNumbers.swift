/// Numbers that tell who somebody is.
extension TextMask {
    /// Digits between which nothing but separators stands, as in 138 - 1234 - 5678.
    private struct Chain {
        var digits: [UInt8] = []
        /// Where in the text each digit stands.
        var places: [Int] = []
        /// Whether each digit begins a run: the one before does not stand right before it.
        var begins: [Bool] = []

        mutating func add(_ digit: UInt8, at place: Int) {
            begins.append(places.last != place - 1)
            digits.append(digit)
            places.append(place)
        }

        mutating func clear() {
            digits.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
            begins.removeAll(keepingCapacity: true)
        }

        /// Whether a run ends before a digit.
        func ends(_ index: Int) -> Bool {
            index == digits.count || begins[index]
        }

        /// Where separators stand among some of the digits, counted from the first of these.
        func breaks(_ range: Range<Int>) -> [Int] {
            range.dropFirst().filter { begins[$0] }.map { $0 - range.lowerBound }
        }
    }

    func hideNumbers(in scalars: inout [Unicode.Scalar]) {
        var chain = Chain()
        for place in scalars.indices {
            if let digit = Phone.digit(scalars[place]) {
                chain.add(digit, at: place)
            } else if !chain.digits.isEmpty, !Phone.isSeparator(scalars[place]) {
                hide(chain, in: &scalars)
                chain.clear()
            }
        }
        hide(chain, in: &scalars)
    }

    private func hide(_ chain: Chain, in scalars: inout [Unicode.Scalar]) {
        guard chain.digits.count >= Self.sizes.last ?? 0 else { return }
        let lengths = lengths(chain, in: scalars)
        var (start, isAfterOther) = (0, false)
        while start < chain.digits.count {
            // A number begins with a run or right after another one; a known one is found anywhere.
            let length =
                chain.begins[start] || isAfterOther ? lengths[start] : knownLength(at: start, in: chain)
            Self.hide(chain.places[start..<start + length], in: &scalars)
            isAfterOther = length > 0
            start += max(length, 1)
        }
    }

    /// Keeps the first three and the last four of a long number, of a short one the last two.
    private static func hide(_ places: ArraySlice<Int>, in scalars: inout [Unicode.Scalar]) {
        let ends = places.count >= 11 ? (first: 3, last: 4) : (first: 0, last: 2)
        for place in places.dropFirst(ends.first).dropLast(ends.last) { scalars[place] = "*" }
    }

    /// How many digits from each one on are a number that is to be hidden; 0 for none. A number ends where a run ends;
    /// a long one also where the next begins, because two are written without anything between them.
    private func lengths(_ chain: Chain, in scalars: [Unicode.Scalar]) -> [Int] {
        let count = chain.digits.count
        var lengths = Array(repeating: 0, count: count + 1)
        for start in (0..<count).reversed() {
            let known = knownLength(at: start, in: chain)
            let told = Self.sizes.first { size in
                let end = start + size
                return end <= count && (chain.ends(end) || size >= 11 && lengths[end] > 0)
                    && Self.tells(start..<end, of: chain, in: scalars)
            }
            lengths[start] = known > 0 ? known : told ?? 0
        }
        return lengths
    }

    /// The length of the known number at a digit; 0 for none. A short one must be whole runs, because within others it
    /// would be found by chance.
    private func knownLength(at start: Int, in chain: Chain) -> Int {
        var longest = 0
        for number in numbers where number.count > longest {
            let end = start + number.count
            if end <= chain.digits.count, chain.digits[start..<end].elementsEqual(number),
                number.count >= 10 || chain.begins[start] && chain.ends(end)
            {
                longest = number.count
            }
        }
        return longest
    }

    // MARK: Numbers that nobody knows

    /// The lengths of numbers that tell who somebody is, the longest first.
    private static let sizes = [18, 17, 15, 13, 12, 11, 10, 8, 7]

    private static func tells(_ range: Range<Int>, of chain: Chain, in scalars: [Unicode.Scalar]) -> Bool {
        let digits = chain.digits[range]
        let next = chain.places[range.upperBound - 1] + 1
        let follower = next < scalars.count ? scalars[next] : " "
        switch range.count {
        case 18: return isIdentity(range, of: chain)
        case 17: return crosses.contains(follower) && isIdentity(range, of: chain)
        case 7, 8:
            return digits[range.lowerBound] >= 0x32 && !(range.count == 8 && isDay(digits))
                && !units.contains(follower) && isPhoneWritten(range, of: chain, in: scalars)
                && isAnnounced(chain.places[range.lowerBound], in: scalars)
        case 15 where isDay([0x31, 0x39] + digits.dropFirst(6).prefix(6)) && chain.breaks(range).isEmpty:
            return true
        default: return isPhone(digits) && isPhoneWritten(range, of: chain, in: scalars)
        }
    }

    private static func isPhone(_ digits: ArraySlice<UInt8>) -> Bool {
        let code = countryCodes.first { digits.starts(with: $0) }?.count ?? 0
        return isMobile(digits.dropFirst(code)) || isFixedLine(digits)
    }

    private static func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count == 11 && digits.first == 0x31 && digits[digits.startIndex + 1] >= 0x33
    }

    private static func isFixedLine(_ digits: ArraySlice<UInt8>) -> Bool {
        (10...12).contains(digits.count) && digits.first == 0x30 && digits[digits.startIndex + 1] != 0x30
    }

    /// What is dialled within its area; nil for what is no fixed line. Codes of three digits begin with 01 and 02.
    static func withoutAreaCode(_ digits: [UInt8]) -> [UInt8]? {
        guard isFixedLine(digits[...]) else { return nil }
        return Array(digits.dropFirst(digits[1] <= 0x32 ? 3 : 4))
    }

    /// Whether a number is in pieces as people write telephone numbers: 13-2-1501-1302 is a flat, 139.168.10.101 a computer.
    private static func isPhoneWritten(_ range: Range<Int>, of chain: Chain, in scalars: [Unicode.Scalar])
        -> Bool
    {
        let breaks = chain.breaks(range)
        guard let first = breaks.first else { return true }
        let isLong = zip([0] + breaks, breaks + [range.count]).allSatisfy { $1 - $0 >= 3 }
        return isLong
            || first >= 3 && !breaks.allSatisfy { scalars[chain.places[range.lowerBound + $0] - 1] == "." }
    }

    /// Whether it holds a birthday, and is in pieces as people write identity numbers. 20 is no province: with it case
    /// numbers and days begin.
    private static func isIdentity(_ range: Range<Int>, of chain: Chain) -> Bool {
        let digits = chain.digits[range]
        guard isDay(digits.dropFirst(6).prefix(8)) else { return false }
        let breaks = chain.breaks(range)
        return breaks.isEmpty
            || !digits.starts(with: [0x32, 0x30]) && breaks.allSatisfy(identityBreaks.contains)
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

    /// Region, year, month and day of birth, serial.
    private static let identityBreaks: Set<Int> = [6, 10, 12, 14, 17]
    private static let countryCodes = [Array("0086".utf8), Array("86".utf8)]
    private static let crosses = Set("XxＸｘ".unicodeScalars)
    /// What is counted is no telephone.
    private static let units = Set("元块万亿".unicodeScalars)
    private static let announcing = words("电话 手机 座机 号码 联系 拨打 致电 回电 来电")
}
