import Casework
import Desk
import TestSupport
import Testing

@testable import CaseStore

struct SpokenTests {
    @Test("What is read of the places alone is what is read of the contacts")
    func places() throws {
        let bench = try Workbench()
        for hour in 10..<16 { try bench.call(at: "2024-03-19 \(hour):00", to: "东岭区") }
        let (from, to) = (CivilDay(number: 0), CivilDay(number: 30_000))
        try bench.desk.store.read { reader in
            let all = try reader.allCategories().keys.sorted()
            for categories in [all, Array(all.prefix(1)), []] {
                for newest in [1, 4, 100] {
                    var places: [[String]] = []
                    try reader.places(
                        from: from, to: to, asOf: nil, categories: categories, newest: newest
                    ) { places.append(["\($0)", $1, $2?.key ?? ""]) }
                    var spoken: [[String]] = []
                    try reader.spoken(from: from, to: to, categories: categories, newest: newest) { contact in
                        let key = contact.spot.isEmpty ? contact.recognised?.key : nil
                        spoken.append(["\(contact.category)", contact.spot, key ?? ""])
                    }
                    #expect(places == spoken)
                    #expect(categories.isEmpty == places.isEmpty || categories.count == 1)
                }
            }
        }
    }
}
