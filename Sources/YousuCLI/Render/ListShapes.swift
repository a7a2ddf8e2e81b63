import CaseStore
import Casework
import Desk
import Reports

extension JSONShapes {
    static func list(_ list: CaseList, clock: CityClock) -> JSON {
        .object([
            "schema": schema, "total": total(list.total),
            "cases": .array(
                zip(list.lines, list.signals).map { .object(line($0, signal: $1, clock: clock)) }),
        ])
    }

    static func found(_ found: FoundCases, clock: CityClock) -> JSON {
        let cases = zip(found.hits, found.signals).map { hit, signal -> JSON in
            var values = line(hit.line, signal: signal, clock: clock)
            values["snippet"] = .string(hit.snippet.text)
            return .object(values)
        }
        return .object(["schema": schema, "total": total(found.total), "cases": .array(cases)])
    }

    static func queues(_ queues: Queues, clock: CityClock) -> JSON {
        let cases = queues.lists.flatMap { queue in
            queue.lines.indices.map { index -> JSON in
                var values = line(queue.lines[index], signal: queue.signals[index], clock: clock)
                values["queue"] = .string(queue.name.rawValue)
                values["supervision"] = .array(queue.supervision[index].map { .string(Terms.words($0)) })
                return .object(values)
            }
        }
        let totals = queues.lists.map { ($0.name.rawValue, total($0.total)) }
        return .object([
            "schema": schema, "cases": .array(cases),
            "totals": .object(Dictionary(totals) { first, _ in first }),
        ])
    }

    private static func total(_ total: CaseList.Total) -> JSON {
        switch total {
        case .exactly(let count): .int(count)
        case .moreThan(let count): .string("\(count)+")
        }
    }

    private static func line(_ line: CaseLine, signal: Signal?, clock: CityClock) -> [String: JSON] {
        let areas = line.area.split(separator: "/").map(String.init)
        return [
            "number": .string(line.number.description), "receivedAt": .string(clock.iso(line.receivedAt)),
            "channel": .string(line.channel), "kind": .string(line.kind), "category": .string(line.category),
            "categorySource": .string(line.categorySource.rawValue), "district": .string(areas.first ?? ""),
            "street": .string(areas.count > 1 ? areas[1] : ""), "spot": .string(line.spot),
            "title": .string(line.title), "stage": .string(line.stage.rawValue), "unit": .string(line.unit),
            "dueAt": .optional(line.dueAt.map(clock.iso)),
            "nextDueAt": .optional(line.pressingAt.map(clock.iso)), "signal": .optional(signal?.rawValue),
            "externalId": .optional(line.externalID),
        ]
    }
}
