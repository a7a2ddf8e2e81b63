import Foundation
import Glibc
import Synchronization
import Trials

/// Where faults are tried: a folder that goes at the end, and a store from which each round begins.
final class Site: Sendable {
    let program: String
    let shim: String
    let city: String
    let seed: UInt64
    private let work: WorkFolder
    private let lanes: Int
    private let made = Atomic(0)

    var folder: String { work.path }

    /// So many places are kept in one run. Where everything is broken, a few show it.
    private static let mostKept = 20

    /// - Parameter isInterruptible: the folder goes also where the whole program is interrupted.
    init(_ options: Options, isInterruptible: Bool = false) throws {
        work = try WorkFolder(for: "faults", in: options.folder)
        if isInterruptible { work.removeWhenInterrupted() }
        program = options.program
        shim = options.shim
        city = "\(work.path)/city"
        seed = options.seed
        lanes = options.lanes
        do {
            guard access(shim, R_OK) == 0 else { throw Trouble("There is no \(shim).") }
            // The calls of a trial come on the day it is.
            let year = CityCopy.thisYear
            try CityCopy.make(of: options.city, at: city, years: year...year + 1)
            try makeBase()
        } catch {
            remove()
            throw error
        }
    }

    /// Removes all but the places that are kept.
    func remove() {
        work.remove()
    }

    /// Keeps a place, unless enough are kept already.
    func keep(_ place: Place) -> Bool {
        work.keep(URL(filePath: place.folder).lastPathComponent, atMost: Self.mostKept)
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
