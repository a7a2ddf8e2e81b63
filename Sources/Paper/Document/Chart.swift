import Lettering

extension Document {
    /// Figures to be drawn. Formats that cannot draw show the figures as a table.
    public struct Chart: Hashable, Sendable {
        /// How the figures are drawn.
        public enum Shape: Hashable, Sendable {
            /// A line over days.
            case line
            /// Bars side by side from the left: categories, districts.
            case bars
            /// Upright columns: hours of the day.
            case columns
        }

        /// Figures that belong together, one for each label.
        public struct Series: Hashable, Sendable {
            /// What is counted.
            public let name: String
            /// The counts; nil where nothing is known.
            public let values: [Int?]

            /// A series.
            public init(_ name: String, _ values: [Int?]) {
                self.name = name
                self.values = values
            }
        }

        /// How it is drawn.
        public var shape: Shape
        /// What it shows.
        public var title: String
        /// What the labels are: 日期, 类别, 时段.
        public var axis: String
        /// Days, categories or hours, in order.
        public var labels: [String]
        /// One series or a few.
        public var series: [Series]

        /// A chart.
        public init(_ shape: Shape, _ title: String, axis: String, labels: [String], series: [Series]) {
            self.shape = shape
            self.title = title
            self.axis = axis
            self.labels = labels
            self.series = series.map {
                Series($0.name, Array(($0.values + labels.map { _ in nil }).prefix(labels.count)))
            }
        }

        /// Whether there is anything to draw.
        var hasData: Bool { series.contains { $0.values.contains { $0 != nil } } }

        /// The greatest value; at least 0.
        var greatest: Int { series.flatMap(\.values).compactMap(\.self).reduce(0, max) }

        /// All figures in words, for those who hear the page.
        var description: String {
            series.map { series in
                series.name + "："
                    + zip(labels, series.values).compactMap { label, value in value.map { "\(label) \($0)" } }
                    .joined(separator: "，")
            }.joined(separator: "；")
        }

        /// The figures as a table.
        var table: Table {
            Table(
                title, columns: [Column(axis)] + series.map { Column($0.name, .right) },
                rows: !hasData
                    ? []
                    : labels.indices.map { index in
                        [.text(labels[index])]
                            + series.map { $0.values[index].map(Cell.number) ?? .text(Document.unknown) }
                    })
        }
    }
}
