import Foundation
import Paper
import Testing

/// The made-up notice in every format, byte for byte. YOUSU_GOLDEN=write writes the files anew; read them
/// before they are committed.
struct GoldenTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test(arguments: Document.Format.allCases)
    func `the notice is written as it was`(format: Document.Format) throws {
        let file = folder.appending(path: "notice.\(format.rawValue)")
        let bytes = Data(MadeUpNotice.document.bytes(in: format))
        if ProcessInfo.processInfo.environment["YOUSU_GOLDEN"] == "write" { try bytes.write(to: file) }
        #expect(try Data(contentsOf: file) == bytes, "\(file.lastPathComponent)")
    }
}
