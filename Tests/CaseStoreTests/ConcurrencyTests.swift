import Casework
import Desk
import Foundation
import Glibc
import TestSupport
import Testing

@testable import CaseStore

struct ConcurrencyTests {
    @Test("Several stores on one file, each in a thread of its own: no call is lost, no number given twice")
    func manyWriters() async throws {
        let bench = try Workbench()
        let numbers = try await withThrowingTaskGroup(of: [CaseNumber].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let own = try bench.anotherDesk()
                    return try (0..<25).map { _ in try own.recordPlainCall().number }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(numbers.count == 100)
        #expect(Set(numbers).count == 100)
        #expect(try bench.desk.store.condition().cases == 100)
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("Who waits too long for the lock is told that the store is busy, and nothing was recorded")
    func busy() throws {
        let bench = try Workbench()
        let descriptor = open(bench.path + ".lock", O_RDWR | O_CREAT, 0o600)
        #expect(flock(descriptor, LOCK_EX) == 0)
        let lock = WriteLock(store: bench.path, patience: 50)
        #expect(throws: StoreError.busy(path: bench.path)) { try lock.held {} }
        #expect(flock(descriptor, LOCK_UN) == 0)
        close(descriptor)
        try lock.held {}
    }

    @Test("Two questions side by side are answered from one state, while others record and while nobody can")
    func besideEachOther() async throws {
        let bench = try Workbench()
        try bench.call(content: "先有一件")
        let store = bench.desk.store
        @Sendable func count(_ reader: StoreReader) throws -> Int { try reader.caseCount() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let other = try bench.anotherDesk()
                for _ in 0..<150 { _ = try other.recordPlainCall() }
            }
            group.addTask {
                while true {
                    let (one, two) = try store.read(count, beside: count)
                    #expect(one == two)
                    if one > 150 { return }
                }
            }
            try await group.waitForAll()
        }
        let descriptor = open(bench.path + ".lock", O_RDWR | O_CREAT, 0o600)
        #expect(flock(descriptor, LOCK_EX) == 0)
        #expect(try store.read(count, beside: count) == (151, 151))
        close(descriptor)
        unlink(bench.path + ".lock")
        #expect(try store.read(count, beside: count) == (151, 151))
        #expect(!FileManager.default.fileExists(atPath: bench.path + ".lock"))
    }

    @Test("What goes wrong with either of two questions is told")
    func wrongBesideEachOther() throws {
        let bench = try Workbench()
        // Only once somebody has recorded there is a lock, and another reader beside.
        try bench.call(content: "先有一件")
        let store = bench.desk.store
        #expect(throws: CancellationError.self) {
            try store.read({ _ in throw CancellationError() }, beside: { _ in 1 })
        }
        #expect(throws: CancellationError.self) {
            try store.read({ _ in 1 }, beside: { _ in throw CancellationError() })
        }
        #expect(try store.read({ _ in 1 }, beside: { _ in 2 }) == (1, 2))
    }

    @Test(
        "Where another store was put in its place, or none is there any more, both answers are the old one's")
    func replacedBesideEachOther() throws {
        let bench = try Workbench()
        try bench.call(content: "先有一件")
        let store = bench.desk.store
        let copy = bench.folder.appending(path: "copy.sqlite").path
        _ = try bench.desk.backUp(to: copy, replaces: false)
        for content in ["二", "三"] { try bench.call(content: content) }
        @Sendable func count(_ reader: StoreReader) throws -> Int { try reader.caseCount() }
        for ending in ["", "-wal", "-shm"] {
            #expect(rename(bench.path + ending, bench.path + ".old" + ending) == 0)
        }
        #expect(try store.read(count, beside: count) == (3, 3))
        #expect(rename(copy, bench.path) == 0)
        #expect(try store.read(count, beside: count) == (3, 3))
    }

    @Test("The log is moved into the store when it has grown large, and not before")
    func checkpoints() throws {
        let bench = try Workbench()
        try bench.call(content: "小")
        let small = FileSystem.size(bench.path + "-wal")
        #expect(small > 0)
        for _ in 0..<30 { try bench.call(content: String(repeating: "长", count: 90_000)) }
        // A checkpoint lets the log be used again from its beginning.
        #expect(FileSystem.size(bench.path + "-wal") < 10_000_000)
        #expect(FileSystem.size(bench.path) > 4_000_000)
    }
}
