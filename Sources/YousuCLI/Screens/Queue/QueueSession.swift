import CaseStore
import Casework
import Console
import Desk

/// Works through the worklists at a terminal, with the lists as they are at every moment.
struct QueueSession {
    let desk: Desk
    let request: QueueRequest
    let clock: CityClock

    /// So many milliseconds after the last key, the lists are read again.
    private static let pause: Int32 = 3000

    /// Shows the lists until somebody leaves.
    func run() throws {
        var state = QueueScreen(try desk.queue(request))
        guard let screen = Screen() else { return }
        while true {
            let canvas = Canvas(screen.size, desk: desk, clock: clock)
            screen.draw(QueuePage(screen: state, canvas: canvas).frame)
            guard let key = screen.key(within: Self.pause) else {
                if case .lists = state.view { reload(&state, screen) }
                continue
            }
            keys: for key in state.parts(of: key) {
                let page = QueuePage(screen: state, canvas: canvas)
                switch state.handle(key, rows: page.rows, depth: page.depth) {
                case .none: continue keys
                case .reload: reload(&state, screen)
                case .open(let number): telling(&state) { $0.show(try desk.show(number.description)) }
                case .act(let prompt): act(prompt, &state, screen)
                case .leave: return
                }
                // What was typed ahead was meant for what stood there before.
                break
            }
        }
    }

    private func reload(_ state: inout QueueScreen, _ screen: Screen) {
        telling(&state) { state in
            if !state.take(try desk.queue(request)).isEmpty { screen.ring() }
        }
    }

    /// Asks what is still to be said, or does it.
    private func act(_ prompt: ActionPrompt, _ state: inout QueueScreen, _ screen: Screen) {
        telling(&state) { state in
            if let question = try desk.question(before: prompt.request, skipped: prompt.skipped) {
                var next = prompt
                next.ask(question)
                return state.ask(next)
            }
            let receipts = try desk.handle(prompt.request)
            let notices = receipts.flatMap(\.notices).map { Wording.words($0) }
            state.show(try desk.show(prompt.request.numbers[0]))
            _ = state.take(try desk.queue(request))
            state.message = (["\(Terms.name(prompt.request.action))：办好了。"] + notices).joined(separator: " ")
        }
    }

    /// What is refused is told, and the screen stays.
    private func telling(_ state: inout QueueScreen, _ work: (inout QueueScreen) throws -> Void) {
        do {
            try work(&state)
        } catch {
            state.message = Wording.complaint(error).line
        }
    }
}
