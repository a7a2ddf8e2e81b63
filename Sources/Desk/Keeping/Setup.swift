import CaseStore
import Casework
import City
import Sealing

/// Making a store, and bringing a city's configuration into it.
public enum Setup {
    /// Reads and checks the configuration in a folder; the built-in city where none is given.
    public static func load(_ directory: String?) throws -> CityConfiguration {
        guard let directory else { return try CityLoader.load(.builtIn) }
        guard let files = CityFiles(directory: directory) else { throw DeskError.noDirectory(directory) }
        return try CityLoader.load(files)
    }

    /// Makes a store for a city. Its callers are sealed with the keys of a file; one that is not there is made.
    ///
    /// - Parameter onKey: told that the file with the keys was made.
    public static func makeStore(
        path: String, keys: KeyFile, city directory: String?, program: String, actor: Actor,
        at moment: Instant, onKey: () -> Void = {}
    ) throws -> CitySettings {
        let configuration = try load(directory)
        try Store.create(
            path: path, program: program, keys: keys, configuration: configuration,
            by: actor.staff, at: moment, onKey: onKey)
        return configuration.settings
    }
}

extension Desk {
    /// Puts the configuration of a folder in force as a new version.
    ///
    /// - Parameters:
    ///   - expected: the version that must be in force, so that of two who apply at once one is refused.
    ///   - isRehearsal: say what would change, and change nothing.
    public func applyConfiguration(
        _ directory: String, expecting expected: Int?, isRehearsal: Bool
    ) throws -> (version: Int, changes: [ConfigurationChange]) {
        let configuration = try Setup.load(directory)
        do {
            return try store.write { writer in
                try require([.administrator], for: "启用配置", writer.reader)
                let result = try writer.apply(
                    configuration, expecting: expected, by: actor.staff,
                    at: now())
                if isRehearsal { throw Rehearsal(version: result.version, changes: result.changes) }
                return result
            }
        } catch let rehearsal as Rehearsal {
            return (rehearsal.version, rehearsal.changes)
        }
    }

    /// Names that imports added and for which nobody answers yet.
    public func unownedNames() throws -> [String] {
        try store.read { try $0.unownedNames() }
    }

    /// What is in force: version, settings and the number of rows.
    public func configuration() throws -> ConfigurationSummary {
        try store.read { reader in
            ConfigurationSummary(
                version: try reader.configVersion(), settings: try reader.settings(),
                channels: try reader.channels(),
                kinds: try reader.count(of: .kind), categories: try reader.count(of: .category),
                units: try reader.count(of: .unit), areas: try reader.count(of: .area),
                calendar: try reader.calendar())
        }
    }

    /// Undoes the transaction of a rehearsal.
    private struct Rehearsal: Error {
        let version: Int
        let changes: [ConfigurationChange]
    }
}

/// What configuration is in force.
public struct ConfigurationSummary: Sendable {
    /// The version.
    public let version: Int
    /// The settings.
    public let settings: CitySettings
    /// The channels in printing order.
    public let channels: [Channel]
    /// How many kinds, categories, units and areas there are.
    public let kinds: Int, categories: Int, units: Int, areas: Int
    /// The calendar.
    public let calendar: WorkCalendar
}
