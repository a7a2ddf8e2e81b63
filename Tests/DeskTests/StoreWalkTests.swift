import CaseStore
import Casework
import Desk
import Foundation
import SplitMix
import TestSupport
import Testing

/// Random work on a real store: what is stored, what follows for other cases, and what another store makes of it.
struct StoreWalkTests {
    private static func runs(_ variable: String, otherwise count: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? count
    }

    @Test("After every step what is stored is what follows from the histories, and mergers hold together")
    func everyStep() throws {
        let runs = Self.runs("YOUSU_STORE_WALKS", otherwise: 1)
        for seed in 101..<101 + UInt64(runs) {
            print("store walk: seed \(seed), 50 steps, each checked")
            let bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
            var work = RandomWork(bench: bench, generator: SplitMix64(seed: seed))
            (work.calls, work.pace) = (2, 2200)
            for step in 0..<50 {
                try work.step()
                try bench.desk.store.read { reader in
                    let findings = try reader.foldFindings(in: CaseNumber.all)
                    #expect(findings.isEmpty, "seed \(seed), step \(step)")
                    try expectMergersHold(work.numbers, reader, "seed \(seed), step \(step)")
                }
            }
        }
    }

    /// What was merged goes with the case in which it is dealt with.
    private func expectMergersHold(_ numbers: [String], _ reader: StoreReader, _ note: String) throws {
        for number in Set(numbers).sorted() {
            guard let first = CaseNumber(number), let file = try reader.caseFile(first),
                file.state.stage == .merged
            else { continue }
            var target = file
            var seen: Set<CaseNumber> = []
            while let next = target.state.target {
                let isNew = seen.insert(next).inserted
                try #require(isNew, "a circle of mergers: \(note)")
                target = try #require(try reader.caseFile(next))
            }
            let stage = target.state.stage
            #expect(!stage.isAside, "\(number) was merged into nothing: \(note)")
            #expect(
                file.state.isTargetDone == stage.isFinished,
                "\(number) does not know whether \(target.number) is done (\(stage)): \(note)")
            if stage.isWithUnit || stage.isFinished {
                #expect(file.undisposed.isEmpty, "\(number) waits, \(target.number) is \(stage): \(note)")
            }
        }
    }

    @Test("Export and import give another store with the same export, lists, worklists and bulletins")
    func elsewhere() throws {
        let runs = Self.runs("YOUSU_STORE_WALKS", otherwise: 1)
        var counts: [Action: Int] = [:]
        for seed in 201..<201 + UInt64(runs) {
            print("store walk: seed \(seed), 250 steps, exported and imported")
            let bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
            var work = RandomWork(bench: bench, generator: SplitMix64(seed: seed))
            (work.calls, work.pace) = (2, 2200)
            for _ in 0..<250 { try work.step() }
            counts.merge(work.counts) { $0 + $1 }
            #expect(try bench.desk.verify().findings.isEmpty, "seed \(seed)")
            let other = try Workbench(now: "2024-03-22T09:00:00+07:00")
            let table = try bench.exportTable()
            #expect(try other.importTable(table.map(CSVText.row).joined()).rejected == 0, "seed \(seed)")
            #expect(try other.desk.verify().findings.isEmpty, "seed \(seed)")
            try expectSame(bench, other, "seed \(seed)")
        }
        let never = Action.allCases.filter { !$0.isConsequence && $0 != .contact && counts[$0] == nil }
        print("store walk: \(counts.map { "\($0.key) \($0.value)" }.sorted()), never \(never)")
        #expect(never.isEmpty || runs < 5, "some actions were never possible")
    }

    private func expectSame(_ one: Workbench, _ two: Workbench, _ note: String) throws {
        let (mine, theirs) = (try one.exportTable(), try two.exportTable())
        // Only the store that wrote the file is another.
        let origin = try #require(mine[0].firstIndex(of: "origin"))
        for (row, other) in zip(mine, theirs) where row != other {
            let differing = mine[0].indices.filter { row[$0] != other[$0] && $0 != origin }
            for index in differing {
                Issue.record(
                    "\(note): \(mine[0][index]) \"\(row[index])\", then \"\(other[index])\" in \(row)")
            }
        }
        #expect(mine.count == theirs.count, "\(note)")
        #expect(
            try one.desk.list(ListRequest()).lines.map(Known.init)
                == two.desk.list(ListRequest()).lines.map(Known.init), "\(note)")
        for worklist in Worklist.allCases {
            var request = QueueRequest()
            request.name = worklist.rawValue
            let (queue, other) = (
                try #require(try one.desk.queue(request).lists.first),
                try #require(try two.desk.queue(request).lists.first)
            )
            #expect(queue.lines.map(Known.init) == other.lines.map(Known.init), "\(note) \(worklist)")
            #expect(queue.signals == other.signals, "\(note) \(worklist)")
            #expect(queue.supervision == other.supervision, "\(note) \(worklist)")
        }
        for day in ["2024-03-18", "2024-03-19", "2024-03-20", "2024-03-21"] {
            #expect(
                try one.desk.bulletin(day).bulletin == two.desk.bulletin(day).bulletin, "\(note) \(day)")
        }
    }
}

/// A line of a list without the number in another system, which every imported record has.
private struct Known: Hashable {
    let numbers: [Int64?]
    let words: [String]

    init(_ line: CaseLine) {
        numbers = [
            line.number.value, line.receivedAt.seconds, line.enteredAt.seconds, line.dueAt?.seconds,
            line.pressingAt?.seconds, line.asksExtension ? 1 : 0, line.isSupervised ? 1 : 0,
            Int64(line.reworks), Int64(line.returns),
        ]
        words = [
            line.channel, line.kind, line.category, line.categorySource.rawValue, line.area, line.spot,
            line.title, line.stage.rawValue, line.unit,
        ]
    }
}
