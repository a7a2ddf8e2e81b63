import Synchronization

/// What was read of the configuration, kept for the next questions as long as the same version is in force.
///
/// Only what was found is kept: a name that was not there may be added at any time.
final class ConfigurationCache: Sendable {
    /// A question to the configuration, with the row or the text that it asks for.
    struct Question: Hashable, Sendable {
        enum Subject {
            case settings, clocks, gradeRules, alertRules, channels, codes, channel, kind, category, unit,
                governingUnit,
                area, grade
        }

        let subject: Subject
        var row: Int64 = 0
        var text = ""
    }

    private let state = Mutex<(version: Int, answers: [Question: any Sendable])>((-1, [:]))

    /// Forgets what was read while another version was in force.
    func begin(version: Int) {
        state.withLock { state in
            if state.version != version { state = (version, [:]) }
        }
    }

    /// Forgets all.
    func forget() {
        state.withLock { $0 = (-1, [:]) }
    }

    /// The answer that is kept, or the one that is read now.
    func answer<Answer: Sendable>(_ question: Question, _ read: () throws -> Answer?) rethrows -> Answer? {
        if let kept = state.withLock({ $0.answers[question] }) as? Answer { return kept }
        guard let answer = try read() else { return nil }
        state.withLock { $0.answers[question] = answer }
        return answer
    }
}

extension StoreReader {
    /// Asks for a row of the configuration by its number.
    func configured<Value: Sendable>(
        _ subject: ConfigurationCache.Question.Subject, _ row: Int64, _ sql: String,
        _ read: (Columns) throws -> Value?
    ) throws -> Value? {
        try cache.answer(ConfigurationCache.Question(subject: subject, row: row)) {
            try db.ask(sql, [row]).first(read)
        }
    }

    /// Asks for a row of the configuration by a text.
    func configured<Value: Sendable>(
        _ subject: ConfigurationCache.Question.Subject, _ text: String, _ sql: String,
        _ read: (Columns) throws -> Value?
    ) throws -> Value? {
        try cache.answer(ConfigurationCache.Question(subject: subject, text: text)) {
            try db.ask(sql, text).first(read)
        }
    }

    /// Asks for a part of the configuration that is always there.
    func configured<Value: Sendable>(
        _ subject: ConfigurationCache.Question.Subject, _ read: () throws -> Value
    ) throws -> Value {
        let question = ConfigurationCache.Question(subject: subject)
        guard let value = try cache.answer(question, read) else { throw StoreError.fault("no \(subject)") }
        return value
    }
}
