import CaseStore
import Casework
import Console
import Desk

/// The worklists while somebody works through them, key by key. It knows nothing of terminals.
struct QueueScreen {
    /// What is shown: the lists, a case, or a question about what is to be done to it.
    enum View {
        case lists
        case page(CaseView, scrolled: Int)
        case asking(CaseView, ActionPrompt)
    }

    /// What is wanted after a key.
    enum Wish: Equatable {
        case none, reload, open(CaseNumber), act(ActionPrompt), leave
    }

    private(set) var queues: Queues
    private(set) var view = View.lists
    /// The case that is marked.
    private(set) var marked: CaseNumber?
    /// What was done or wrong last, or empty.
    var message = ""

    /// - Parameter queues: as they are now.
    init(_ queues: Queues) {
        self.queues = queues
        marked = cases.first
    }

    /// All cases in the order of the lists; one that is in two lists is there twice.
    var cases: [CaseNumber] { queues.lists.flatMap { $0.lines.map(\.number) } }

    /// Those that have a red signal.
    private static func red(_ queues: Queues) -> Set<CaseNumber> {
        Set(
            queues.lists.flatMap { queue in
                zip(queue.lines, queue.signals).filter { $1 == .red }.map(\.0.number)
            })
    }

    /// Takes the lists as they are now. Returns the cases that turned red meanwhile.
    mutating func take(_ queues: Queues) -> Set<CaseNumber> {
        let turned = Self.red(queues).subtracting(Self.red(self.queues))
        let place = marked.flatMap { cases.firstIndex(of: $0) } ?? 0
        self.queues = queues
        let now = cases
        if marked.map({ !now.contains($0) }) ?? true {
            // What was dealt with leaves its place to the next.
            marked = now.isEmpty ? nil : now[min(place, now.count - 1)]
        }
        if !turned.isEmpty {
            message = "变红：\(turned.sorted().prefix(5).map(\.description).joined(separator: "、"))"
        }
        return turned
    }

    /// Shows a case.
    mutating func show(_ view: CaseView) {
        self.view = .page(view, scrolled: 0)
    }

    /// Shows a question about what is to be done to the case that is shown.
    mutating func ask(_ prompt: ActionPrompt) {
        if let view = shownCase { self.view = .asking(view, prompt) }
    }

    /// Shows the lists again.
    mutating func close() {
        view = .lists
    }

    /// The case that is shown.
    var shownCase: CaseView? {
        switch view {
        case .lists: nil
        case .page(let view, _), .asking(let view, _): view
        }
    }

    /// What can be done on the screen to a case, each with its key. Corrections need more than a line.
    static func actions(_ view: CaseView) -> [(key: Character, action: Action)] {
        let actions = view.possible.filter { ![.contact, .amend, .void, .split, .attach].contains($0) }
        return Array(zip("123456789abcdefghijklmno", actions))
    }

    /// Letters typed at once come as one text; but for an answer each of them is a key of its own.
    func parts(of key: Key) -> [Key] {
        if case .asking = view { return [key] }
        guard case .text(let text) = key else { return [key] }
        return text.map { .text(String($0)) }
    }

    /// Does what a key asks for.
    ///
    /// - Parameters:
    ///   - rows: that are shown of a list or a page.
    ///   - depth: so many rows at most stand above those that are shown of a page.
    mutating func handle(_ key: Key, rows: Int, depth: Int) -> Wish {
        if key == .hangup { return .leave }
        message = ""
        switch view {
        case .lists: return list(key, rows: rows)
        case .page(let view, let scrolled): return page(key, view, scrolled, rows: rows, depth: depth)
        case .asking(let view, var prompt):
            switch prompt.handle(key) {
            case .none: self.view = .asking(view, prompt)
            case .back: self.view = .page(view, scrolled: 0)
            case .answered:
                self.view = .asking(view, prompt)
                return .act(prompt)
            }
            return .none
        }
    }

    private mutating func list(_ key: Key, rows: Int) -> Wish {
        switch key {
        case .up: mark(-1)
        case .down: mark(1)
        case .pageUp: mark(-rows)
        case .pageDown: mark(rows)
        case .home: marked = cases.first
        case .end: marked = cases.last
        case .enter, .right: return marked.map { .open($0) } ?? .none
        case .text("r"), .resize: return .reload
        case .escape, .text("q"), .control("c"), .control("d"): return .leave
        default: break
        }
        return .none
    }

    private mutating func mark(_ step: Int) {
        let all = cases
        guard let last = all.indices.last else { return }
        let place = marked.flatMap { all.firstIndex(of: $0) } ?? 0
        marked = all[max(0, min(last, place + step))]
    }

    private mutating func page(
        _ key: Key, _ view: CaseView, _ scrolled: Int, rows: Int, depth: Int
    ) -> Wish {
        func scroll(_ step: Int) {
            self.view = .page(view, scrolled: max(0, min(depth, scrolled + step)))
        }
        switch key {
        case .up: scroll(-1)
        case .down, .enter: scroll(1)
        case .pageUp: scroll(-rows)
        case .pageDown, .text(" "): scroll(rows)
        case .control("c"): return .leave
        case .escape, .left, .text("q"), .control("d"):
            close()
            return .reload
        case .text(let text):
            guard let action = Self.actions(view).first(where: { String($0.key) == text })?.action else {
                break
            }
            let request = HandlingRequest(action, numbers: [view.file.number.description])
            return .act(ActionPrompt(request))
        default: break
        }
        return .none
    }
}

/// Questions about one action, asked one after the other.
struct ActionPrompt: Equatable {
    /// What became of a key.
    enum Step {
        case none, back, answered
    }

    private(set) var request: HandlingRequest
    /// Optional questions that were left open.
    private(set) var skipped: Set<ActionField> = []
    private(set) var question: ActionQuestion?
    private(set) var text = TextField()
    private(set) var picker: Picker?
    /// Whether something was written in answer to a question before.
    private var hasWritten = false
    /// Whether leaving was asked for while something was typed that would be lost.
    private var isLeaving = false
    /// What was wrong with the last answer, or empty.
    var message = ""

    init(_ request: HandlingRequest) {
        self.request = request
    }

    /// Asks the next question.
    mutating func ask(_ question: ActionQuestion) {
        self.question = question
        text = TextField(hasLines: question.field == .reply || question.field == .note)
        picker = question.choices.map { choices in
            Picker(
                choices.map { Picker.Choice(value: $0.code, label: $0.name, hint: $0.why, keys: $0.keys) },
                marksFirst: choices.first?.why.isEmpty == false)
        }
    }

    mutating func handle(_ key: Key) -> Step {
        message = ""
        let isSure = isLeaving
        isLeaving = false
        switch key {
        case .escape, .control("c"):
            guard !isSure, hasWritten || !text.text.allSatisfy(\.isWhitespace) else { return .back }
            isLeaving = true
            message = "再按一次就不办了，写的不留。"
            return .none
        case .enter, .tab: return answer()
        default:
            if picker != nil { _ = picker?.handle(key) } else { _ = text.handle(key) }
            return .none
        }
    }

    private mutating func answer() -> Step {
        guard let question else { return .answered }
        let answer = picker == nil ? text.text : picker?.choice?.value ?? ""
        guard !answer.allSatisfy(\.isWhitespace) else {
            guard question.isOptional else {
                message = picker == nil ? "要写。" : "选一个：打字查找，或用方向键。"
                return .none
            }
            skipped.insert(question.field)
            return .answered
        }
        request.take(answer, for: question.field)
        if picker == nil { hasWritten = true }
        return .answered
    }
}
