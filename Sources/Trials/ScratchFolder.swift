import Foundation
import Glibc

/// Folders for the time being.
public enum ScratchFolder {
    /// Makes one of its own for somebody. Returns its path.
    ///
    /// - Parameter parent: where; nil for TMPDIR.
    public static func make(for name: String, in parent: String? = nil) throws -> String {
        let parent = parent ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(parent)/yousu-\(name)-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Trouble("No folder can be made in \(parent): \(String(cString: strerror(errno)))")
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
