import Casework
import Paper

extension Bulletin {
    /// What stands beside a day's figures on paper.
    public struct Trend: Sendable {
        /// The last days up to the bulletin's, with calls and messages.
        public let days: [(day: CivilDay, calls: Int, messages: Int)]
        /// The first-level categories of the day, the most frequent first.
        public let categories: [(name: String, count: Int)]
        /// The districts of the day, the most frequent first, with 未记录 at the end.
        public let districts: [(name: String, count: Int)]

        /// A day's trend.
        ///
        /// - Parameters:
        ///   - days: the days up to it of which anything is known.
        ///   - placed: its requests with the names of their districts, empty where they are not known.
        public init(days: [Bulletin], placed: [(facet: Facet, district: String, count: Int)]) {
            self.days = days.map { ($0.day, $0.calls, $0.messages) }
            let shown = placed.filter { $0.facet.channel.group != .internal }
            categories = Self.sorted(
                shown.filter { $0.facet.kind?.isTopic != false }.map { ($0.facet.topic.name, $0.count) })
            districts = Self.sorted(
                shown.map { ($0.district.isEmpty ? Notice.unrecorded : $0.district, $0.count) })
        }

        private static func sorted(_ counts: [(name: String, count: Int)]) -> [(name: String, count: Int)] {
            var sums: [String: Int] = [:]
            for (name, count) in counts { sums[name, default: 0] += count }
            return sums.sorted {
                let isLast = ($0.key == Notice.unrecorded, $1.key == Notice.unrecorded)
                if isLast.0 != isLast.1 { return isLast.1 }
                return $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
            }.map { ($0.key, $0.value) }
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
        func bars(_ title: String, _ axis: String, _ counts: [(name: String, count: Int)]) -> [Document.Block]
        {
            counts.isEmpty
                ? []
                : [
                    .chart(
                        Document.Chart(
                            .bars, title, axis: axis, labels: counts.map(\.name),
                            series: [Document.Chart.Series("件数", counts.map(\.count))]))
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
