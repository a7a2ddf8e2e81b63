import Testing

/// How long ago something was, and where what was sought stands: for people at a terminal, not for scripts.
final class TimesTold: Transcript {
    private func screen(_ words: String...) throws -> String {
        var environment = environment
        environment["PAGER"] = "cat"
        let run = try TerminalRun(
            [Program.path] + words, in: folder, environment: environment, columns: 160, rows: 40)
        #expect(run.status() == 0)
        return run.screen.text
    }

    @Test func `show, queue and find tell relative times on a terminal alone`() throws {
        let call = try yousu(
            "call", "--kind", "投诉", "--category", "电梯", "--district", "城东区", "--content", "电梯停运（编造）", "--to",
            "城东区")
        let page = try screen("show", call.number)
        #expect(page.contains("（刚刚）") && page.contains("还有 "))
        #expect(try screen("queue", "sign").contains("（还有 "))
        #expect(try screen("queue", "sign").contains("（超时 "))
        #expect(try screen("find", "停运").contains("（刚刚）"))
        let moment = "2024-03-19 12:00"
        #expect(!(try screen("show", MadeUpDay.transferred, "--as-of", moment)).contains("超时"))
        for words in [["show", call.number], ["queue", "sign"], ["find", "停运"]] {
            let run = try yousu(words: words)
            #expect(!run.stdout.contains("刚刚") && !run.stdout.contains("还有 ") && !run.stdout.contains("超时 "))
        }
    }
}
