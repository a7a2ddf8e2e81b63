import Casework
import Paper

extension Bulletin {
    /// What stands beside a day's figures on paper.
    public struct Trend: Sendable {
        /// The last days up to the bulletin's, with calls and messages.
        public let days: [(day: CivilDay, calls: Int, messages: Int)]
        /// The first-level categories of the day, the most frequent first.
        public let categories: [Notice.Part]
        /// The districts of the day, the most frequent first, with 未记录 at the end.
        public let districts: [Notice.Part]

        /// A day's trend.
        ///
        /// - Parameters:
        ///   - days: the days up to it of which anything is known.
        ///   - placed: its requests.
        public init(days: [Bulletin], placed: [PlacedCount]) {
            self.days = days.map { ($0.day, $0.calls, $0.messages) }
            let shown = placed.filter { $0.facet.channel.group != .internal }
            categories = shown.filter { $0.facet.kind?.isTopic != false }.byCount {
                Named(topic: $0.facet.topic)
            }
            districts = shown.byCount { Named($0.area, .district) }
        }
    }

    /// The bulletin as a document: its text, and charts behind it.
    ///
    /// - Parameters:
    ///   - text: the text as it is published.
    ///   - made: the day on which the document is made.
    ///   - mark: who looked at it and when.
    ///   - isDraft: it cannot be published as it is.
    public func document(
        text: String, trend: Trend, settings: CitySettings, made: CivilDay, mark: String?,
        isDraft: Bool = false
    ) -> Document {
        var document = Document(published: text)
        document.sign(settings.hotline, on: made, mark: mark, isDraft: isDraft)
        // What is not known, as of a day that was read from print, is no empty chart.
        func bars(_ title: String, _ axis: String, _ parts: [Notice.Part]) -> [Document.Block] {
            parts.isEmpty
                ? []
                : [
                    .chart(
                        Document.Chart(
                            .bars, title, axis: axis, labels: parts.map(\.name),
                            series: [Document.Chart.Series("件数", parts.map(\.count))]))
                ]
        }
        if !trend.days.isEmpty {
            document.blocks.append(
                .chart(
                    Document.Chart(
                        .line, "近\(trend.days.count)日诉求（件）", axis: "日期",
                        labels: trend.days.map { Period($0.day).name },
                        series: [
                            Document.Chart.Series("来电诉求", trend.days.map(\.calls)),
                            Document.Chart.Series("网民留言", trend.days.map(\.messages)),
                        ])))
        }
        document.blocks += bars("诉求类别（件）", "类别", Array(trend.categories.prefix(10)))
        document.blocks += bars("区县分布（件）", "区县", trend.districts)
        return document
    }
}
