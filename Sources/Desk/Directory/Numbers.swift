import CaseStore
import Casework

/// A number as people type it: a case, or one contact of it.
struct NumberChoice {
    let caseNumber: CaseNumber
    let sequence: Int?
}

extension StoreReader {
    /// The case or contact that a text means to somebody who records: a whole number or today's serial.
    func recordingNumber(_ text: String, today: CivilDay) throws -> NumberChoice {
        guard let choice = try wholeNumber(text, today: today) else {
            guard Self.isNumeric(text) else { throw DeskError.badNumber(text) }
            throw DeskError.noSuchCase(text)
        }
        return choice
    }

    /// The case or contact that a text means to somebody who reads: also an ending that fits only one case.
    func readingNumber(_ text: String, today: CivilDay) throws -> NumberChoice {
        if let choice = try wholeNumber(text, today: today) { return choice }
        guard Self.isNumeric(text) else { throw DeskError.badNumber(text) }
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts[0].utf8.count < 14, let ending = Int64(parts[0]) else { throw DeskError.noSuchCase(text) }
        let numbers = try cases(endingIn: ending, digits: parts[0].utf8.count, limit: 6)
        guard let first = numbers.first else { throw DeskError.noSuchCase(text) }
        guard numbers.count == 1 else { throw DeskError.ambiguousNumber(text, numbers) }
        return NumberChoice(caseNumber: first, sequence: parts.count == 2 ? Int(parts[1]) : nil)
    }

    /// The case that a text means to somebody who reads, and which must be there.
    func existingFile(reading text: String, today: CivilDay) throws -> CaseFile {
        try existingFile(try readingNumber(text, today: today), named: text)
    }

    /// The case that was named, which must have the contact that was named with it.
    func existingFile(_ choice: NumberChoice, named text: String) throws -> CaseFile {
        guard let file = try caseFile(choice.caseNumber) else { throw DeskError.noSuchCase(text) }
        if let sequence = choice.sequence, file.contact(sequence) == nil {
            throw WorkflowError.noSuchContact(ContactNumber(caseNumber: file.number, sequence: sequence))
        }
        return file
    }

    private static func isNumeric(_ text: String) -> Bool {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy {
            !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } && $0.utf8.count <= 18
        }
    }

    /// The existing case that a whole number or today's serial names, with `-K` or without; nil for none.
    private func wholeNumber(_ text: String, today: CivilDay) throws -> NumberChoice? {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard Self.isNumeric(text), let head = parts.first else { return nil }
        let number =
            head.utf8.count == 14
            ? CaseNumber(head)
            : Int(head).flatMap { head.utf8.count <= 6 ? CaseNumber(day: today, serial: $0) : nil }
        guard let number, try caseExists(number) else { return nil }
        return NumberChoice(caseNumber: number, sequence: parts.count == 2 ? Int(parts[1]) : nil)
    }
}
