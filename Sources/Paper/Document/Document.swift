/// What goes on paper: a bulletin, a notice, a slip, a list. One value, from which each format is written.
///
/// The layout is that of Chinese official documents (GB/T 9704). Headings carry their own numbers (一、 and
/// （一）); texts may hold anything, the writers make it harmless.
public struct Document: Hashable, Sendable {
    /// The red line at the head (发文机关标志); nil on papers without one.
    public var issuer: String?
    /// The document's number (发文字号), under the red line.
    public var number: String?
    /// The title; newlines break it.
    public var title: String
    /// What follows the title.
    public var blocks: [Block]
    /// Who signs (署名), at the end on the right.
    public var signatory: String?
    /// The date in words (成文日期), under the signatory.
    public var date: String?
    /// Who looked at it and when; stands at the foot of every page.
    public var mark: String?

    /// A document.
    public init(
        issuer: String? = nil, number: String? = nil, title: String, blocks: [Block] = [],
        signatory: String? = nil, date: String? = nil, mark: String? = nil
    ) {
        self.issuer = issuer
        self.number = number
        self.title = title
        self.blocks = blocks
        self.signatory = signatory
        self.date = date
        self.mark = mark
    }

    /// The lines at the end on the right.
    var signature: [String] { [signatory, date].compactMap(\.self) }

    /// What stands where there are no figures.
    static let noData = "无数据"
    /// What stands where one figure is not known.
    static let unknown = "未记录"
}
