import CaseStore
import Casework
import City
import Desk
import Foundation
import Sealing
import Synchronization

/// A real store in a folder of its own, with a clock that a test sets.
public final class Workbench: Sendable {
    /// The folder; it goes with the bench.
    public let folder: URL
    /// The store's path.
    public let path: String
    /// The desk at which the test works.
    public let desk: Desk
    private let clock: ClockBox

    /// A store of the made-up city, or of another, at a fixed moment.
    public init(city: String? = TestCity.yunzhou, now: String = "2024-03-20T09:00:00+07:00") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "yousu-\(UUID().uuidString)")
        path = folder.appending(path: "store.sqlite").path
        let actor = Actor(staff: "测试员")
        let keys = KeyFile(path: folder.appending(path: "key").path)
        _ = try keys.create()
        _ = try Setup.makeStore(
            path: path, keys: keys, city: city, program: "test", actor: actor, at: Workbench.instant(now))
        let store = try Store(path: path, program: "test", keys: keys)
        let clock = ClockBox(Workbench.instant(now))
        self.clock = clock
        desk = Desk(store: store, actor: actor, now: { clock.now })
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Sets the clock.
    public func set(_ text: String) {
        clock.now = Workbench.instant(text)
    }

    /// The moment that a text stands for; its offset must be written.
    public static func instant(_ text: String) -> Instant {
        guard let time = TimeText(text, clock: CityClock(offset: 0)) else { preconditionFailure(text) }
        return time.instant(clock: CityClock(offset: 0))
    }

    /// Takes a call; what is not given is plain.
    @discardableResult
    public func call(
        _ category: String = "噪音", at: String? = nil, kind: String = "投诉", content: String = "夜里施工",
        direct: String? = nil, to unit: String? = nil, about: String? = nil, channel: String? = nil,
        edit: (inout IntakeRequest) -> Void = { _ in }
    ) throws -> Receipt {
        var request = IntakeRequest()
        request.category = category
        request.kind = kind
        request.content = content
        request.at = at
        request.reply = direct
        request.unit = unit
        request.about = about
        request.channel = channel
        request.isMessage = ["云州通", "民声邮箱"].contains(channel)
        edit(&request)
        return try desk.record(request)
    }

    /// Does something to a case.
    @discardableResult
    public func act(
        _ action: Action, _ number: String, at: String? = nil,
        edit: (inout HandlingRequest) -> Void = { _ in }
    ) throws -> Receipt {
        var request = HandlingRequest(action, numbers: [number])
        request.at = at
        edit(&request)
        guard let receipt = try desk.handle(request).first else { preconditionFailure("no receipt") }
        return receipt
    }

    /// Calls back.
    @discardableResult
    public func callback(
        _ number: String, at: String? = nil, resolved: String = "yes", satisfaction: String = "满意"
    ) throws -> Receipt {
        try act(.callback, number, at: at) {
            $0.responded = "yes"
            $0.resolved = resolved
            $0.satisfaction = satisfaction
        }
    }

    /// Imports a table given as text.
    public func importTable(_ text: String, _ options: ImportOptions = ImportOptions()) throws -> ImportResult
    {
        var chunks = [Array(text.utf8)][...]
        return try desk.importTable({ chunks.popFirst() }, options: options)
    }

    /// The whole export as cells, headings first.
    public func exportTable() throws -> [[String]] {
        var rows: [[String]] = []
        _ = try desk.exportTable(showsCallers: true) { rows.append($0) }
        return rows
    }
}

/// A clock that stands still until it is set.
private final class ClockBox: Sendable {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) {
        self.moment = Mutex(moment)
    }

    var now: Instant {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }
}

extension Workbench {
    /// A copy of the made-up city's folder with some of its text changed. Returns its path.
    public func cityFolder(changing file: String, _ old: String, to new: String) throws -> String {
        let files = try TestCity.yunzhou(changing: file, old, to: new)
        let folder = folder.appending(path: "city-\(UUID().uuidString)")
        for (name, bytes) in files.contents {
            let path = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: path)
        }
        return folder.path
    }

    /// A desk over a store of its own on the same file.
    public func anotherDesk() throws -> Desk {
        let now = desk.now
        return Desk(
            store: try Store(path: path, program: "test", keys: desk.store.keys), actor: desk.actor, now: now)
    }
}

extension Desk {
    /// Takes a plain call.
    public func recordPlainCall() throws -> Receipt {
        var request = IntakeRequest()
        request.kind = "投诉"
        request.category = "噪音"
        request.content = "夜里施工"
        return try record(request)
    }
}
