import CaseStore
import Casework

/// Rows that are taken exactly as another store recorded them.
extension Importer {
    /// Takes one entry of a case's history: a contact with its registration, or an event.
    mutating func takeExactly(_ row: ImportRow, writer: StoreWriter, names: inout ImportNames) throws {
        let known = try knownCase(row, reader: writer.reader)
        if restoring != known { try settle(writer) }
        // The entries of a case come in their order, so those that are there are known by their number.
        let recorded = try known.map { try writer.reader.eventCount(of: $0) } ?? 0
        if row.step ?? 0 <= recorded {
            result.skipped += 1
            return
        }
        switch row.record {
        case .contact, .invalid, .void: try restoreContact(row, into: known, writer: writer, names: &names)
        case .callback, .event:
            guard let known else { throw RowFault.unknownContact(row[.number]) }
            try writer.add(event(row, of: known, writer: writer, names: &names))
            restoring = known
            result.callbacks += row.record == .callback ? 1 : 0
            result.events += row.record == .event ? 1 : 0
        }
    }

    /// Brings up to date what follows from the history that was taken over last.
    mutating func settle(_ writer: StoreWriter) throws {
        if let restoring { try writer.project(restoring) }
        restoring = nil
    }

    private mutating func restoreContact(
        _ row: ImportRow, into known: CaseNumber?, writer: StoreWriter, names: inout ImportNames
    ) throws {
        guard let at = row.at else { throw RowFault.missing(.at) }
        let earlier = try known.flatMap { try writer.reader.caseFile($0) }
        var contact = try contact(row, names: &names, writer: writer)
        if row[.stage] == Stage.invalid.rawValue {
            contact.kind = nil
            contact.category = nil
            contact.categorySource = .missing
        }
        contact.number = try place(row, contact, earlier: earlier, writer: writer)
        var event = Event(
            caseNumber: contact.number.caseNumber, sequence: contact.number.sequence, at: at,
            recordedAt: row.recordedAt ?? desk.now(),
            staff: row[.staff].isEmpty ? desk.actor.staff : row[.staff],
            action: .contact, reason: row[.reason])
        event.toStage = try stage(row)
        event.disposition =
            switch row[.registeredAs] {
            case "": nil
            case Disposition.undisposed.rawValue: .undisposed
            case let text: try? Choice.disposition(text)
            }
        try writer.add(contact, caller: caller(row), event: event)
        restoring = contact.number.caseNumber
        result.contacts += row.record == .invalid ? 0 : 1
        result.invalid += row.record == .invalid ? 1 : 0
    }

    private func event(
        _ row: ImportRow, of number: CaseNumber, writer: StoreWriter, names: inout ImportNames
    ) throws -> Event {
        guard let action = Action(rawValue: row[.action]), action != .contact else {
            throw RowFault.bad(.action, row[.action])
        }
        guard let at = row.at else { throw RowFault.missing(.at) }
        let sequence = sequence(row)
        if let sequence, try writer.reader.caseFile(number)?.contact(sequence) == nil {
            throw RowFault.unknownContact(row[.contact])
        }
        var event = Event(
            caseNumber: number, sequence: sequence, at: at, recordedAt: row.recordedAt ?? desk.now(),
            staff: row[.staff].isEmpty ? desk.actor.staff : row[.staff], action: action, reason: row[.reason],
            reply: row[.reply], note: row[.note])
        event.toStage = try stage(row)
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
        amendment.spot = row[.spot].isEmpty ? nil : row[.spot]
        amendment.address = row[.address].isEmpty ? nil : row[.address]
        amendment.disposition = event.disposition
        event.disposition = nil
        event.amendment = amendment
        return event
    }

    private func stage(_ row: ImportRow) throws -> Stage? {
        if row[.stage].isEmpty { return nil }
        guard let stage = Stage(rawValue: row[.stage]) else { throw RowFault.bad(.stage, row[.stage]) }
        return stage
    }
}
