import Glibc

/// Options that stand before the command: `yousu --db FILE --as STAFF COMMAND`.
///
/// They say the same as the environment's YOUSU_DB and YOUSU_STAFF, and are handed on as these.
enum LeadingOptions {
    private static func variable(_ option: String) -> String? {
        switch option {
        case "--db": "YOUSU_DB"
        case "--as": "YOUSU_STAFF"
        default: nil
        }
    }

    /// Takes the options off the front of the arguments.
    static func take(from arguments: [String]) throws -> [String] {
        var rest = arguments[...]
        while let first = rest.first {
            let parts = first.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            guard let variable = variable(parts[0]) else { break }
            rest = rest.dropFirst()
            let value: String
            if parts.count == 2 {
                value = parts[1]
            } else {
                guard let next = rest.popFirst() else { throw UsageComplaint.missingValue(parts[0]) }
                value = next
            }
            guard !value.isEmpty else { throw UsageComplaint.missingValue(parts[0]) }
            setenv(variable, value, 1)
        }
        return Array(rest)
    }
}
