import Desk

extension Site {
    private static let rounds = 40

    /// What the terminal asks the store for while a call is typed: what should be known of it, and the names of the next
    /// field, the likely ones first. It is asked whenever a field is left.
    func typing() throws -> [Row] {
        let desk = try Callers.desk(stores.ours)
        var samples = Samples()
        for round in 0...Self.rounds {
            let call = Callers.request(round)
            for (place, request) in Self.steps(to: call).enumerated() {
                let field = ListedField.allCases[place % ListedField.allCases.count]
                let took = try timed {
                    let advice = try desk.advice(on: request)
                    _ = try desk.choices(for: field, of: request, advice: advice)
                }.took
                // The first round warms up.
                if round > 0 { samples.add(took.milliseconds) }
            }
        }
        return [
            .less("a field of the form is left", size, "ms", samples),
            .once("a field of the form is left: worst", size, "ms", samples.largest),
        ]
    }

    /// A call as it grows, field by field.
    private static func steps(to call: IntakeRequest) -> [IntakeRequest] {
        let fields: [WritableKeyPath<IntakeRequest, String?>] = [
            \.kind, \.phone, \.name, \.district, \.spot, \.content, \.wants, \.category, \.unit,
        ]
        var request = IntakeRequest()
        return fields.map { field in
            request[keyPath: field] = call[keyPath: field]
            return request
        }
    }
}
