import CaseStore
import Casework

/// Rows that are taken exactly as another store recorded them.
extension Importer {
    /// Takes one entry of a case's history: a contact with its registration, or an event.
    mutating func takeExactly(_ row: ImportRow, writer: StoreWriter, names: inout ImportNames) throws {
        let known = try knownCase(row, reader: writer.reader)
        if restoring?.number != known { try settle(writer) }
        let recorded = try restoring?.events.count ?? known.map { try writer.reader.eventCount(of: $0) } ?? 0
        let step = row.step ?? 0
        // The entries of a case come in their order, each after the one before.
        if let known, step <= recorded {
            guard try isRecorded(row, step: step, in: known, reader: writer.reader) else {
                throw RowFault.otherHistory
            }
            result.skipped += 1
            return
        }
        guard step == recorded + 1 else { throw RowFault.earlierStepMissing }
        switch row.record {
        case .contact, .invalid, .void: try restoreContact(row, into: known, writer: writer, names: &names)
        case .callback, .event:
            guard var file = try restoring ?? known.flatMap({ try writer.reader.caseFile($0) }) else {
                throw RowFault.unknownContact(row[.number])
            }
            let event = try event(row, of: file, writer: writer, names: &names)
            try writer.add(HistoryEntry(event), to: &file)
            restoring = file
            result.absentFiles += event.attachment == nil ? 0 : 1
            result.callbacks += row.record == .callback ? 1 : 0
            result.events += row.record == .event ? 1 : 0
        }
    }

    /// Whether the entry with this number in a case's history is the one that the row describes.
    private func isRecorded(_ row: ImportRow, step: Int, in known: CaseNumber, reader: StoreReader) throws
        -> Bool
    {
        guard let file = try restoring ?? reader.caseFile(known) else { return false }
        let event = file.events.sorted { $0.id < $1.id }[step - 1]
        let action = row[.action].isEmpty ? Action.contact.rawValue : row[.action]
        return event.action.rawValue == action && event.at == row.at
            && (row.recordedAt.map { $0 == event.recordedAt } ?? true)
    }

    /// Brings up to date what follows from the history that was taken over last.
    mutating func settle(_ writer: StoreWriter) throws {
        if let restoring { try writer.settle(restoring) }
        restoring = nil
    }

    private mutating func restoreContact(
        _ row: ImportRow, into known: CaseNumber?, writer: StoreWriter, names: inout ImportNames
    ) throws {
        guard let at = row.at else { throw RowFault.missing(.at) }
        if !row[.externalID].isEmpty,
            try writer.reader.contact(source: source(row), externalID: row[.externalID]) != nil
        {
            throw RowFault.knownElsewhere(row[.externalID])
        }
        let earlier = try restoring ?? known.flatMap { try writer.reader.caseFile($0) }
        var contact = try contact(row, names: &names, writer: writer)
        if row[.stage] == Stage.invalid.rawValue {
            contact.kind = nil
            contact.category = nil
            contact.categorySource = .missing
        }
        contact.number = try place(row, contact, earlier: earlier, isRedirected: false, writer: writer)
        var event = Event(
            caseNumber: contact.number.caseNumber, sequence: contact.number.sequence, at: at,
            recordedAt: row.recordedAt ?? desk.now(),
            staff: row[.staff].isEmpty ? desk.actor.staff : row[.staff],
            action: .contact)
        event.reason = row[.reason]
        event.toStage = try stage(row)
        event.disposition =
            switch row[.registeredAs] {
            case "": nil
            case Disposition.undisposed.rawValue: .undisposed
            case let text: try? Choice.disposition(text)
            }
        var file = earlier ?? CaseFile(number: contact.number.caseNumber)
        try writer.add(.registration(event, contact, of: caller(row)), to: &file)
        restoring = file
        result.contacts += row.record == .invalid ? 0 : 1
        result.invalid += row.record == .invalid ? 1 : 0
    }

    private func event(
        _ row: ImportRow, of file: CaseFile, writer: StoreWriter, names: inout ImportNames
    ) throws -> Event {
        guard let action = Action(rawValue: row[.action]), action != .contact else {
            throw RowFault.bad(.action, row[.action])
        }
        guard let at = row.at else { throw RowFault.missing(.at) }
        let sequence = sequence(row)
        if let sequence, file.contact(sequence) == nil {
            throw RowFault.unknownContact(row[.contact])
        }
        var event = Event(
            caseNumber: file.number, sequence: sequence, at: at, recordedAt: row.recordedAt ?? desk.now(),
            staff: row[.staff].isEmpty ? desk.actor.staff : row[.staff], action: action)
        event.reason = row[.reason]
        event.reply = row[.reply]
        event.note = row[.note]
        event.toStage = try stage(row)
        try restoreDecision(row, into: &event, writer: writer)
        if action == .attach { event.attachment = try attachment(row) }
        event.disposition = row.disposition == .undisposed ? nil : row.disposition
        event.unit = try row[.unit].isEmpty ? nil : names.unit(row[.unit])
        event.coUnits = try coUnits(row, names: &names)
        event.outcome = action == .callback ? row.outcome : nil
        if !row[.grade].isEmpty {
            guard let grade = try writer.reader.grade(code: row[.grade]) else {
                throw RowFault.unknownName(.grade, row[.grade])
            }
            event.grade = grade.id
        }
        if action == .dispatch, event.unit == nil { throw RowFault.missing(.unit) }
        if action == .callback, event.outcome == nil { throw RowFault.missing(.responded) }
        guard action == .amend else { return event }
        var amendment = Amendment()
        amendment.receivedAt = row.receivedAt
        amendment.channel = try row[.channel].isEmpty ? nil : names.channel(row[.channel])
        amendment.kind = try names.kind(row[.kind])
        amendment.category = try row[.category].isEmpty ? nil : names.category(row[.category])
        amendment.area = try names.area(
            district: row[.district], street: row[.street], community: row[.community])
        amendment.spot = cleared(row[.spot])
        amendment.address = cleared(row[.address])
        amendment.disposition = event.disposition
        event.disposition = nil
        event.amendment = amendment
        return event
    }

    /// What is known of a file that is not here.
    private func attachment(_ row: ImportRow) throws -> Attachment {
        guard let hash = Hex.bytes(row[.fileHash]), hash.count == 32 else {
            throw RowFault.bad(.fileHash, row[.fileHash])
        }
        guard let size = Int(row[.fileSize]), (1...Attachment.sizeLimit).contains(size) else {
            throw RowFault.bad(.fileSize, row[.fileSize])
        }
        guard !row[.note].isEmpty else { throw RowFault.missing(.note) }
        return Attachment(hash: hash, size: size)
    }

    /// What was decided, granted or promised with an event.
    private func restoreDecision(_ row: ImportRow, into event: inout Event, writer: StoreWriter) throws {
        let reader = writer.reader
        event.verdict = row[.verdict].isEmpty ? nil : try row.yes(.verdict)
        event.pauses = try row.yes(.pauses)
        if !row[.ending].isEmpty {
            guard let ending = Ending(rawValue: row[.ending]) else {
                throw RowFault.bad(.ending, row[.ending])
            }
            event.ending = ending
        }
        if !row[.allowance].isEmpty {
            let parts = row[.allowance].split(separator: " ").map(String.init)
            // As much as a city's configuration can allow.
            guard parts.count == 2, let amount = Int(parts[0]), (1...1000).contains(amount),
                let measure = TimeLimit.Measure(rawValue: parts[1])
            else { throw RowFault.bad(.allowance, row[.allowance]) }
            event.allowance = Allowance(amount: amount, measure: measure)
        }
        if !row[.until].isEmpty {
            guard let day = CivilDay(row[.until]) else { throw RowFault.bad(.until, row[.until]) }
            event.until = day
        }
        if !row[.leader].isEmpty {
            guard let leader = try reader.leader(code: row[.leader]) else {
                throw RowFault.unknownName(.leader, row[.leader])
            }
            event.leader = leader.id
        }
        if !row[.target].isEmpty { event.target = try otherCase(row, writer: writer) }
    }

    /// The case of the same store to which an entry points. Its number is kept free for it where its own rows are
    /// still to come.
    private func otherCase(_ row: ImportRow, writer: StoreWriter) throws -> CaseNumber {
        guard let number = CaseNumber(row[.target]) else { throw RowFault.bad(.target, row[.target]) }
        if row[.origin] == storeID { return number }
        if let known = try writer.reader.caseNumber(origin: row[.origin], externalNumber: row[.target]) {
            return known
        }
        return try writer.openCase(
            on: number.day, wanted: number, origin: row[.origin], externalNumber: row[.target])
    }

    private func stage(_ row: ImportRow) throws -> Stage? {
        if row[.stage].isEmpty { return nil }
        guard let stage = Stage(rawValue: row[.stage]) else { throw RowFault.bad(.stage, row[.stage]) }
        return stage
    }

    /// A cell of a correction: empty leaves the field as it is, and a mark takes it away.
    private func cleared(_ cell: String) -> String? {
        cell.isEmpty ? nil : cell == ImportRow.cleared ? "" : cell
    }
}
