import Casework

/// Whether people complained less after something was decided.
public struct Effect: Hashable, Sendable {
    /// What can be said.
    public enum Verdict: String, Sendable {
        /// Fewer complaints, and chance does not explain it.
        case fell
        /// More complaints, and chance does not explain it.
        case rose
        /// Chance explains the difference.
        case unclear
        /// Nothing is known yet of the days after, or of those before.
        case tooEarly
    }

    /// Complaints in some days.
    public struct Span: Hashable, Sendable {
        /// How many, at most one a day for each caller.
        public let complaints: Int
        /// In how many days.
        public let days: Int

        /// Complaints in a week, on average.
        public var weekly: Double { days > 0 ? Double(complaints) * 7 / Double(days) : 0 }
    }

    /// Before the day of the decision.
    public let before: Span
    /// After it.
    public let after: Span
    /// How likely so great a difference in that direction is, if complaints came as often after as before.
    public let chance: Double
    /// What can be said.
    public let verdict: Verdict

    /// Of what chance brings about more often than this, nothing is said.
    private static let mostChance = 0.05

    /// Compares the days around a decision; the day itself counts for neither side.
    ///
    /// Given all complaints of both sides, those before are binomial with the share of the days, if nothing changed.
    ///
    /// - Parameters:
    ///   - messages: the complaints; those outside the days are left out.
    ///   - first: the first day looked at.
    ///   - last: the last day looked at.
    public init(of messages: [Message], decided: CivilDay, from first: CivilDay, through last: CivilDay) {
        struct Voice: Hashable {
            let caller: Int64
            let day: CivilDay
        }
        var known: Set<Voice> = []
        let days = messages.filter { message in
            guard let caller = message.caller else { return true }
            return known.insert(Voice(caller: caller, day: message.day)).inserted
        }.map(\.day)
        before = Span(
            complaints: days.count { $0 >= first && $0 < decided },
            days: max(0, decided.number - first.number))
        after = Span(
            complaints: days.count { $0 > decided && $0 <= last }, days: max(0, last.number - decided.number))
        let total = before.complaints + after.complaints
        guard before.days > 0, after.days > 0, total > 0 else {
            (chance, verdict) = (1, .tooEarly)
            return
        }
        let share = Double(before.days) / Double(before.days + after.days)
        let fall = Chance.binomial(atLeast: before.complaints, of: total, share: share)
        let rise = Chance.binomial(atLeast: after.complaints, of: total, share: 1 - share)
        chance = min(fall, rise)
        verdict = chance > Self.mostChance ? .unclear : fall < rise ? .fell : .rose
    }
}
