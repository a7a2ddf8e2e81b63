import CaseStore
import Casework
import Console
import Desk

/// An intake while it is taken down, key by key. It knows nothing of terminals and stores: names come from where it is told.
struct IntakeForm {
    /// What the form asks for after a key.
    enum Wish: Equatable {
        /// Nothing but to be drawn.
        case none
        /// A field was left: what is there is to be kept.
        case keep
        /// To be registered.
        case register
        /// To be left, and taken up again later.
        case leave
        /// To be thrown away.
        case cancel
    }

    typealias Names = (ListedField, IntakeRequest, Advice) throws -> [NamedChoice]

    /// What is taken down so far. What stands in the focused field is not in it yet.
    private(set) var request: IntakeRequest
    private(set) var disposition: FormDisposition?
    /// The field that is being filled in.
    private(set) var field = FormField.kind
    /// The editor of the focused field: either of the two.
    private(set) var text = TextField()
    private(set) var picker: Picker?
    /// What the operator should know.
    private(set) var advice = Advice()
    /// What was wrong with the last key, or empty.
    var message = ""

    let names: Names
    /// The names of what was picked, by its field.
    private var labels: [FormField: String] = [:]
    private var wantsToCancel = false
    /// Whether the district named has streets, and the street communities.
    private var hasStreets = false, hasCommunities = false

    /// - Parameter names: tells the names that can be picked.
    init(_ request: IntakeRequest, names: @escaping Names) {
        self.request = request
        self.names = names
        disposition = request.reply != nil ? .direct : request.unit != nil ? .transfer : nil
        for field in FormField.allCases {
            guard let list = field.list, let path = field.path, let code = request[keyPath: path] else {
                continue
            }
            labels[field] = (try? names(list, request, advice))?.first { $0.code == code }?.name ?? code
        }
        lookBelow()
        // What was left is taken up at the first field that is empty and must not be.
        field = fields.first { $0.isRequired && value(of: $0).isEmpty } ?? .disposition
        focus(field)
    }

    /// The fields in their order.
    var fields: [FormField] {
        FormField.allCases.filter { field in
            switch field {
            case .channel: request.isMessage
            case .street: hasStreets
            case .community: hasCommunities
            case .reply: disposition == .direct
            case .unit: disposition == .transfer
            default: true
            }
        }
    }

    private mutating func lookBelow() {
        func isListed(_ field: ListedField) -> Bool {
            (try? names(field, request, advice))?.isEmpty == false
        }
        hasStreets = request.district != nil && isListed(.street)
        hasCommunities = request.district != nil && isListed(.community)
    }

    /// What a field holds, for people.
    func value(of field: FormField) -> String {
        switch field {
        case .confidential: return request.confidential ? "是" : "否"
        case .disposition: return disposition?.name ?? ""
        default: return labels[field] ?? field.path.flatMap { request[keyPath: $0] } ?? ""
        }
    }

    /// Whether nothing was entered yet.
    var isEmpty: Bool { request.isBlank && text.text.isEmpty }

    /// Does what a key asks for.
    ///
    /// - Parameter columns: the width in which long texts are written.
    mutating func handle(_ key: Key, columns: Int) -> Wish {
        let wantedToCancel = wantsToCancel
        (message, wantsToCancel) = ("", false)
        switch key {
        case .enter, .tab: return forward()
        case .backTab: return back()
        case .function(2): return cite()
        case .function(10), .control("s"): return commit() ? finish() : .none
        case .escape, .control("c"), .control("d"), .hangup:
            _ = commit(isLeaving: true)
            return .leave
        case .control("x"):
            if wantedToCancel || isEmpty { return .cancel }
            wantsToCancel = true
            message = "再按一次 Ctrl-X 就作废这件，不留草稿。"
        case .up where picker.map { ($0.marked ?? 0) == 0 } ?? false: return back()
        case .up where picker == nil: if !text.moveRow(-1, columns: columns) { return back() }
        case .down where picker == nil: if !text.moveRow(1, columns: columns) { return forward() }
        default:
            if picker != nil { _ = picker?.handle(key) } else { _ = text.handle(key) }
        }
        return .none
    }

    /// Takes what the operator should know. A list in which nobody moved or typed yet is ordered by it.
    mutating func take(_ advice: Advice) {
        guard advice != self.advice else { return }
        self.advice = advice
        guard let picker, picker.query.text.isEmpty, value(of: field).isEmpty else { return }
        focus(field)
    }

    /// What would be in the intake if the focused field were left now.
    var current: IntakeRequest {
        var form = self
        _ = form.commit(isLeaving: true)
        return form.request
    }

    /// The article that answers next: the best one, after it the other.
    var nextArticle: Article? {
        let place = advice.articles.firstIndex { "\($0.id)" == request.knowledge }
        return place.map { advice.articles[($0 + 1) % advice.articles.count] } ?? advice.articles.first
    }

    /// Takes an article's answer for the reply, which then cites it.
    private mutating func cite() -> Wish {
        guard field == .reply || field == .disposition else {
            message = "到“处置”或“答复”时再按 F2，用知识库的答复。"
            return .none
        }
        guard let article = nextArticle else {
            message = "知识库里没有相合的。"
            return .none
        }
        disposition = .direct
        (request.unit, labels[.unit]) = (nil, nil)
        (request.reply, request.knowledge) = (article.answer, "\(article.id)")
        focus(.reply)
        return .keep
    }

    private mutating func forward() -> Wish {
        guard commit() else { return .none }
        guard let place = fields.firstIndex(of: field), place + 1 < fields.count else { return finish() }
        focus(fields[place + 1])
        return .keep
    }

    private mutating func back() -> Wish {
        _ = commit(isLeaving: true)
        guard let place = fields.firstIndex(of: field), place > 0 else { return .none }
        focus(fields[place - 1])
        return .keep
    }

    /// To be registered, where nothing is missing.
    private mutating func finish() -> Wish {
        guard let missing = fields.first(where: { $0.isRequired && value(of: $0).isEmpty }) else {
            return .register
        }
        focus(missing)
        message = "“\(missing.title)”还没有填。"
        return .keep
    }

    private mutating func focus(_ field: FormField) {
        self.field = field
        picker = list(of: field)
        text = TextField(
            picker == nil ? value(of: field) : "", limit: field.limit, hasLines: field.hasLines)
    }

    /// Takes over what stands in the focused field. Whether it may be left like that.
    private mutating func commit(isLeaving: Bool = false) -> Bool {
        if picker != nil { return commitChoice() || isLeaving }
        guard let path = field.path else { return true }
        let typed = text.text
        if field == .phone, !isLeaving, !typed.isEmpty, Phone.normalized(typed) == nil {
            message = "“\(typed)”不是电话号码：改正，或清空后继续。"
            return false
        }
        guard !field.isRequired || !typed.allSatisfy(\.isWhitespace) else {
            if isLeaving { request[keyPath: path] = nil }
            if request.reply == nil { request.knowledge = nil }
            message = isLeaving ? "" : "“\(field.title)”要写。"
            return isLeaving
        }
        request[keyPath: path] = typed.isEmpty ? nil : typed
        if request.reply == nil { request.knowledge = nil }
        return true
    }

    private mutating func commitChoice() -> Bool {
        guard let choice = picker?.choice else {
            let query = picker?.query.text ?? ""
            message = query.isEmpty ? "用方向键选一个，或打字查找。" : "没有“\(query)”：改几个字，或清空后用方向键选。"
            return false
        }
        switch field {
        case .confidential: request.confidential = choice.value == "true"
        case .disposition:
            disposition = FormDisposition(rawValue: choice.value)
            if disposition != .direct { (request.reply, request.knowledge) = (nil, nil) }
            if disposition != .transfer { (request.unit, labels[.unit]) = (nil, nil) }
        default: take(choice)
        }
        return true
    }

    private mutating func take(_ choice: Picker.Choice) {
        guard let path = field.path else { return }
        let value = choice.value.isEmpty ? nil : choice.value
        guard request[keyPath: path] != value else { return }
        request[keyPath: path] = value
        labels[field] = value == nil ? nil : choice.label
        // What lies below another area is no longer known.
        let below: [FormField] =
            field == .district ? [.street, .community] : field == .street ? [.community] : []
        for field in below {
            labels[field] = nil
            if let path = field.path { request[keyPath: path] = nil }
        }
        if !below.isEmpty { lookBelow() }
    }
}
