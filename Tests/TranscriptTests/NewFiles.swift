import Foundation
import Glibc
import Testing

@testable import YousuCLI

/// Files that the program writes, where the disk is not as usual.
struct NewFiles {
    @Test func `where there are no links a file appears whole all the same, and replaces nothing`() throws {
        let folder = try Folder.make()
        let (draft, path) = ("\(folder)/draft", "\(folder)/table.csv")
        func place(_ text: String) throws -> Bool {
            try Data(text.utf8).write(to: URL(filePath: draft))
            return NewFile.place(draft, as: path) { _, _ in
                errno = EPERM
                return -1
            }
        }
        #expect(try place("一\n"))
        #expect(!FileManager.default.fileExists(atPath: draft))
        #expect(try !place("二\n"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "一\n")
    }
}
