import CSV
import CaseStore
import Casework

/// How a file is to be imported.
public struct ImportOptions: Sendable {
    /// Their columns for ours: `THEIRS=OURS,…`.
    public var columns: String?
    /// The system that the records come from; empty for none.
    public var source = ""
    /// Later replies and callbacks of records that are there already are added.
    public var updates = false
    /// The channel of rows that name none.
    public var channel: String?
    /// The category of rows that name none; 其他 stands for it otherwise.
    public var category: String?
    /// Rows without a category get the one that their text suggests, marked as such.
    public var suggests = false
    /// Categories and units that the configuration does not have are added to it.
    public var addsNames = false

    /// A plain import.
    public init() {}
}

/// What an import did.
public struct ImportResult: Sendable {
    /// Contacts taken.
    public var contacts = 0
    /// Callbacks taken from rows of their own.
    public var callbacks = 0
    /// Calls without a request taken.
    public var invalid = 0
    /// Other entries of histories taken.
    public var events = 0
    /// Attachments whose histories were taken without their files.
    public var absentFiles = 0
    /// Records that were there already.
    public var skipped = 0
    /// Alerts that were raised.
    public var alerts = 0
    /// Records that were there already, to which something was added.
    public var updated = 0
    /// Rows not taken.
    public var rejected = 0
    /// The first of the rows not taken, for a list.
    public var faults: [RejectedRow] = []
    /// Headings that are none of ours.
    public var ignoredColumns: [String] = []
    /// Categories and units that were added to the configuration.
    public var addedNames: [String] = []
    /// Rows read so far.
    public var rows: Int { contacts + callbacks + invalid + events + skipped + updated + rejected }

    /// So many of the rows not taken are listed.
    static let listed = 20
}

/// A row that was not taken.
public struct RejectedRow: Sendable {
    /// The line on which it begins, from 1.
    public let line: Int
    /// Its cells, as far as they could be read.
    public let fields: [String]
    /// Why it was not taken.
    public let fault: RowFault
}

extension Desk {
    /// Takes records of the past from a table in UTF-8 or GB18030.
    ///
    /// Rows are stored in portions, so that others can work meanwhile. A row is stored whole or not at all, and
    /// one that is there already changes nothing, so an import that was cut off is completed by running it again.
    ///
    /// - Parameters:
    ///   - chunks: the file's bytes in portions; nil at the end.
    ///   - rejected: told each row that is not taken, in order.
    ///   - progress: told the result so far, now and then.
    public func importTable(
        _ chunks: @escaping () throws -> [UInt8]?, options: ImportOptions,
        headings: ([String]) throws -> Void = { _ in }, rejected: (RejectedRow) throws -> Void = { _ in },
        progress: (ImportResult) -> Void = { _ in }
    ) throws -> ImportResult {
        try store.read { try require([.administrator], for: "导入", $0) }
        var reader = CSVReader(pull: TextDecoder.decoding(validatesUTF8: false, chunks))
        let mapping = try options.columns.map(Column.mapping) ?? [:]
        guard let first = try firstRecord(&reader) else { throw DeskError.badFile(.empty) }
        let layout = try Headings(first.fields, mapping: mapping)
        try checkHeadings(layout)
        try headings(first.fields)
        var importer = try Importer(desk: self, options: options, headings: layout)
        var isFinished = false
        while !isFinished {
            var portion: [Result<CSVRecord, CSVError>] = []
            // Read before the lock is taken: the other end of a pipe may be slow.
            while portion.count < 250 {
                do {
                    guard let record = try reader.next() else {
                        isFinished = true
                        break
                    }
                    portion.append(.success(record))
                } catch let error as CSVError {
                    portion.append(.failure(error))
                } catch let error as TextDecodingError {
                    throw DeskError.badFile(error.fault)
                }
            }
            for row in try importer.take(portion) { try rejected(row) }
            progress(importer.result)
        }
        try store.finishBulk()
        importer.result.ignoredColumns = layout.ignored
        return importer.result
    }

    private func firstRecord(_ reader: inout CSVReader) throws -> CSVRecord? {
        do {
            return try reader.next()
        } catch let error as CSVError {
            throw DeskError.badFile(.headings(line: error.place.line, column: error.place.column))
        } catch let error as TextDecodingError {
            throw DeskError.badFile(error.fault)
        }
    }

    private func checkHeadings(_ headings: Headings) throws {
        guard headings.has(.receivedAt) || headings.has(.callbackAt) else {
            throw DeskError.missingColumn(Column.receivedAt.rawValue)
        }
        // Rows of callbacks alone say nothing themselves.
        guard headings.has(.content) || headings.has(.title) || !headings.has(.receivedAt) else {
            throw DeskError.missingColumn(Column.content.rawValue)
        }
    }
}

extension TextDecodingError {
    fileprivate var fault: DeskError.FileFault {
        switch self {
        case .invalidUTF8(let offset), .neitherEncoding(let offset): .encoding(byte: offset)
        case .converterMissing: .converterMissing
        }
    }
}
