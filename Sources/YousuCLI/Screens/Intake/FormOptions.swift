import Casework
import Desk

/// How an intake is asked for, step by step.
struct FormOptions {
    @Flag("resume", "接着登记放下的那件（最近的草稿）") var resumes: Bool
    @Flag("loop", "登记完一件接着登下一件") var loops: Bool

    /// Whether the intake is to be asked for: on a terminal, where nothing of it is given.
    ///
    /// - Parameter options: that say something of it.
    func isWanted(for request: IntakeRequest, _ options: IntakeOptions) throws -> Bool {
        guard resumes || loops || (request.isBlank && Canvas.isPossible) else { return false }
        let asking = resumes ? "--resume" : "--loop"
        guard request.isBlank else {
            let given = request.channel == nil ? options.firstGiven : "channel"
            throw DeskError.excludes(asking, "--\(given ?? "")")
        }
        guard Canvas.isPossible else { throw UsageComplaint.noTerminal(asking) }
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
            var intake = resuming?.request ?? request
            intake.at = request.at ?? intake.at
            switch try session.run(intake, draft: resuming?.id) {
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

extension IntakeRequest {
    /// Whether nothing of it is taken down yet. When it was received is known before anybody asks.
    var isBlank: Bool {
        var blank = IntakeRequest()
        (blank.isMessage, blank.at) = (isMessage, at)
        return self == blank
    }
}
