import Casework
import Desk

/// How an intake is asked for, step by step.
struct FormOptions {
    @Flag("resume", "接着登记放下的那件（最近的草稿）") var resumes: Bool
    @Flag("loop", "登记完一件接着登下一件") var loops: Bool

    /// Whether the intake is to be asked for: on a terminal, where nothing of it is given.
    func isWanted(for request: IntakeRequest) throws -> Bool {
        var empty = IntakeRequest()
        (empty.isMessage, empty.at) = (request.isMessage, request.at)
        guard resumes || loops || (request == empty && Canvas.isPossible) else { return false }
        guard request == empty else { throw DeskError.excludes(resumes ? "--resume" : "--loop", "--content") }
        guard Canvas.isPossible else {
            throw UsageComplaint.noTerminal(resumes ? "--resume" : "--loop")
        }
        return true
    }

    /// Asks, registers, and prints the number.
    func run(_ request: IntakeRequest, _ globals: Globals, _ recording: Recording) throws {
        let desk = try globals.desk()
        let drafts = try globals.drafts()
        var kept = try drafts.all().filter { $0.request.isMessage == request.isMessage }
        if resumes, kept.isEmpty { throw UsageComplaint.noDraft }
        let session = IntakeSession(desk: desk, drafts: drafts, clock: try desk.settings().clock)
        var resuming = resumes ? kept.removeFirst() : nil
        var hasRegistered = false
        while true {
            switch try session.run(resuming?.request ?? request, draft: resuming?.id) {
            case .registered(let receipt, _):
                try recording.print([receipt])
                hasRegistered = true
                guard loops else { return tell(kept) }
            case .left:
                Output.notice("没有登记，草稿留着；接着登记：yousu \(request.isMessage ? "message" : "call") --resume")
                throw Outcome(.busy)
            case .cancelled where hasRegistered:
                return tell(kept)
            case .cancelled:
                Output.notice("没有登记。")
                throw Outcome(.busy)
            }
            resuming = nil
        }
    }

    private func tell(_ kept: [Draft]) {
        guard !kept.isEmpty else { return }
        Output.notice("还有 \(kept.count) 件放下的没有登记：加 --resume 接着登记。")
    }
}
