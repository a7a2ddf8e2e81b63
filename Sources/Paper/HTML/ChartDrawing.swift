import Lettering

/// A chart as SVG, 400 units wide with letters of 12, so that it is readable at the width of a telephone.
struct ChartDrawing {
    /// How many colours there are for series.
    static let tints = 4

    private static let width = 400.0
    /// Of one half-width character.
    private static let letter = 6.5
    private static let plotHeight = 140.0
    private static let above = 12.0

    private let chart: Document.Chart
    private let id: String
    private let scale: ChartScale

    /// A drawing whose parts are named after `id`.
    init(_ chart: Document.Chart, id: String) {
        self.chart = chart
        self.id = id
        scale = ChartScale(greatest: chart.greatest)
    }

    func draw(on page: inout Markup) {
        page.element(
            "svg",
            [
                "viewBox": "0 0 400 \(units(height))", "role": "img",
                "aria-labelledby": "\(id)t \(id)d",
            ]
        ) { page in
            page.element("title", ["id": "\(id)t"], text: chart.title)
            page.element("desc", ["id": "\(id)d"], text: chart.description)
            page.newline()
            switch chart.shape {
            case .bars: drawBars(on: &page)
            case .columns, .line: drawUpright(on: &page)
            }
        }
    }

    private var height: Double {
        chart.shape == .bars
            ? Double(chart.labels.count) * barSlot : Self.above + Self.plotHeight + 22
    }

    // MARK: Bars

    private var barSlot: Double { Double(chart.series.count) * 13 + 7 }

    private func drawBars(on page: inout Markup) {
        let room = min(16, chart.labels.map { DisplayWidth.width($0) }.max() ?? 0)
        let left = Double(room) * Self.letter + 4
        let longest = Self.width - left - textWidth("\(chart.greatest)") - 6
        for (index, label) in chart.labels.enumerated() {
            let top = Double(index) * barSlot
            text(
                DisplayWidth.fit(label.visibleLines.joined(separator: " "), columns: room), x: left - 4,
                y: top + barSlot / 2 + 4, "end", on: &page)
            for (number, series) in chart.series.enumerated() {
                guard let value = series.values[index] else { continue }
                let y = top + 3 + Double(number) * 13
                let length = longest * Double(value) / Double(max(1, chart.greatest))
                bar(x: left, y: y, width: length, height: 12, series: number, label: index, on: &page)
                text("\(value)", x: left + length + 3, y: y + 10, on: &page)
            }
            page.newline()
        }
    }

    // MARK: Lines and columns

    /// Where the plot begins and how wide a label's slot is.
    private var plot: (left: Double, slot: Double) {
        let left = max(textWidth("\(scale.top)") + 6, textWidth(chart.labels.first ?? "") / 2)
        let right = textWidth(chart.labels.last ?? "") / 2
        return (left, (Self.width - left - right) / Double(max(1, chart.labels.count)))
    }

    private func drawUpright(on page: inout Markup) {
        drawGrid(on: &page)
        drawLabels(on: &page)
        for number in chart.series.indices {
            if chart.shape == .line { drawLine(number, on: &page) } else { drawColumns(number, on: &page) }
            page.newline()
        }
    }

    private func drawGrid(on page: inout Markup) {
        for tick in scale.ticks {
            let y = units(height(of: tick))
            page.empty(
                "line",
                ["class": "grid", "x1": units(plot.left), "x2": units(Self.width), "y1": y, "y2": y])
            text("\(tick)", x: plot.left - 4, y: height(of: tick) + 4, "end", on: &page)
        }
        page.newline()
    }

    /// As many labels as find room.
    private func drawLabels(on page: inout Markup) {
        let widest = chart.labels.map(textWidth).max() ?? 0
        let step = max(1, Int(((widest + 6) / plot.slot).rounded(.up)))
        for index in stride(from: 0, to: chart.labels.count, by: step) {
            text(
                chart.labels[index], x: middle(index), y: Self.above + Self.plotHeight + 18, "middle",
                on: &page)
        }
        page.newline()
    }

    private func drawLine(_ number: Int, on page: inout Markup) {
        let values = chart.series[number].values
        // A day about which nothing is known breaks the line.
        for stretch in values.indices.split(whereSeparator: { values[$0] == nil }) where stretch.count > 1 {
            let points = stretch.map { "\(units(middle($0))),\(units(height(of: values[$0] ?? 0)))" }
            page.empty("polyline", ["class": tint(number), "points": points.joined(separator: " ")])
        }
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            page.element(
                "circle",
                [
                    "class": tint(number), "cx": units(middle(index)), "cy": units(height(of: value)),
                    "r": "2",
                ]
            ) { $0.element("title", text: caption(number, index)) }
        }
    }

    private func drawColumns(_ number: Int, on page: inout Markup) {
        let width = plot.slot * 0.8 / Double(chart.series.count)
        for (index, value) in chart.series[number].values.enumerated() {
            guard let value else { continue }
            let y = height(of: value)
            bar(
                x: middle(index) - plot.slot * 0.4 + width * Double(number), y: y, width: width,
                height: Self.above + Self.plotHeight - y, series: number, label: index, on: &page)
        }
    }

    private func middle(_ index: Int) -> Double { plot.left + plot.slot * (Double(index) + 0.5) }

    private func height(of value: Int) -> Double {
        Self.above + Self.plotHeight * (1 - Double(value) / Double(scale.top))
    }

    // MARK: Parts

    private func bar(
        x: Double, y: Double, width: Double, height: Double, series: Int, label: Int, on page: inout Markup
    ) {
        page.element(
            "rect",
            [
                "class": tint(series), "x": units(x), "y": units(y), "width": units(width),
                "height": units(height),
            ]
        ) { $0.element("title", text: caption(series, label)) }
    }

    private func text(
        _ text: String, x: Double, y: Double, _ anchor: String? = nil, on page: inout Markup
    ) {
        let place: KeyValuePairs =
            if let anchor { ["class": anchor, "x": units(x), "y": units(y)] } else {
                ["x": units(x), "y": units(y)]
            }
        page.element("text", place, text: text)
    }

    private func caption(_ series: Int, _ label: Int) -> String {
        "\(chart.labels[label]) \(chart.series[series].name) \(chart.series[series].values[label] ?? 0)"
    }

    private func tint(_ series: Int) -> String { "s\(series % Self.tints)" }

    private func textWidth(_ text: String) -> Double { Double(DisplayWidth.width(text)) * Self.letter }

    /// A length with at most one decimal.
    private func units(_ length: Double) -> String {
        let tenths = Int((max(0, length) * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
