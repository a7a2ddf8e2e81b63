import Foundation
import Synchronization

extension Fault {
    /// Sixteen processes record at the same time.
    static let crowd = Fault(
        name: "crowd", meaning: "16 processes recording at the same time", rounds: 500
    ) { site, count in
        var tally = Tally()
        let place = try site.place()
        defer { place.remove(after: tally) }
        let before = try place.cases()
        let result = Mutex((tally: Tally(), numbers: [String](), records: 0, trouble: (any Error)?.none))
        let group = DispatchGroup()
        for process in 0..<16 {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                for number in 0..<count {
                    let isImport = number % 10 == 9
                    let serial = process * count + number
                    let words = isImport ? ["import", "-", "--source", "旧系统"] : Work.call(serial)
                    do {
                        let run = try place.run(
                            words, input: isImport ? Array(Work.table(1, from: serial).utf8) : [])
                        result.withLock { result in
                            result.tally.count("commands")
                            result.tally.promise(
                                !run.complaint.contains("locked"), "the database is locked: \(run.complaint)")
                            switch run.status {
                            case 0 where isImport: result.records += 1
                            case 0: result.numbers += run.numbers
                            case 75: result.tally.count("refused with 75")
                            default: result.tally.isBroken("status \(run.status): \(run.complaint)")
                            }
                        }
                    } catch {
                        result.withLock { $0.trouble = error }
                    }
                }
            }
        }
        group.wait()
        try result.withLock { result in
            if let trouble = result.trouble { throw trouble }
            tally = result.tally
            tally.count("numbers printed", result.numbers.count)
            tally.promise(Set(result.numbers).count == result.numbers.count, "a number was given twice")
            let (cases, records) = (try place.cases(), try place.records())
            tally.promise(cases.isSuperset(of: result.numbers), "calls are lost")
            tally.promise(
                records.count == result.records, "\(records.count) of \(result.records) imported records")
            let expected = before.count + result.numbers.count + result.records
            tally.promise(cases.count == expected, "\(cases.count) cases, not \(expected)")
            let refused = tally["refused with 75"]
            tally.promise(refused == 0, "\(refused) were refused")
            if let wrong = try place.verified() { tally.isBroken(wrong) }
        }
        return tally
    }
}
