import Casework
import GRDB

/// What a version of the configuration says, as the history vouches for it: each event's hash takes in the digest of the
/// version in force.
extension StoreReader {
    /// The digest of a version that is being made: SHA-256 over the digest of the version before, who made it and when, every
    /// row that it put in force or took out of force, and the calendar's digest.
    func digest(ofVersion version: Int) throws -> [UInt8] {
        let contents = try contents(where: "since_version = ?1 OR until_version = ?1", [Int64(version)])
        let question = "\(Self.versions) WHERE version = ?"
        let digests = try db.ask(question, [Int64(version)]).map { try digest($0, contents) }
        guard let digest = digests.first else { throw StoreError.fault("no version \(version)") }
        return digest
    }

    /// The versions whose rows are not what their digests say; and the newest, where the calendar is another.
    public func configurationFindings() throws -> [Finding] {
        let contents = try contents(where: "TRUE", [])
        let newest = try configVersion()
        let calendar = try calendarDigest()
        return try db.ask("\(Self.versions) ORDER BY version").map { row in
            let version: Int = row[0]
            let isWhole = try digest(row, contents) == row.bytes(4)
            return isWhole && (version != newest || row.bytes(3) == calendar) ? nil : .configuration(version)
        }
    }

    /// SHA-256 over the calendar, which is always the current one.
    func calendarDigest() throws -> [UInt8] {
        let encoding = Encoding()
        try db.ask("SELECT year FROM calendar_years ORDER BY year").forEach { $0.write(0, into: encoding) }
        encoding.add(Int64?.none)
        try db.ask("SELECT day, works FROM calendar_days ORDER BY day").forEach {
            for column: Int32 in 0..<2 { $0.write(column, into: encoding) }
        }
        return Array(encoding.digest)
    }

    private static let versions =
        "SELECT version, applied_at, applied_by, calendar, digest FROM config_versions"

    /// - Parameter row: a row of ``versions``.
    private func digest(_ row: Columns, _ contents: [Int: Encoding]) throws -> [UInt8] {
        let version: Int = row[0]
        let before = try db.ask(
            "SELECT digest FROM config_versions WHERE version < ? ORDER BY version DESC LIMIT 1",
            [Int64(version)]
        ).first { $0.bytes(0) }
        let encoding = Encoding()
        (before ?? []).withUnsafeBytes { encoding.begin(with: $0) }
        for column: Int32 in 0..<4 { row.write(column, into: encoding) }
        Array((contents[version] ?? Encoding()).digest).withUnsafeBytes { encoding.add(.blob, $0) }
        return Array(encoding.digest)
    }

    /// What versions put in force or took out of force, table by table: of each row all but its versions where it came, and
    /// its number alone where it went.
    private func contents(where condition: String, _ arguments: [Int64]) throws -> [Int: Encoding] {
        var contents: [Int: Encoding] = [:]
        for table in VersionedTable.all {
            try db.ask("SELECT * FROM \(table.name) WHERE \(condition) ORDER BY id", arguments).forEach {
                row in
                // The versions are the last columns of each table.
                let facts = row.count - 2
                let since = contents[row[facts], default: Encoding()]
                contents[row[facts]] = since
                since.add(table.name)
                for column in 0..<facts { row.write(column, into: since) }
                guard let version: Int = row[facts + 1] else { return }
                let until = contents[version, default: Encoding()]
                contents[version] = until
                until.add(table.name)
                row.write(0, into: until)
            }
        }
        return contents
    }
}

extension StoreWriter {
    /// Makes a new version of the configuration, complete with its digest.
    ///
    /// - Parameter change: puts rows in force and takes others out; where it changes nothing it returns false, and no version
    ///   is made.
    /// - Returns: the version in force afterwards.
    func newVersion(
        by staff: String, at moment: Instant, _ change: (_ version: Int) throws -> Bool
    ) throws -> Int {
        // Whoever asks afterwards gets what is new.
        defer { reader.cache.forget() }
        let current = try reader.configVersion()
        let version = current + 1
        try db.run(
            """
            INSERT INTO config_versions (version, applied_at, applied_by, calendar, digest)
            VALUES (?, ?, ?, x'', x'')
            """, [version, moment.seconds, staff])
        guard try change(version) else {
            try db.run("DELETE FROM config_versions WHERE version = ?", [version])
            return current
        }
        try set("calendar", to: reader.calendarDigest(), ofVersion: version)
        try set("digest", to: reader.digest(ofVersion: version), ofVersion: version)
        return version
    }

    private func set(_ column: String, to value: [UInt8], ofVersion version: Int) throws {
        try Insertion(db, "UPDATE config_versions SET \(column) = ? WHERE version = ?").run { row in
            row.add(value)
            row.add(version)
        }
    }
}
