import CaseStore
import Desk

extension Site {
    private static let batches = 20
    private static let batch = 100

    /// Calls recorded one by one in this process, each on disk before the next, against the rows that they added.
    func intake() throws -> [Row] {
        let desk = try Callers.desk(stores.ours)
        let reader = try Bare(stores.ours)
        let writer = try FloorWriter(stores.floor, for: .single)
        var (ours, floor, oursBusy, floorBusy) = (Samples(), Samples(), Samples(), Samples())
        for batch in 0...Self.batches {
            let mark = try reader.number("SELECT max(number) FROM cases") ?? 0
            let calls = (0..<Self.batch).map { Callers.request(batch * Self.batch + $0) }
            let start = Clocks.processorTime
            let took = try timed { for call in calls { _ = try desk.record(call) } }.took
            let busy = Clocks.processorTime - start
            let rows = try FloorRows(reader, above: mark, through: .max)
            let floorStart = Clocks.processorTime
            let least = try timed { try writer.write(rows) }.took
            let leastBusy = Clocks.processorTime - floorStart
            // The first batch warms up.
            guard batch > 0 else { continue }
            ours.add(Double(Self.batch) / took.seconds)
            floor.add(Double(Self.batch) / least.seconds)
            oursBusy.add(busy.milliseconds / Double(Self.batch))
            floorBusy.add(leastBusy.milliseconds / Double(Self.batch))
        }
        return [
            Row.more("intake in process", size, "commits/s", ours).over(floor.median, "bare C calls"),
            .less("intake in process: processor", size, "ms/commit", oursBusy)
                .over(floorBusy.median, "bare C calls"),
        ]
    }
}
