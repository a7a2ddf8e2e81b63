import Casework
import Desk
import TestSupport
import Testing

@testable import CaseStore

struct SpokenTests {
    @Test("What is read of where contacts are is what is read of them whole", arguments: [1, 4, 100])
    func sighted(newest: Int) throws {
        let bench = try Workbench()
        for hour in 10..<16 { try bench.call(at: "2024-03-19 \(hour):00", to: "东岭区") }
        let (from, to) = (CivilDay(number: 0), CivilDay(number: 30_000))
        try bench.desk.store.read { reader in
            let all = try reader.allCategories().keys.sorted()
            for categories in [all, Array(all.prefix(1)), []] {
                for parts in [[], [.callers], [.callers, .texts]] as [SightedParts] {
                    var sighted: [[String]] = []
                    try reader.sighted(
                        from: from, to: to, asOf: nil, categories: categories, newest: newest, with: parts
                    ) {
                        let caller = $0.caller.map { "\($0)" } ?? ""
                        sighted.append(["\($0.category)", $0.spot, $0.recognised?.key ?? "", caller, $0.text])
                    }
                    var spoken: [[String]] = []
                    try reader.spoken(from: from, to: to, categories: categories, newest: newest) {
                        let key = $0.spot.isEmpty ? $0.recognised?.key : nil
                        let caller = parts.contains(.callers) ? $0.caller.map { "\($0)" } : nil
                        let text = parts.contains(.texts) ? Contact.said($0.title, $0.content) : ""
                        spoken.append(["\($0.category)", $0.spot, key ?? "", caller ?? "", text])
                    }
                    #expect(sighted.count == spoken.count)
                    if newest == 100 { #expect(Set(sighted) == Set(spoken)) }
                    #expect(categories.isEmpty == sighted.isEmpty || categories.count == 1)
                }
            }
        }
    }

    @Test("Of the candidates up to a day the newest are read, whatever came later")
    func boundedCandidates() throws {
        let bench = try Workbench()
        for day in 15..<20 { try bench.call(at: "2024-03-\(day) 10:00", content: "样例花园停水") }
        try bench.desk.store.read { reader in
            for (last, days) in [("2024-03-17", [16, 17]), ("2024-03-14", []), ("2024-03-25", [18, 19])] {
                var found: [String] = []
                try reader.candidates(
                    place: "样例花园", phone: nil, since: CivilDay(number: 0), through: CivilDay(last), limit: 2
                ) { found.append($0.day.description) }
                #expect(found == days.map { "2024-03-\($0)" })
            }
        }
    }
}
