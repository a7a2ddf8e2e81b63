import CCityDefault
import Foundation

/// The files of a city's configuration, by their names from the city's folder.
public struct CityFiles: Hashable, Sendable {
    /// The names of the files that make up a configuration, in the order in which they are read.
    public static let names = [
        "city.yml", "channels.yml", "categories.yml", "units.yml", "areas.yml", "dispatch.yml", "limits.yml",
        "workflow.yml", "rates.yml", "findings.yml", "calendar.yml", "templates/bulletin.txt",
        "templates/notice.txt",
    ]

    /// Contents by name.
    public let contents: [String: [UInt8]]

    /// Files with these contents.
    public init(contents: [String: [UInt8]]) {
        self.contents = contents
    }

    /// The files in a folder; what is not there is left out. Nil where there is no such folder.
    public init?(directory: String) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory),
            isDirectory.boolValue
        else { return nil }
        var contents: [String: [UInt8]] = [:]
        for name in Self.names {
            contents[name] = FileManager.default.contents(atPath: "\(directory)/\(name)").map { Array($0) }
        }
        self.contents = contents
    }

    /// The city that is built into the program.
    public static let builtIn: CityFiles = {
        var contents: [String: [UInt8]] = [:]
        var index = 0
        while true {
            let file = yousu_city_default(index)
            guard let name = file.name else { return CityFiles(contents: contents) }
            contents[String(cString: name)] = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            index += 1
        }
    }()
}
