import Console
import Desk

extension IntakeForm {
    /// The list of a field, with what it holds marked; nil where it is typed.
    func list(of field: FormField) -> Picker? {
        choices(of: field).map { choices in
            let value = field.path.flatMap { request[keyPath: $0] } ?? ownValue(of: field)
            let marksFirst = !field.isRequired || choices.first?.hint.isEmpty == false || choices.count == 1
            return Picker(choices, value: value, marksFirst: marksFirst)
        }
    }

    private func ownValue(of field: FormField) -> String? {
        switch field {
        case .confidential: String(request.confidential)
        case .disposition: disposition?.rawValue
        default: nil
        }
    }

    /// The choices of a field; nil where it is typed.
    private func choices(of field: FormField) -> [Picker.Choice]? {
        switch field {
        case .confidential:
            return [
                Picker.Choice(value: "false", label: "否", keys: ["f", "fou", "n"]),
                Picker.Choice(value: "true", label: "是", keys: ["s", "shi", "y"]),
            ]
        case .disposition: return dispositions
        default: break
        }
        guard let list = field.list else { return nil }
        let named = ((try? names(list, request, advice)) ?? []).map {
            Picker.Choice(value: $0.code, label: $0.name, hint: $0.why, keys: $0.keys)
        }
        // Where nothing is likely, it is left open with one key.
        guard field.isOptionalList else { return named }
        let open = Picker.Choice(value: "", label: "不清楚", keys: ["bqc", "buqingchu"])
        return named.first?.hint.isEmpty == false ? named + [open] : [open] + named
    }

    /// What the rules send to a unit is likely transferred; a question is likely answered.
    private var dispositions: [Picker.Choice] {
        let answers = value(of: .kind) == "咨询" || advice.rule == nil
        let order: [FormDisposition] =
            answers ? [.direct, .transfer, .later] : [.transfer, .direct, .later]
        return order.map { Picker.Choice(value: $0.rawValue, label: $0.name, keys: $0.keys) }
    }
}
