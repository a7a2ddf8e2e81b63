import Foundation
import SplitMix
import Testing

@testable import Paper

/// The archives are read by a program that is not ours.
struct ArchiveTests {
    private static let unzip = "/usr/bin/unzip"
    private static let hasUnzip = FileManager.default.isExecutableFile(atPath: unzip)

    @Test func `the checksum is that of the standard's example`() {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.checksum([]) == 0)
    }

    @Test func `the same contents give the same bytes`() {
        #expect(archive(["a": "一", "b": ""]) == archive(["a": "一", "b": ""]))
        #expect(MadeUpNotice.document.docx() == MadeUpNotice.document.docx())
    }

    @Test func `repeated text takes less room`() {
        let text = String(repeating: "云州市12345政务服务便民热线", count: 1_000)
        #expect(archive(["a": text]).count < text.utf8.count / 50)
    }

    @Test(.enabled(if: hasUnzip, "needs unzip")) func `office files are whole`() throws {
        for format in [Document.Format.docx, .xlsx] {
            let report = try run("-tqq", MadeUpNotice.document.bytes(in: format))
            #expect(report.status == 0, "\(format): \(String(decoding: report.output, as: UTF8.self))")
        }
    }

    @Test(.enabled(if: hasUnzip, "needs unzip"), arguments: 1...40)
    func `what went in comes out`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let text = made(&random)
        let report = try run("-p", archive(["a": text]))
        #expect(report.status == 0, "seed \(seed)")
        #expect(Array(report.output) == Array(text.utf8), "seed \(seed)")
    }

    @Test(
        .enabled(if: hasUnzip, "needs unzip"),
        arguments: [
            "", "a", "aa", "aaa", String(repeating: "a", count: 258), String(repeating: "a", count: 259),
        ])
    func `the smallest and the longest stretches come out`(text: String) throws {
        #expect(Array(try run("-p", archive(["a": text])).output) == Array(text.utf8))
    }

    /// Noise and repetition over all distances.
    private func made(_ random: inout SplitMix64) -> String {
        var bytes: [UInt8] = []
        while bytes.count < 90_000 {
            if bytes.isEmpty || Int.random(in: 0..<3, using: &random) == 0 {
                for _ in 0..<Int.random(in: 1...300, using: &random) {
                    bytes.append(UInt8.random(in: 0...127, using: &random))
                }
            } else {
                let from = Int.random(in: max(0, bytes.count - 40_000)..<bytes.count, using: &random)
                let count = Int.random(in: 1...600, using: &random)
                bytes += bytes[from..<min(bytes.count, from + count)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func archive(_ files: KeyValuePairs<String, String>) -> [UInt8] {
        var zip = Zip()
        for (name, text) in files { zip.add(name, text) }
        return zip.archive()
    }

    /// Runs unzip on an archive.
    private func run(_ option: String, _ archive: [UInt8]) throws -> (status: Int32, output: Data) {
        let file = FileManager.default.temporaryDirectory.appending(path: "yousu-\(UUID().uuidString).zip")
        try Data(archive).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: Self.unzip)
        process.arguments = [option, file.path()]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
