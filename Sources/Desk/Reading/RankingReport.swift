import CaseStore
import Casework

/// Somebody's place in a ranking.
public struct RankedFigures: Sendable {
    /// The place; nil for too few callbacks. Ties share one.
    public let rank: Int?
    /// The figures.
    public let figures: RateFigures
    /// The score and what it is made of.
    public let score: Score
    /// The zone against the month before; nil without callbacks or where the period is no month.
    public let zone: ZoneFinding?
}

/// Units or districts by their scores.
public struct RankingReport: Sendable {
    /// The period.
    public let period: Period
    /// What alone is looked at.
    public let scope: [String]
    /// The places, best first, then those without one.
    public let rows: [RankedFigures]
    /// How scores are made.
    public let policy: MeasuresPolicy
}

extension Desk {
    /// Units, or what else is asked for, by their scores. Scores are made of the rates without the callbacks left out
    /// by 甄别.
    public func ranking(_ request: RatesRequest) throws -> RankingReport {
        let desk = still
        let grouping = try request.by.map { try Choice.grouping($0) } ?? .unit
        let ((period, scope, policy, parts), before) = try store.read { reader in
            let counting = try RateCounting(request, desk: desk, reader: reader)
            let parts = try counting.figures(of: counting.period, by: grouping).parts
            return (counting.period, counting.scope, counting.policy, parts)
        } beside: { reader in
            let counting = try RateCounting(request, desk: desk, reader: reader)
            guard counting.period.kind == .month else { return [RateFigures]() }
            return try counting.rates(of: counting.period.previous, by: grouping)
        }
        let earlier = Dictionary(before.map { ($0.code, $0.adjusted) }) { first, _ in first }
        let scored = parts.map { ($0, $0.score(policy.weights)) }
        let ranking = Ranking(scored) { part, score in
            part.adjusted.calledBack < policy.minimum ? nil : score.mean
        }
        let rows = ranking.rows.map { row in
            RankedFigures(
                rank: row.rank, figures: row.value.0, score: row.value.1,
                zone: period.kind == .month
                    ? policy.zones?.finding(now: row.value.0.adjusted, before: earlier[row.value.0.code])
                    : nil)
        }
        return RankingReport(period: period, scope: scope, rows: rows, policy: policy)
    }
}

extension RateFigures {
    /// The score by configured weights.
    public func score(_ weights: ScoreWeights) -> Score {
        Score(
            adjusted.parts(weights) + [
                Score.Part("按时签收率", work.signingRate, weight: weights.signing),
                Score.Part("按时办结率", work.finishingRate, weight: weights.finishing),
                Score.Part("不退单率", work.keptRate, weight: weights.keeping),
            ])
    }
}
