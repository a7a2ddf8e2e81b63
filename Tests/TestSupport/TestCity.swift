import Casework
import City
import Foundation

/// The cities with which tests are run.
public enum TestCity {
    /// A made-up city that shares no name, channel, title, clock or template with the built-in one.
    public static var yunzhou: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cities/yunzhou").path
    }

    /// The files of the made-up city, with one of them changed.
    public static func yunzhou(changing file: String, _ old: String, to new: String) throws -> CityFiles {
        guard let files = CityFiles(directory: yunzhou) else { throw CocoaError(.fileNoSuchFile) }
        var contents = files.contents
        let text = String(decoding: contents[file] ?? [], as: UTF8.self)
        precondition(text.contains(old), "\(file) does not hold \(old)")
        contents[file] = Array(text.replacing(old, with: new).utf8)
        return CityFiles(contents: contents)
    }

    /// The mistakes in a city's files.
    public static func problems(_ files: CityFiles) -> [Problem] {
        do throws(CityProblems) {
            _ = try CityLoader.load(files)
            return []
        } catch {
            return error.problems
        }
    }

    /// Writes a city's files into a folder that is made for them.
    public static func write(_ files: CityFiles, to folder: URL) throws {
        for (name, bytes) in files.contents {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }
}
