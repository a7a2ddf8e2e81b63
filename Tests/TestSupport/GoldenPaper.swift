import Foundation
import Paper

/// Papers as they were looked at, in every format, byte for byte. With YOUSU_GOLDEN=write they are written anew, to be
/// looked at again.
public enum GoldenPaper {
    /// The names of the files, in a folder beside a test's file, that are not what the paper is.
    public static func differing(
        _ document: Document, _ name: String, in folder: String, beside file: String = #filePath
    ) throws -> [String] {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: folder)
        return try Document.Format.allCases.compactMap { format in
            let file = folder.appending(path: "\(name).\(format.rawValue)")
            let bytes = Data(document.bytes(in: format))
            if ProcessInfo.processInfo.environment["YOUSU_GOLDEN"] == "write" { try bytes.write(to: file) }
            return try Data(contentsOf: file) == bytes ? nil : file.lastPathComponent
        }
    }
}
