/// A photo, a recording or another file that belongs to a case. Its name is the note of its event.
public struct Attachment: Hashable, Sendable {
    /// Bytes that a file may have.
    public static let sizeLimit = 50 << 20

    /// SHA-256 of the bytes as they are stored, which are sealed ones where the file is sealed.
    public let hash: [UInt8]
    /// How many bytes the file has, unsealed.
    public let size: Int

    /// A file by its hash and size.
    public init(hash: [UInt8], size: Int) {
        self.hash = hash
        self.size = size
    }
}

/// An attachment among those of its case, from 1 in the order in which they were recorded.
public struct AttachmentNumber: Hashable, Sendable {
    /// The case.
    public let caseNumber: CaseNumber
    /// Its place among the attachments of the case.
    public let place: Int

    /// An attachment's number.
    public init(caseNumber: CaseNumber, place: Int) {
        self.caseNumber = caseNumber
        self.place = place
    }
}

extension CaseFile {
    /// The events that attached something, in the order of the attachments' places.
    public var attaching: [Event] {
        events.filter { $0.attachment != nil }.sorted { $0.id < $1.id }
    }
}
