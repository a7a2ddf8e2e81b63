import Casework

/// A made-up case: all its contacts and its whole history, as the program itself would have recorded it.
public struct SimulatedCase: Hashable, Sendable {
    /// Its number, by the day and the order of receipt.
    public let number: CaseNumber
    /// Its contacts, by sequence.
    public let contacts: [Contact]
    /// Their callers, in the same order.
    public let callers: [Caller]
    /// Its history, by moment.
    public let events: [Event]
    /// The stage that it has at the end.
    public let stage: Stage
}

extension SimulatedCase {
    /// How each contact was dealt with in the end, by sequence.
    public var dispositions: [Disposition] {
        var settled: [Disposition] = []
        for event in events {
            if event.action == .contact {
                settled.append(event.disposition ?? .undisposed)
            } else if let disposition = event.disposition {
                for index in settled.indices
                where settled[index] == .undisposed && event.sequence ?? index + 1 == index + 1 {
                    settled[index] = disposition
                }
            }
        }
        return settled
    }

    /// Whether it is a call without a request.
    public var isInvalid: Bool { stage == .invalid }
}
