import CSV
import Casework
import Glibc
import Insight

/// Messages of a forum from a CSV file with the columns number, user, title, time, text, dislikes, likes.
enum ForumMessages {
    /// The messages in the order of the file; nil where there is no such file.
    static func read(_ path: String) throws -> [Message]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var reader = CSVReader {
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = fread(&chunk, 1, chunk.count, file)
            return count == 0 ? nil : Array(chunk[..<count])
        }
        var messages: [Message] = []
        var callers: [String: Int64] = [:]
        _ = try reader.next()
        while let fields = try reader.next()?.fields {
            guard fields.count >= 7, let (day, receivedAt) = moment(fields[3]),
                let number = CaseNumber(day: day, serial: messages.count + 1)
            else { continue }
            let caller = callers[fields[1], default: Int64(callers.count + 1)]
            callers[fields[1]] = caller
            messages.append(
                Message(
                    contact: ContactNumber(caseNumber: number, sequence: 1), receivedAt: receivedAt, day: day,
                    caller: caller, title: fields[2], content: fields[4], likes: Int(fields[6]) ?? 0))
        }
        return messages
    }

    /// `2019-01-31 08:09:10` or `2019/1/31 8:09:10`.
    private static func moment(_ text: String) -> (CivilDay, Instant)? {
        let parts = text.split { " /-:".contains($0) }.compactMap { Int($0) }
        guard parts.count >= 5, let day = CivilDay(year: parts[0], month: parts[1], day: parts[2]) else {
            return nil
        }
        let second = parts[3] * 3600 + parts[4] * 60 + (parts.count > 5 ? parts[5] : 0)
        return (day, Instant(seconds: Int64(day.number) * 86_400 + Int64(second) - 28_800))
    }
}
