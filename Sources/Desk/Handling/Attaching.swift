import CaseStore
import Casework
import Sealing

/// Files to be attached to a case. Names are what people type.
public struct AttachRequest: Sendable {
    /// The case, or one of its contacts.
    public var number: String
    /// The files: their names without folders, and their bytes.
    public var files: [(name: String, bytes: [UInt8])] = []
    /// They cannot show who called, and are stored as they are.
    public var isOpen = false
    /// When it happened; nil for now.
    public var at: String?

    /// Nothing to attach yet.
    public init(number: String) {
        self.number = number
    }
}

/// An attachment as it is shown.
public struct AttachmentView: Sendable {
    /// Its place among those of its case, from 1.
    public let place: Int
    /// What attached it.
    public let event: Event
    /// What was attached.
    public let attachment: Attachment
    /// What became of it.
    public let state: AttachmentState
    /// Its name, in which what tells who called is hidden.
    public var name: String { event.note }
}

extension Desk {
    /// Attaches files to a case: all of them, or none. They lie on the disk before anything is recorded.
    ///
    /// - Throws: ``SealingError`` without the key, unless they are to be open.
    public func attach(_ request: AttachRequest) throws -> Receipt {
        let files = try request.files.map { file in
            try Self.check(size: file.bytes.count, of: file.name)
            return (name: try Texts.required(file.name, field: "文件名", limit: 255), bytes: file.bytes)
        }
        let choice = try store.read { reader in
            if !request.isOpen { try reader.checkSealing() }
            let today = try reader.settings().clock.day(of: now())
            let choice = try reader.recordingNumber(request.number, today: today)
            _ = try reader.existingFile(choice, named: request.number)
            return choice
        }
        var prepared: [PreparedFile] = []
        do {
            for file in files {
                prepared.append(
                    try store.prepare(file.bytes, seals: !request.isOpen, for: choice.caseNumber))
            }
            return try store.write { writer in
                try Handling(desk: self, writer: writer)
                    .attach(zip(files.map(\.name), prepared), as: request, to: choice)
            }
        } catch {
            store.discard(prepared)
            throw error
        }
    }

    /// Refuses a file that is empty or too large.
    public static func check(size: Int, of name: String) throws {
        if size == 0 { throw DeskError.emptyFile(name) }
        if size > Attachment.sizeLimit {
            throw DeskError.fileTooLarge(name, bytes: size, limit: Attachment.sizeLimit)
        }
    }

    /// Gives an attachment back. That a sealed one was opened is recorded before; who may see who called may open it.
    ///
    /// - Parameter place: its place among those of its case, as it is typed.
    public func attachment(_ number: String, _ place: String, reason: String?) throws -> (
        view: AttachmentView, bytes: [UInt8]
    ) {
        let view = try show(number)
        guard let wanted = view.attachments.first(where: { String($0.place) == place }) else {
            throw DeskError.noSuchAttachment(view.file.number, place, count: view.attachments.count)
        }
        switch wanted.state {
        case .erased: throw DeskError.attachmentErased(view.file.number, place: wanted.place)
        case .absent: throw DeskError.attachmentAbsent(view.file.number, place: wanted.place)
        case .open: return (wanted, try store.read { try bytes(of: wanted, $0) })
        case .sealed:
            let reason = try Texts.requiredBeside(reason, field: "--reason")
            return try store.write { writer in
                let isConfidential = view.file.contacts.contains(where: \.confidential)
                try checkMayReveal(view.file, isConfidential: isConfidential, writer.reader)
                let bytes = try bytes(of: wanted, writer.reader)
                try writer.add(
                    Disclosure(
                        at: now(), staff: actor.staff, deed: .fetch, number: view.file.number,
                        people: try writer.reader.callerCount(of: view.file.number),
                        reason: "附件 \(wanted.place)：\(reason)"))
                return (wanted, bytes)
            }
        }
    }

    private func bytes(of view: AttachmentView, _ reader: StoreReader) throws -> [UInt8] {
        guard let bytes = try reader.attached(by: view.event, isSealed: view.state == .sealed, in: store)
        else {
            throw DeskError.attachmentLost(view.event.caseNumber, place: view.place)
        }
        return bytes
    }
}

extension Handling {
    /// Records prepared files, and puts them in their places.
    fileprivate func attach(
        _ files: some Sequence<(String, PreparedFile)>, as request: AttachRequest, to choice: NumberChoice
    ) throws -> Receipt {
        var file = try reader.existingFile(choice, named: request.number)
        let at = try desk.moment(request.at, clock: settings.clock, now: now)
        for (name, prepared) in files {
            var event = Event(
                caseNumber: file.number, sequence: choice.sequence, at: at, recordedAt: now,
                staff: desk.actor.staff, action: .attach)
            event.note = name
            event.attachment = prepared.attachment
            file = try act(event, keeping: prepared.keeping, on: file)
            try writer.put(prepared)
        }
        return Receipt(number: file.number, contact: nil, notices: clockNotices)
    }
}
