import Casework
import Insight
import Trials

/// Messages of a forum from a CSV file with the columns number, user, title, time, text, dislikes, likes.
enum ForumMessages {
    /// The messages in the order of the file.
    static func read(_ path: String) throws -> [Message] {
        var messages: [Message] = []
        var callers: [String: Int64] = [:]
        for fields in try Table.rows(of: path) {
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
        guard !messages.isEmpty else { throw Trouble("\(path) holds no messages.") }
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
