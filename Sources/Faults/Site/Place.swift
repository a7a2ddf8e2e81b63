import Foundation
import Glibc
import Trials

/// A folder with a store and its key, in which the program is run.
struct Place: Sendable {
    let site: Site
    let folder: String
    var store: String { "\(folder)/store.sqlite" }

    /// Who works in all stores of a trial.
    static let staff = "试验员"

    init(site: Site, folder: String) throws {
        self.site = site
        self.folder = folder
        guard mkdir(folder, 0o700) == 0 else {
            throw Trouble("\(folder): \(String(cString: strerror(errno)))")
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Removes it after something was tried in it; where a promise was broken it is kept, and said to be.
    func remove(after tally: Tally) {
        guard !tally.broken.isEmpty, site.keep(self) else { return remove() }
        Faults.say("  \(folder) is kept: \(tally.broken.joined(separator: "; "))")
    }

    /// Removes what is beside a store whose log is empty.
    func removeSideFiles() {
        for ending in ["-wal", "-shm", ".lock"] { unlink(store + ending) }
    }

    /// Starts the program.
    ///
    /// - Parameters:
    ///   - output: a descriptor for what it writes; nil for a file.
    ///   - inside: with the place as its working folder.
    func start(
        _ words: [[UInt8]], input: [UInt8] = [], shim: Shim? = nil, output: Int32? = nil, inside: Bool = false
    ) throws -> Started {
        var environment = [
            "YOUSU_DB": store, "YOUSU_KEY": "\(folder)/key", "YOUSU_STAFF": Self.staff, "HOME": folder,
            "PATH": "/usr/bin:/bin", "PAGER": "cat", "NO_COLOR": "1", "TERM": "xterm",
            // The same calls in the same order each time.
            "SWIFT_DETERMINISTIC_HASHING": "1",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
        ]
        if let shim {
            environment.merge(shim.environment(library: site.shim, under: folder)) { $1 }
        }
        return try Started(
            (inside ? ["env", "-C", folder] : []).map { Array($0.utf8) } + [Array(site.program.utf8)] + words,
            environment: environment, input: input, output: output,
            folder: site.folder)
    }

    /// Runs the program to its end.
    func run(_ words: [String], input: [UInt8] = [], shim: Shim? = nil) throws -> Run {
        try start(words.map { Array($0.utf8) }, input: input, shim: shim).end()
    }

    func run(_ words: String...) throws -> Run {
        try run(words)
    }

    /// Runs what has to succeed for anything to be tried.
    @discardableResult
    func expect(_ words: [String], input: [UInt8] = []) throws -> Run {
        let run = try run(words, input: input)
        guard run.status == 0 else {
            throw Trouble("yousu \(words.joined(separator: " ")): \(run.status), \(run.complaint)")
        }
        return run
    }

    @discardableResult
    func expect(_ words: String...) throws -> Run {
        try expect(words)
    }

    /// What is wrong with the store by `verify`; nil where nothing is.
    func verified(search: Bool = true) throws -> String? {
        let run = try run(["verify"] + (search ? ["--search"] : []))
        return run.status == 0 ? nil : "verify ended with \(run.status): \(run.complaint)"
    }

    /// The numbers of all cases.
    func cases() throws -> Set<String> {
        Set(try Rows.of(store, "SELECT number FROM cases").map { $0[0] })
    }

    /// How many entries of its history each record of a table has, by its external number.
    func records() throws -> [String: String] {
        let rows = try Rows.of(
            store,
            """
            SELECT external_id, count(*) FROM contacts JOIN events USING (case_number)
            WHERE external_id LIKE '旧%' GROUP BY 1
            """)
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
}
