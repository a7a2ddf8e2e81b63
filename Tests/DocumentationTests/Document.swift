import Foundation
import Testing

/// A page of the documentation: the command lines that it shows, with what it says that they print.
struct Document: Sendable, CustomTestStringConvertible {
    /// Command lines that stand together, and what they print.
    struct Example: Sendable {
        /// The line of the page on which the example begins, from 1.
        let line: Int
        /// The command lines.
        let commands: [String]
        /// What they print together; nil where the page does not say.
        let output: [String]?
    }

    /// A screen of the program, by the name under which it was looked at.
    struct Screen: Sendable {
        let name: String
        let line: Int
        let lines: [String]
    }

    /// The page's path from the root of the repository.
    let path: String
    let examples: [Example]
    let screens: [Screen]
    /// The lines of each crontab.
    let crontabs: [[String]]

    var testDescription: String { path }

    init(path: String, text: String) {
        self.path = path
        let blocks = Self.blocks(of: text)
        screens = blocks.filter { $0.language.hasPrefix("screen ") }.map {
            Screen(name: String($0.language.dropFirst("screen ".count)), line: $0.line, lines: $0.lines)
        }
        crontabs = blocks.filter { $0.language == "crontab" }.map(\.lines)
        examples = blocks.enumerated().filter { $0.element.language == "sh" }.map { index, block in
            let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
            return Example(
                line: block.line, commands: Self.joined(block.lines),
                output: next?.language == "text" ? next?.lines : nil)
        }
    }

    /// The READMEs and the pages in docs/.
    static func all(in root: URL) throws -> [Document] {
        let pages = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "docs").path())
            .filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
        return try (["README.md", "README.zh-CN.md"] + pages).map { path in
            Document(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
    }

    private struct Block {
        let language: String
        let line: Int
        var lines: [String] = []
    }

    /// The fenced blocks, in order.
    private static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var open: Block?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let block = open, line == "```" {
                blocks.append(block)
                open = nil
            } else if open != nil {
                open?.lines.append(String(line))
            } else if line.hasPrefix("```") {
                open = Block(language: String(line.dropFirst(3)), line: index + 2)
            }
        }
        return blocks
    }

    /// The command lines, those that a backslash continues made one, without comments and empty lines.
    private static func joined(_ lines: [String]) -> [String] {
        var commands: [String] = []
        var isContinued = false
        for line in lines {
            let part = line.hasSuffix("\\") ? String(line.dropLast()) : line
            if isContinued {
                commands[commands.count - 1] += part
            } else if !part.isEmpty, !part.hasPrefix("#") {
                commands.append(part)
            } else {
                continue
            }
            isContinued = line.hasSuffix("\\")
        }
        return commands
    }
}
