import CaseStore
import Casework
import Desk
import Reports

extension JSONShapes {
    static func rates(_ report: RatesReport, clock: CityClock) -> JSON {
        var values = figures(report.total)
        values["schema"] = schema
        values["from"] = .string(report.period.first.description)
        values["to"] = .string(report.period.last.description)
        values["groups"] = .array(report.parts.map { .object(named($0)) })
        values["exclusions"] = .array(
            report.exclusions.map {
                .object([
                    "number": .string($0.number.description), "at": .string(clock.iso($0.at)),
                    "by": .string($0.staff), "reason": .string($0.reason),
                ])
            })
        for comparison in Comparison.allCases {
            guard let rates = report.compared[comparison] else { continue }
            let base = report.period.base(of: comparison)
            var compared = three(rates)
            compared["from"] = .string(base.first.description)
            compared["to"] = .string(base.last.description)
            compared["requests"] = .int(report.comparedRequests[comparison] ?? 0)
            values[comparison.rawValue] = .object(compared)
        }
        return .object(values)
    }

    static func ranking(_ report: RankingReport) -> JSON {
        .object([
            "schema": schema, "from": .string(report.period.first.description),
            "to": .string(report.period.last.description),
            "ranking": .array(
                report.rows.map { row in
                    var values = named(row.figures)
                    values["rank"] = row.rank.map { .int($0) } ?? .null
                    values["score"] = row.score.mean.map { .double($0.value) } ?? .null
                    values["scoreText"] = .string(row.score.text)
                    values["parts"] = .array(
                        row.score.counted.map { part in
                            .object([
                                "name": .string(part.name), "weight": .int(part.weight),
                                "rate": rate(part.rate),
                            ])
                        })
                    values["leftOut"] = .array(row.score.leftOut.map { .string($0.name) })
                    values["zone"] = .optional(row.zone?.zone?.rawValue)
                    values["fell"] = .bool(row.zone?.fell ?? false)
                    return .object(values)
                }),
        ])
    }

    private static func named(_ figures: RateFigures) -> [String: JSON] {
        var values = self.figures(figures)
        values["code"] = .string(figures.code)
        values["name"] = .string(figures.name)
        values["perTenThousand"] = figures.requestsPerTenThousand.map { .double(Double($0) / 100) } ?? .null
        return values
    }

    private static func figures(_ figures: RateFigures) -> [String: JSON] {
        let work = figures.work
        var values = three(figures.raw)
        values["adjusted"] = .object(three(figures.adjusted))
        values["returned"] = rate(work.returnRate)
        values["signedOnTime"] = rate(work.signingRate)
        values["finishedOnTime"] = rate(work.finishingRate)
        values["struckOff"] = rate(work.strikeRate)
        values["handled"] = .int(work.timed)
        values["meanHandlingHours"] = work.meanHundredths.map { .double(Double($0) / 100) } ?? .null
        values["requests"] = .int(figures.requests)
        return values
    }

    static func three(_ rates: ThreeRates) -> [String: JSON] {
        [
            "calledBack": .int(rates.calledBack), "response": rate(rates.response),
            "resolution": rate(rates.resolution), "satisfaction": rate(rates.satisfaction),
        ]
    }

    static func rate(_ rate: Rate) -> JSON {
        .object([
            "numerator": rate.thousandths % 1000 == 0
                ? .int(rate.thousandths / 1000) : .double(Double(rate.thousandths) / 1000),
            "denominator": .int(rate.denominator),
            "value": rate.value.map { .double($0) } ?? .null, "text": .string(rate.text),
        ])
    }
}
