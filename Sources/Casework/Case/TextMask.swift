/// Hides what tells who somebody is where it stands in free text: phone numbers, identity numbers and names.
///
///     TextMask(names: ["张三"]).masked("我是张三，电话13812345678")   // 我是张*，电话138****5678
///
/// Hidden are mobile numbers, fixed lines with their area code or behind a word like 电话, identity numbers of 18 and
/// 15 digits, the caller's own name and numbers wherever they stand, and names that people introduce (我叫李四).
public struct TextMask: Sendable {
    /// Names as they are compared.
    let names: [[Unicode.Scalar]]
    /// The digits of known numbers.
    let numbers: [[UInt8]]

    /// - Parameters:
    ///   - names: names as they were given; those of one letter would be found everywhere and are left out.
    ///   - numbers: numbers of telephones and identity cards as they were given.
    public init(names: [String] = [], numbers: [String] = []) {
        self.names = names.map { $0.unicodeScalars.filter { !Self.isGap($0) }.map(Self.folded) }
            .filter { $0.count > 1 }
        let digits = numbers.map { $0.unicodeScalars.compactMap(Phone.digit) }
        self.numbers = (digits + digits.compactMap(Self.withoutAreaCode)).filter { $0.count >= 7 }
    }

    /// Hides the names and numbers of these callers, and what everybody could tell.
    public init(of callers: [Caller]) {
        self.init(names: callers.map(\.name), numbers: callers.flatMap { [$0.phone, $0.identity] })
    }

    /// The text with everything hidden; nil where there is nothing to hide.
    public func masked(_ text: String) -> String? {
        let before = Array(text.unicodeScalars)
        var scalars = before
        hideNumbers(in: &scalars)
        hideNames(in: &scalars)
        Self.hideIntroduced(in: &scalars)
        guard scalars != before else { return nil }
        var masked = String.UnicodeScalarView()
        masked.append(contentsOf: scalars)
        return String(masked)
    }
}
