import Glibc

/// The environment variables of this process.
public enum ProcessEnvironment {
    /// All variables by name, read now. Not to be called while another thread changes the environment.
    public static func current() -> [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            next += 1
            guard let equals = strchr(entry, Int32(UInt8(ascii: "="))) else { continue }
            let name = UnsafeRawBufferPointer(start: entry, count: equals - entry)
            let key = String(decoding: name, as: UTF8.self)
            if variables[key] == nil { variables[key] = String(cString: equals + 1) }
        }
        return variables
    }
}
