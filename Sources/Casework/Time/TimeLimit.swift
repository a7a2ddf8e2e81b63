/// A length of time that a unit is given.
public struct TimeLimit: Hashable, Sendable {
    /// What is counted.
    public enum Measure: String, Sendable, CaseIterable {
        /// Hours by the clock.
        case hour
        /// Calendar days.
        case day
        /// Days on which offices work.
        case workday
    }

    /// The day that is counted as the first.
    public enum Start: String, Sendable, CaseIterable {
        /// The day of dispatch itself.
        case same
        /// The day after.
        case next
    }

    /// How many hours or days; at least 1.
    public let amount: Int
    /// Hours, days or working days.
    public let measure: Measure
    /// Where counting days begins. Hours always run from the moment itself.
    public let start: Start

    /// A limit of so many hours or days.
    public init(amount: Int, measure: Measure, start: Start) {
        self.amount = amount
        self.measure = measure
        self.start = start
    }
}
