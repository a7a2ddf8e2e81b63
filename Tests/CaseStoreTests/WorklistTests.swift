import Casework
import Desk
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// Worklists among many open cases. With `YOUSU_OPEN_CASES` the number of cases is another, and the time is printed.
struct WorklistTests {
    /// Fills a store with open cases by plain SQL; their deadlines are scattered.
    private func fill(_ bench: Workbench, cases: Int) throws {
        try bench.desk.store.write { writer in
            try writer.db.execute(
                sql: """
                    CREATE TEMP TABLE made (n INTEGER PRIMARY KEY, number INTEGER, pressing INTEGER, unit INTEGER);
                    INSERT INTO made
                    WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < \(cases))
                    SELECT n, (20240301 + (n - 1) / 500000) * 1000000 + (n - 1) % 500000 + 1,
                        1710000000 + (n * 7919) % 5000000, 1 + n % 5
                    FROM counter;
                    INSERT INTO cases (number) SELECT number FROM made;
                    INSERT INTO contacts (id, case_number, sequence, received_at, channel_id, kind_id, category_id,
                        category_source, spot, address, title, content, wants, urgency, confidential, source,
                        config_version)
                    SELECT n, number, 1, 1709000000, 1, 1, 1, 'given', '', '', '', '编造', '', 'normal', 0, '', 1
                    FROM made;
                    INSERT INTO contact_states (contact_id, since, until, standing, day, received_at, channel_id,
                        kind_id, category_id, category_source, spot, address, disposition, is_excluded)
                    SELECT n, 1709000000, 253402300800, 'counted', 20240301, 1709000000, 1, 1, 1, 'given', '', '',
                        'transferred', 0 FROM made;
                    INSERT INTO case_states (case_number, since, until, stage, entered_at, unit_id, contact_id, day,
                        worklist, priority, pressing_at, due_at, asks_extension, is_supervised, reworks, returns)
                    SELECT number, 1709000000, 253402300800, 'signed', 1709000000, unit, n, 20240301, 'handle', 0,
                        pressing, pressing, 0, 0, 0, 0 FROM made;
                    DROP TABLE made;
                    """)
        }
    }

    @Test("The most urgent come first, whole or of some units, and the count is the whole")
    func order() throws {
        let count = ProcessInfo.processInfo.environment["YOUSU_OPEN_CASES"].flatMap { Int($0) } ?? 2000
        let bench = try Workbench()
        try fill(bench, cases: count)
        try bench.desk.store.read { reader in
            let expected = try Int64.fetchAll(
                reader.db,
                sql: "SELECT pressing_at FROM case_states WHERE unit_id IN (2, 4) ORDER BY 1 LIMIT 50")
            let clock = ContinuousClock()
            var times: [Duration] = []
            for _ in 0..<20 {
                var lines: [CaseLine] = []
                times.append(
                    try clock.measure { lines = try reader.waiting(in: .handle, limit: 50) })
                #expect(lines.count == 50)
                #expect(
                    lines.map { $0.pressingAt?.seconds }
                        == lines.map { $0.pressingAt?.seconds }.sorted { $0 ?? 0 < $1 ?? 0 })
            }
            let ofUnits = try reader.waiting(in: .handle, units: [2, 4], limit: 50)
            #expect(ofUnits.compactMap { $0.pressingAt?.seconds } == expected)
            #expect(try reader.waitingCount(in: .handle, cap: 10_001) == min(count, 10_001))
            #expect(try reader.waitingCount(in: .handle, units: [2], cap: 10_001) == min(count / 5, 10_001))
            guard count > 2000 else { return }
            let worst = times.max() ?? .zero
            print("\(count) open cases: most urgent 50, worst of 20: \(worst)")
            #expect(worst < .milliseconds(30))
        }
    }
}
