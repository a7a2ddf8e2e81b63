import Foundation
import Trials

/// Something that is interrupted: how it is prepared, run, and looked at afterwards.
struct Deed: Sendable {
    let name: String
    /// Makes what it needs beside the store, and gives the words of the command.
    let words: @Sendable (Place) throws -> [String]
    var input: [UInt8] = []
    /// Whether it begins in an empty folder.
    var isMaking = false
    /// Whether it changes the store.
    var records = true
    /// What else has to be so afterwards, whether it was interrupted or not: what is wrong, or nil.
    let wrong: @Sendable (Place) throws -> String?

    init(
        _ name: String, input: [UInt8] = [], isMaking: Bool = false, records: Bool = true,
        words: @escaping @Sendable (Place) throws -> [String],
        wrong: @escaping @Sendable (Place) throws -> String? = { _ in nil }
    ) {
        self.name = name
        self.words = words
        self.input = input
        self.isMaking = isMaking
        self.records = records
        self.wrong = wrong
    }

    /// What records in an existing store; a new command that has to bear being killed is one more line.
    static let recording: [Deed] = [
        Deed("call") { _ in Work.call(50) },
        Deed("callback") { place in
            [
                "callback", try place.answered(), "--responded", "yes", "--resolved", "yes", "--satisfaction",
                "满意",
            ]
        },
        Deed("import", input: Array(Work.table(400).utf8)) { _ in ["import", "-", "--source", "旧系统"] },
        Deed("config apply") { place in
            ["config", "apply", try Work.changedCity(place.site, in: place), "--expect", "1"]
        },
        Deed("attach") { place in
            let file = "\(place.folder)/现场.jpg"
            try File.write(Array(repeating: 7, count: 100_000), to: file)
            return ["attach", try place.called(), file]
        },
        Deed("key rotate") { _ in ["key", "rotate"] },
        Deed("forget") { place in ["forget", try place.called(), "--reason", "本人要求"] },
    ]

    /// What copies a whole store, and what puts a copy in its place.
    static let copying: [Deed] = [
        Deed("backup") {
            ["backup", $0.copy]
        } wrong: { place in
            // A copy is whole or not there.
            guard File.exists(place.copy) else { return nil }
            let run = try place.run("--db", place.copy, "verify", "--search")
            return run.status == 0 ? nil : "the copy: \(run.status), \(run.complaint)"
        },
        Deed("restore") { place in
            try place.expect("backup", place.copy)
            try place.expect("callback", try place.answered(), "--unreachable", "--note", "备份之后")
            return ["restore", place.copy, "--force"]
        } wrong: { place in
            // What was recorded since the copy is in the store, or in the old one beside it.
            let names = try FileManager.default.contentsOfDirectory(atPath: place.folder)
                .filter { $0.hasPrefix("store.sqlite") }
            let holds = names.contains { name in
                // Not each of them is a store.
                let rows = try? Rows.of(
                    "\(place.folder)/\(name)", "SELECT 1 FROM events WHERE note = '备份之后'")
                return rows?.isEmpty == false
            }
            return holds ? nil : "what was recorded after the copy is in none of \(names)"
        },
    ]

    /// All that is tried call by call.
    static let all: [Deed] =
        [Deed("init", isMaking: true) { ["init", "--city", $0.site.city] }] + recording + [
            Deed("reveal") { ["reveal", try $0.called(), "--reason", "回访"] },
            Deed("bulletin", records: false) { _ in ["bulletin", "2024-03-06", "--draft"] },
            Deed("export", records: false) { _ in ["export", "--callers"] },
            Deed("verify", records: false) { _ in ["verify", "--search"] },
        ]

    /// A place that is ready for it, and the command.
    func prepared(_ site: Site) throws -> (place: Place, words: [String]) {
        let place = try isMaking ? site.emptyPlace() : site.place()
        return (place, try words(place))
    }
}

extension Place {
    /// Where a copy of the store lies.
    fileprivate var copy: String { "\(folder)/copy.sqlite" }

    /// A case that waits for its callback.
    fileprivate func answered() throws -> String {
        guard
            let row = try Rows.of(
                store,
                "SELECT case_number FROM case_states WHERE until = 253402300800 AND worklist = 'callback' LIMIT 1"
            ).first
        else { throw Trouble("No case waits for a callback.") }
        return row[0]
    }

    /// A case whose caller is known.
    fileprivate func called() throws -> String {
        try Rows.of(store, "SELECT max(number) FROM cases")[0][0]
    }
}
