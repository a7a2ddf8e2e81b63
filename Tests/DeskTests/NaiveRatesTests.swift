import Casework
import Desk
import SplitMix
import TestSupport
import Testing

/// Rates of random work, counted a second time from the exported rows in plain Swift.
struct NaiveRatesTests {
    @Test(
        "A rate's numerator and denominator equal a naive count over the export",
        arguments: [11, 12, 13, 14, 15, 16] as [UInt64])
    func randomWork(seed: UInt64) throws {
        let bench = try Workbench(now: "2024-03-22T09:00:00+07:00")
        var work = RandomWork(bench: bench, generator: SplitMix64(seed: seed))
        for _ in 0..<250 { try work.step() }
        let naive = NaiveRates(try bench.exportTable())
        for (from, to) in [
            ("2024-03-18", "2024-03-21"), ("2024-03-19", "2024-03-19"), ("2024-03-20", "2024-03-21"),
        ] {
            var request = RatesRequest()
            request.from = from
            request.to = to
            let total = try bench.desk.rates(request).total
            let hint: Comment = "seed \(seed), \(from) to \(to)"
            for (rates, wanted) in [
                (total.raw, naive.rates(from, to, adjusted: false)),
                (total.adjusted, naive.rates(from, to, adjusted: true)),
            ] {
                #expect(rates.response == Rate(wanted.responded, of: wanted.asked), hint)
                #expect(rates.resolution == Rate(wanted.resolved, of: wanted.asked), hint)
                // 基本满意 weighs half here.
                #expect(
                    rates.satisfaction
                        == Rate(thousandths: wanted.satisfied * 1000 + wanted.fairly * 500, of: wanted.rated),
                    hint)
            }
            let returns = naive.returns(from, to)
            #expect(total.work.returnRate == Rate(returns.returned, of: returns.dispatches), hint)
            #expect(total.requests == naive.requests(from, to), hint)
        }
    }
}

/// Counts exported rows by hand.
private struct NaiveRates {
    private let rows: [[String: String]]

    init(_ table: [[String]]) {
        rows = table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
    }

    private func isWithin(_ moment: String?, _ from: String, _ to: String) -> Bool {
        guard let day = moment?.prefix(10), !day.isEmpty else { return false }
        return from <= day && day <= to
    }

    func requests(_ from: String, _ to: String) -> Int {
        rows.filter { $0["record"] == "contact" && isWithin($0["received_at"], from, to) }.count
    }

    func rates(_ from: String, _ to: String, adjusted: Bool) -> (
        asked: Int, responded: Int, resolved: Int, satisfied: Int, fairly: Int, rated: Int
    ) {
        let counted = Dictionary(
            rows.filter { $0["record"] == "contact" && $0["disposition"] == "transfer" }
                .filter { !["询问", "点赞"].contains($0["kind"]) }.map { ($0["contact"] ?? "", $0) }
        ) { first, _ in first }
        var last: [String: [String: String]] = [:]
        let calls = rows.filter {
            isWithin($0["callback_at"], from, to) && $0["responded"] != "未接通"
                && counted[$0["contact"] ?? ""] != nil
        }
        for call in calls.sorted(by: { ($0["callback_at"] ?? "") < ($1["callback_at"] ?? "") }) {
            last[call["number"] ?? ""] = call
        }
        var excluded: Set<String> = []
        let decisions = rows.filter { ["exclude", "include"].contains($0["action"]) }
        for decision in decisions.sorted(by: { order($0) < order($1) }) {
            if decision["action"] == "exclude" {
                excluded.insert(decision["contact"] ?? "")
            } else {
                excluded.remove(decision["contact"] ?? "")
            }
        }
        let kept = last.values.filter { !adjusted || !excluded.contains($0["contact"] ?? "") }
        func count(_ column: String, _ value: String) -> Int { kept.filter { $0[column] == value }.count }
        return (
            kept.count, count("responded", "yes"), count("resolved", "yes"), count("satisfaction", "满意"),
            count("satisfaction", "基本满意"), kept.count - count("satisfaction", "未评价")
        )
    }

    private func order(_ row: [String: String]) -> String {
        let step = row["step"] ?? ""
        return (row["at"] ?? "") + String(repeating: "0", count: max(0, 6 - step.count)) + step
    }

    func returns(_ from: String, _ to: String) -> (dispatches: Int, returned: Int) {
        var (dispatches, returned) = (0, 0)
        let voided = Set(rows.filter { $0["stage"] == "void" }.map { $0["number"] ?? "" })
        for (number, entries) in Dictionary(grouping: rows, by: { $0["number"] ?? "" })
        where !voided.contains(number) {
            // The dispatch from the city, and what was passed down from it last.
            var sent: (counts: Bool, isReturned: Bool)?
            var passed: (counts: Bool, isReturned: Bool)?
            func count(_ dispatch: (counts: Bool, isReturned: Bool)) -> Bool {
                dispatch.counts && !dispatch.isReturned
            }
            for entry in entries.sorted(by: { order($0) < order($1) }) {
                let isWithin = isWithin(entry["at"], from, to)
                switch entry["action"] {
                case "dispatch", "rule", "review":
                    guard entry["action"] != "review" || entry["verdict"] == "yes" else { continue }
                    (sent, passed) = ((isWithin, false), nil)
                    dispatches += isWithin ? 1 : 0
                case "pass":
                    passed = (isWithin, false)
                    dispatches += isWithin ? 1 : 0
                case "rework": (sent, passed) = ((false, false), nil)
                case "return" where entry["stage"] == "returned":
                    if let dispatch = sent, count(dispatch) { returned += 1 }
                    sent?.isReturned = true
                case "return":
                    if let dispatch = passed, count(dispatch) { returned += 1 }
                    passed = nil
                default: continue
                }
            }
        }
        return (dispatches, returned)
    }
}
