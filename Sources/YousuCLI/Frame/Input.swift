import Casework
import Console
import Desk
import Files
import Glibc

/// What is read from standard input.
struct Input {
    private var buffer: [UInt8] = []
    private var isAtEnd = false

    /// The given value; for `-` a line of standard input, asked for without echo on a terminal.
    mutating func line(_ value: String?, prompt: String, hidden: Bool = true) throws -> String? {
        guard value == "-" else { return value }
        let asks = Terminal.isTerminal(STDIN_FILENO)
        if asks { try? Descriptor.write(prompt + "：", to: STDERR_FILENO) }
        let entry = asks && hidden ? HiddenEntry(STDIN_FILENO) : nil
        let line = try readLine(entry)
        if asks, hidden { Output.notice("") }
        return line
    }

    /// The given value; for `-` all that is left of standard input, up to a little over the limit of a text.
    mutating func rest(_ value: String?, field: String) throws -> String? {
        guard value == "-" else { return value }
        let limit = 1_000_000
        while buffer.count <= limit, try fill() {}
        if buffer.count > limit { throw DeskError.tooManyBytes(field, count: buffer.count, limit: 400_000) }
        return try text(buffer)
    }

    private mutating func readLine(_ entry: HiddenEntry?) throws -> String {
        while !buffer.contains(10), buffer.count < 10_000, try fill(entry) {}
        let end = buffer.firstIndex(of: 10) ?? buffer.endIndex
        let line = Array(buffer[..<end])
        buffer.removeFirst(min(end + 1, buffer.count))
        return try text(line)
    }

    private func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw UsageComplaint.inputNotUTF8 }
        return text
    }

    private mutating func fill(_ entry: HiddenEntry? = nil) throws -> Bool {
        if isAtEnd { return false }
        entry?.wait()
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = try Input.read(STDIN_FILENO, into: &chunk)
        isAtEnd = count == 0
        buffer += chunk[..<count]
        return count > 0
    }

    /// Reads what there is; 0 at the end.
    static func read(_ descriptor: Int32, path: String = "-", into chunk: inout [UInt8]) throws -> Int {
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            if errno != EINTR {
                throw DeskError.file(path: path, reason: SystemReason.words(errno))
            }
        }
    }
}
