/// Values by their scores, the highest first. Equal scores share a rank and the next rank is passed over
/// (1, 2, 2, 4); within a rank the order is that of the values as given.
public struct Ranking<Value> {
    /// A value with its rank.
    public struct Row {
        /// 1 for the highest score; nil without a score.
        public let rank: Int?
        /// The value.
        public let value: Value
    }

    /// The values with their ranks; those without a score last.
    public let rows: [Row]

    /// Ranks values by a score, the higher the better; nil for a value that cannot be judged.
    public init<Key: Comparable>(_ values: some Sequence<Value>, by score: (Value) -> Key?) {
        var scored: [(order: Int, value: Value, score: Key)] = []
        var unscored: [Row] = []
        for (order, value) in values.enumerated() {
            if let key = score(value) {
                scored.append((order, value, key))
            } else {
                unscored.append(Row(rank: nil, value: value))
            }
        }
        scored.sort { $0.score == $1.score ? $0.order < $1.order : $0.score > $1.score }
        var rank = 1
        var ranked: [Row] = []
        for (place, row) in scored.enumerated() {
            if place > 0, scored[place - 1].score != row.score { rank = place + 1 }
            ranked.append(Row(rank: rank, value: row.value))
        }
        rows = ranked + unscored
    }
}

extension Ranking: Sendable where Value: Sendable {}
extension Ranking.Row: Sendable where Value: Sendable {}
extension Ranking: Equatable where Value: Equatable {}
extension Ranking.Row: Equatable where Value: Equatable {}
