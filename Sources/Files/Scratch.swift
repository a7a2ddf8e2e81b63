import Glibc

/// What is made under a name by chance, for its owner alone.
public enum Scratch {
    /// Makes a folder.
    ///
    /// - Parameter prefix: its path up to what chance adds.
    /// - Returns: its path; nil where it cannot be made, and errno tells why.
    public static func folder(_ prefix: String) -> String? {
        var name = template(prefix)
        return mkdtemp(&name) == nil ? nil : path(name)
    }

    /// Makes a file, open to be read and written.
    ///
    /// - Parameters:
    ///   - prefix: its path up to what chance adds.
    ///   - ending: how its name ends.
    /// - Returns: its path and its descriptor; nil where it cannot be made, and errno tells why.
    public static func file(_ prefix: String, ending: String) -> (path: String, descriptor: Int32)? {
        var name = template(prefix, ending: ending)
        let descriptor = mkstemps(&name, Int32(ending.utf8.count))
        guard descriptor >= 0 else { return nil }
        return (path: path(name), descriptor: descriptor)
    }

    private static func template(_ prefix: String, ending: String = "") -> [CChar] {
        Array("\(prefix)-XXXXXX\(ending)".utf8CString)
    }

    private static func path(_ name: [CChar]) -> String {
        String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
