import Glibc
import Trials

extension Fault {
    /// The power fails: what was written and not yet synced is there, lost or torn, at random.
    static let power = Fault(
        name: "power", meaning: "power failing at random moments, unsynced sectors kept, lost or torn",
        rounds: 200
    ) { site, count in
        let perSession = 25
        let sessions = (count + perSession - 1) / perSession
        return try site.rounds(sessions) { number, chance in
            let session = try Session(site, number, &chance)
            defer { session.place.remove() }
            var tally = Tally()
            for snapshot in 0..<min(perSession, count - number * perSession) {
                tally += try session.failure("session \(number), snapshot \(snapshot)", &chance)
            }
            return tally
        }
    }
}

/// Some commands, one after the other, with all that they wrote and synced in its order.
private struct Session {
    let place: Place
    private let site: Site
    private let trace: Trace
    /// What was acknowledged, and how many steps of the trace there were then.
    private var acknowledged: [(steps: Int, cases: [String], records: Int)] = []

    init(_ site: Site, _ number: Int, _ chance: inout Chance) throws {
        self.site = site
        place = try site.place()
        let path = "\(place.folder).trace"
        defer { unlink(path) }
        let city = try Work.changedCity(site, in: place)
        var records = 0
        for step in 0..<10 {
            let run: Run
            let shim = Shim(trace: path)
            switch chance.below(8) {
            case 0:
                run = try place.run(
                    ["import", "-", "--source", "旧系统"], input: Array(Work.table(60, from: records + 1).utf8),
                    shim: shim)
                records += 60
            case 1: run = try place.run(["config", "apply", city], shim: shim)
            case 2: run = try place.run(["key", "rotate"], shim: shim)
            default: run = try place.run(Work.call(100 + step), shim: shim)
            }
            guard run.status == 0 else { throw Trouble("session \(number): \(run.status), \(run.complaint)") }
            let steps = try Trace(path, in: place.folder).steps.count
            acknowledged.append((steps, run.numbers.filter { $0.count == 14 }, records))
        }
        trace = try Trace(path, in: place.folder)
    }

    /// The power fails somewhere; the store is as the disk has it.
    func failure(_ name: String, _ chance: inout Chance) throws -> Tally {
        var tally = Tally()
        let cut = chance.below(trace.steps.count + 1)
        let disk = Disk(
            ["store.sqlite", "key"].map { ($0, (try? File.bytes("\(site.folder)/base/\($0)")) ?? []) })
        for step in trace.steps[..<cut] { disk.take(step) }
        let after = try site.emptyPlace()
        defer { after.remove(after: tally) }
        for (file, bytes) in disk.afterFailure(&chance) {
            try File.write(bytes, to: "\(after.folder)/\(file)")
        }
        tally.count("snapshots")
        tally.count("writes lost or torn", disk.lost)
        if let wrong = try after.verified() {
            tally.isBroken("\(name), step \(cut): \(wrong)")
            return tally
        }
        let (cases, records) = (try after.cases(), try after.records())
        for answer in acknowledged where answer.steps <= cut {
            for number in answer.cases {
                tally.count("numbers that were printed before")
                tally.promise(
                    cases.contains(number), "\(name), step \(cut): \(number) was printed and is lost")
            }
        }
        let imported = acknowledged.last { $0.steps <= cut }?.records ?? 0
        let missing = (1...imported + 1).dropLast().filter { records["旧\($0)"] == nil }
        tally.promise(missing.isEmpty, "\(name), step \(cut): \(missing.count) imported records are lost")
        // It goes on, and callers can be read.
        for words in [Work.call(900), ["export", "--callers"]] {
            let run = try after.run(words)
            tally.promise(
                run.status == 0, "\(name), step \(cut): \(words[0]): \(run.status), \(run.complaint)")
        }
        return tally
    }
}

/// What changed files, in its order; see `tell` in the shim.
private struct Trace {
    enum Step {
        case create(String), write(String, Int, [UInt8]), truncate(String, Int), sync(String), unlink(String)
        case rename(String, String), link(String, String)
    }
    private(set) var steps: [Step] = []

    init(_ path: String, in folder: String) throws {
        guard File.exists(path) else { return }
        let bytes = try File.bytes(path)
        var place = 0
        func take(_ count: Int) -> ArraySlice<UInt8> {
            defer { place += count }
            return bytes[place..<place + count]
        }
        func number() -> Int { take(8).reversed().reduce(0) { $0 << 8 | Int($1) } }
        func name(_ count: Int) -> String {
            let path = String(decoding: take(count), as: UTF8.self)
            return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
        }
        while place < bytes.count {
            let head = (0..<5).map { _ in number() }
            let (file, other) = (name(head[1]), name(head[2]))
            // Made anew by whoever opens a store first.
            let isPassing = file.hasSuffix("-shm") || file.hasSuffix(".lock")
            switch head[0] {
            case 0x77:
                let data = Array(take(head[4]))
                if !isPassing { steps.append(.write(file, head[3], data)) }
            case _ where isPassing: continue
            case 0x63: steps.append(.create(file))
            case 0x74: steps.append(.truncate(file, head[3]))
            case 0x73: steps.append(.sync(file))
            case 0x75: steps.append(.unlink(file))
            case 0x72: steps.append(.rename(file, other))
            default: steps.append(.link(file, other))
            }
        }
    }
}

/// Files as a disk has them: what was synced, and what was not yet.
private final class Disk {
    private enum Change {
        case data(Int, [UInt8]), size(Int)
    }
    private final class Node {
        var bytes: [UInt8]
        var pending: [Change] = []

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        static func apply(_ change: Change, to bytes: inout [UInt8]) {
            switch change {
            case .size(let size):
                bytes = Array(bytes.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - bytes.count))
            case .data(let place, let data):
                if bytes.count < place + data.count {
                    bytes += [UInt8](repeating: 0, count: place + data.count - bytes.count)
                }
                bytes.replaceSubrange(place..<place + data.count, with: data)
            }
        }
    }

    /// The folder as programs see it, as it was synced, and its states in between.
    private var names: [String: Node]
    private var states: [[String: Node]]
    private(set) var lost = 0

    init(_ files: [(String, [UInt8])]) {
        names = Dictionary(uniqueKeysWithValues: files.map { ($0.0, Node($0.1)) })
        states = [names]
    }

    func take(_ step: Trace.Step) {
        switch step {
        case .create(let name): name.isEmpty ? () : rename { $0[name] = Node([]) }
        case .write(let name, let place, let data): names[name]?.pending.append(.data(place, data))
        case .truncate(let name, let size): names[name]?.pending.append(.size(size))
        case .unlink(let name): rename { $0[name] = nil }
        case .rename(let name, let other):
            rename {
                $0[other] = $0[name]
                $0[name] = nil
            }
        case .link(let name, let other): rename { $0[other] = $0[name] }
        case .sync(let name):
            guard let node = names[name] else {
                // The folder itself, by its whole path.
                states = [names]
                return
            }
            for change in node.pending { Node.apply(change, to: &node.bytes) }
            node.pending = []
        }
    }

    private func rename(_ change: (inout [String: Node]) -> Void) {
        change(&names)
        states.append(names)
    }

    /// What is there when the power comes back: names change in their order, data in any.
    func afterFailure(_ chance: inout Chance) -> [String: [UInt8]] {
        chance.pick(states).mapValues { node in
            var bytes = node.bytes
            for change in node.pending {
                switch (change, chance.below(3)) {
                case (_, 0): lost += 1
                case (.data(let place, let data), 1):
                    lost += 1
                    for start in stride(from: 0, to: data.count, by: 512) where chance.below(2) == 0 {
                        let sector = Array(data[start..<min(start + 512, data.count)])
                        Node.apply(.data(place + start, sector), to: &bytes)
                    }
                default: Node.apply(change, to: &bytes)
                }
            }
            return bytes
        }
    }
}
