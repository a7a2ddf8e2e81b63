import Glibc

/// What a path says, and what it leads to.
public enum FilePath {
    /// A path without links on its way; as it is where nothing is there yet.
    public static func resolved(_ path: String) -> String {
        let whole = realpath(path, nil)
        defer { free(whole) }
        return whole.map { String(cString: $0) } ?? path
    }

    /// The folder of a path.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A name beside a path that nothing else has: what is written there takes the path's place when it is whole.
    public static func draft(_ path: String) -> String {
        "\(path).new-\(String(UInt64.random(in: .min ... .max), radix: 16))"
    }

    /// Makes what was renamed or linked in the folder of a path last.
    public static func syncFolder(of path: String) {
        let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
