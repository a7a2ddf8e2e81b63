import CSV
import Console
import Desk
import Files
import Glibc
import Reports

extension BulletinCommand {
    struct Edit: Command {
        static let about = About("edit", "编辑", "编辑：在 $VISUAL 或 $EDITOR 里改热点的结论和联系单位；数字改不了")
        static let examples = ["yousu bulletin edit 2024-03-19"]

        let globals = Globals()
        @OptionalArgument("日期", "哪一天；不写或写 yesterday 为昨天") var day: String?

        func run() throws {
            let desk = try globals.desk()
            let (day, text) = try desk.textToEdit(day)
            let file = try EditedFile(text + "\n", name: "\(day)")
            guard Editor(environment: ProcessEnvironment.current()).edit(file.path) else {
                Output.notice("编辑器没有正常结束，什么也没有改；文字留在 \(file.path)。")
                throw Outcome(.unavailable)
            }
            do {
                let count = try desk.reword(day, as: try file.text())
                unlink(file.path)
                Output.notice(count == 0 ? "\(day) 用算出的文字。" : "\(day) 有 \(count) 个热点用编辑的文字。")
                if case .issued = try desk.bulletin("\(day)").origin {
                    Output.notice("\(day) 已签发，改的文字在 yousu bulletin correct \(day) 时才用上。")
                }
            } catch {
                Output.notice("没有采用；改过的文字留在 \(file.path)。")
                throw error
            }
        }
    }

    struct Read: Command {
        static let about = About("read", "读入", "读入：把公布过的日报读成数字，作为建库以前的日子；只收数字全对上的")
        static let examples = [
            "yousu bulletin read 2023年12月.txt --year 2023", "yousu bulletin read - --dry-run",
        ]

        let globals = Globals()
        @Argument("文件", "日报的文字，可有许多天；写 - 则从标准输入读") var file: String
        @Option("year", "年份", "日期里没有写年份的是哪一年") var year: String?
        @Flag("dry-run", "只说会怎样，什么也不改") var dryRun: Bool
        @Option("format", "格式", "table、json 或 csv") var format: String?

        func run() throws {
            let format = try Format(format)
            let days = try globals.desk().readBack(try text(), year: year, rehearsing: dryRun)
            try format.answer(JSONShapes.readBack(days), Sheet(days), none: "没有读出数字。")
            for day in days {
                for fault in day.published.faults + day.published.remarks {
                    Output.notice(Wording.words(fault))
                }
                Output.notice(Wording.words(day, rehearsing: dryRun))
            }
            if days.contains(where: \.isRefused) { throw Outcome(.data) }
        }

        /// UTF-8 or GB18030.
        private func text() throws -> String {
            let source = try FileSource(file)
            var decoder = TextDecoder()
            var bytes: [UInt8] = []
            do {
                while let chunk = try source.next() {
                    bytes += try decoder.decode(chunk)
                    if bytes.count > 50_000_000 {
                        throw DeskError.tooManyBytes("文件", count: bytes.count, limit: 50_000_000)
                    }
                }
                bytes += try decoder.finish()
            } catch is TextDecodingError {
                throw UsageComplaint.inputNotUTF8
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// A text that somebody edits, in a file that only its owner may read.
private struct EditedFile {
    let path: String

    init(_ text: String, name: String) throws {
        let folder = ProcessEnvironment.current()["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        let prefix = "\(folder)/yousu-\(name)"
        guard let file = Scratch.file(prefix, ending: ".txt") else { throw NewFile.failure(prefix) }
        path = file.path
        defer { close(file.descriptor) }
        try Descriptor.write(text, to: file.descriptor)
    }

    /// What stands in it now.
    func text() throws -> String {
        let bytes = try WholeFile.read(path) { size in
            if size > 1_000_000 { throw DeskError.tooManyBytes("文件", count: size, limit: 1_000_000) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw UsageComplaint.inputNotUTF8 }
        return text
    }
}
