/// One line of the table: one thing, measured on a store of one size.
struct Row: Codable, Equatable {
    var name: String
    /// Cases in the store.
    var size: Int
    var unit: String
    /// In the unit; of rates the middle one, too.
    var median: Double
    var worst: Double
    /// How often it was measured.
    var runs: Int
    /// The least that it could cost, measured in the same run, in the same unit.
    var floor: Double?
    var floorIs: String?
    /// The median as a multiple of the floor.
    var ratio: Double?
    /// The median as a multiple of that of the size before.
    var growth: Double?
    /// The most memory of a process, in MB.
    var memory: Double?
    /// The median processor time, in ms; it says more than the other on a machine that is busy besides.
    var processor: Double?
    /// The median that hyperfine finds, in the same unit.
    var outside: Double?
    var budget: String?
    var met: Bool?

    private init(_ name: String, _ size: Int, _ unit: String, _ samples: Samples, worst: Double) {
        self.name = name
        self.size = size
        self.unit = unit
        median = samples.median
        self.worst = worst
        runs = samples.values.count
    }

    /// Something of which less is better, such as a time.
    static func less(_ name: String, _ size: Int, _ unit: String, _ samples: Samples) -> Row {
        Row(name, size, unit, samples, worst: samples.largest)
    }

    /// Something of which more is better, such as a rate.
    static func more(_ name: String, _ size: Int, _ unit: String, _ samples: Samples) -> Row {
        Row(name, size, unit, samples, worst: samples.smallest)
    }

    /// Something that was measured once.
    static func once(_ name: String, _ size: Int, _ unit: String, _ value: Double) -> Row {
        var samples = Samples()
        samples.add(value)
        return less(name, size, unit, samples)
    }

    /// What a figure is called that an earlier run found and that no budget is for.
    static func ofEarlierRun(_ name: String) -> String { "\(name), an earlier run" }

    /// The row beside a floor.
    func over(_ floor: Double, _ floorIs: String) -> Row {
        var row = self
        row.floor = floor
        row.floorIs = floorIs
        row.ratio = floor > 0 ? median / floor : nil
        return row
    }

    func with(memory: Double?) -> Row {
        var row = self
        row.memory = memory
        return row
    }

    /// The row with what whole processes took besides time.
    func with(_ processes: [Finished]) -> Row {
        var times = Samples()
        for process in processes { times.add(process.processor.milliseconds) }
        var row = with(memory: processes.map(\.megabytes).max())
        row.processor = processes.isEmpty ? nil : times.median
        return row
    }

    func with(outside: Double?) -> Row {
        var row = self
        row.outside = outside
        return row
    }
}

extension [Row] {
    /// The rows with their growth from one size to the next, and what became of the budgets.
    func judged(by budgets: [Budget]) -> [Row] {
        map { row in
            var row = row
            let before = self.filter { $0.name == row.name && $0.size < row.size }.max { $0.size < $1.size }
            row.growth = before.flatMap { $0.median > 0 ? row.median / $0.median : nil }
            if let budget = budgets.first(where: { $0.name == row.name && $0.sizes.contains(row.size) }) {
                row.budget = budget.limit.words
                row.met = budget.limit.isMet(by: row)
            }
            return row
        }
    }
}
