import CaseStore
import Casework
import Console
import Desk
import Glibc

/// Takes down one call or message at a terminal. What was typed outlives whatever happens to the line, the terminal or the
/// store.
struct IntakeSession {
    let desk: Desk
    let drafts: Drafts
    let clock: CityClock

    /// How a session ended.
    enum End {
        case registered(Receipt, IntakeRequest)
        /// A draft is kept.
        case left
        /// Thrown away, or never begun.
        case cancelled
    }

    /// After so many milliseconds without a key, what should be known is looked up.
    private static let pause: Int32 = 250

    /// Takes down an intake, from its beginning or from where a draft stands.
    func run(_ request: IntakeRequest, draft: String?) throws -> End {
        let id = draft ?? "\(desk.now().seconds)-\(getpid())"
        // Somebody else may have taken it up since it was found.
        guard let inUse = drafts.take(id) else { throw UsageComplaint.noDraft }
        defer { withExtendedLifetime(inUse) {} }
        guard let screen = Screen() else { return .cancelled }
        var form = IntakeForm(request) { try desk.choices(for: $0, of: $1, advice: $2) }
        var advised: IntakeRequest?
        while true {
            let size = screen.size
            screen.draw(FormPage(form: form, canvas: Canvas(size, desk: desk, clock: clock)).frame)
            guard let key = screen.key(within: form.current == advised ? 30_000 : Self.pause) else {
                advised = form.current
                keep(&form, as: id)
                advise(&form)
                continue
            }
            switch form.handle(key, columns: FormPage.textColumns(size)) {
            case .none: break
            case .keep:
                keep(&form, as: id)
                if form.request != advised { advise(&form) }
                advised = form.current
            case .leave:
                guard !form.isEmpty else {
                    drafts.remove(id)
                    return .cancelled
                }
                do {
                    try drafts.keep(form.request, as: id, at: desk.now())
                    return .left
                } catch  where key != .hangup {
                    let problem = Wording.complaint(error).problem
                    form.message = "草稿没有存下：\(problem)。F10 登记，或按两次 Ctrl-X 作废。"
                }
            case .cancel:
                drafts.remove(id)
                return .cancelled
            case .register:
                keep(&form, as: id)
                do {
                    let receipt = try desk.record(form.request)
                    drafts.remove(id)
                    return .registered(receipt, form.request)
                } catch {
                    form.message = Wording.complaint(error).line
                }
            }
        }
    }

    private func keep(_ form: inout IntakeForm, as id: String) {
        let request = form.current
        guard !form.isEmpty else { return }
        do {
            try drafts.keep(request, as: id, at: desk.now())
        } catch {
            form.message = "草稿没有存下：\(Wording.complaint(error).problem)"
        }
    }

    /// A store that cannot be asked takes nothing from what is typed.
    private func advise(_ form: inout IntakeForm) {
        do {
            form.take(try desk.advice(on: form.current))
        } catch {
            if form.message.isEmpty { form.message = Wording.complaint(error).problem }
        }
    }
}
