import Foundation
import Glibc
import Synchronization
import Trials

/// Where faults are tried: a folder of its own that goes at the end, and a store from which each round begins.
final class Site: Sendable {
    let program: String
    let shim: String
    let city: String
    let folder: String
    let seed: UInt64
    private let lanes: Int
    private let made = Atomic(0)

    init(_ options: Options) throws {
        folder = try ScratchFolder.make(for: "faults", in: options.folder)
        program = options.program
        shim = options.shim
        city = "\(folder)/city"
        seed = options.seed
        lanes = options.lanes
        do {
            guard access(shim, R_OK) == 0 else { throw Trouble("There is no \(shim).") }
            try FileManager.default.copyItem(atPath: options.city, toPath: city)
            let calendar = URL(filePath: "\(city)/calendar.yml")
            var text = try String(contentsOf: calendar, encoding: .utf8)
            // The calls of a trial come on the day it is.
            let year = Calendar(identifier: .gregorian).component(.year, from: .now)
            for year in year...year + 1 where !text.contains("year: \(year)") {
                text += "  - {year: \(year)}\n"
            }
            try text.write(to: calendar, atomically: true, encoding: .utf8)
            try makeBase()
        } catch {
            remove()
            throw error
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A folder with a copy of the store and its key.
    func place() throws -> Place {
        let place = try emptyPlace()
        for name in ["store.sqlite", "key"] {
            try File.copy("\(folder)/base/\(name)", to: "\(place.folder)/\(name)")
        }
        return place
    }

    /// A folder in which nothing is.
    func emptyPlace() throws -> Place {
        let number = made.add(1, ordering: .relaxed).newValue
        return try Place(site: self, folder: "\(folder)/place-\(number)")
    }

    /// Made-up cases with all kinds of histories, and some calls of today.
    private func makeBase() throws {
        let base = try Place(site: self, folder: "\(folder)/base")
        try base.expect("init", "--city", city)
        try base.expect(
            "simulate", "--cases", "30", "--from", "2024-03-04", "--to", "2024-03-12", "--seed", "3")
        for number in 1...3 {
            try base.expect(Work.call(number))
        }
        try base.expect("reveal", "1", "--reason", "回访")
        try Rows.change(base.store, ["PRAGMA wal_checkpoint(TRUNCATE)"])
        base.removeSideFiles()
    }

    /// Tries something so many times, several at once, each with chances of its own.
    func rounds(_ count: Int, _ work: @Sendable (Int, inout Chance) throws -> Tally) throws -> Tally {
        let next = Atomic(0)
        let result = Mutex((tally: Tally(), trouble: (any Error)?.none))
        DispatchQueue.concurrentPerform(iterations: lanes) { _ in
            while true {
                let round = next.add(1, ordering: .relaxed).oldValue
                guard round < count, result.withLock({ $0.trouble == nil }) else { return }
                var chance = Chance(seed: seed, round: round)
                do {
                    let tally = try work(round, &chance)
                    result.withLock { $0.tally += tally }
                } catch {
                    result.withLock { $0.trouble = error }
                }
            }
        }
        return try result.withLock { result in
            if let trouble = result.trouble { throw trouble }
            return result.tally
        }
    }
}
