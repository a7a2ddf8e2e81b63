import CaseStore
import Casework
import City
import Desk
import Foundation
import Reports
import TestSupport
import Testing

struct ConfigurationTests {
    @Test("A later version never changes what old contacts and cases say; new ones get the new wording")
    func namesArePinned() throws {
        let bench = try Workbench()
        let old = try bench.call("噪音", at: "2024-03-19 10:00", to: "东岭区").number.description
        let changed = try bench.cityFolder(changing: "categories.yml", "name: 噪音", to: "name: 噪声污染")
        let applied = try bench.desk.applyConfiguration(changed, expecting: 1, isRehearsal: false)
        #expect(applied.version == 2)
        #expect(
            applied.changes.contains { $0.table == "categories" && $0.code == "zao" && $0.kind == .changed })
        let new = try bench.call("噪声污染", at: "2024-03-19 11:00", direct: "答").number.description
        #expect(try bench.desk.show(old).lead?.category == "噪音")
        #expect(try bench.desk.show(new).lead?.category == "噪声污染")
        let topics = try bench.desk.bulletin("2024-03-19").bulletin.topics
        #expect(
            topics.map(\.count) == [2],
            "one topic, by its code, though it was renamed in the course of the day")
        #expect(topics.map(\.category) == ["噪声污染"])
        var byCategory = ListRequest()
        byCategory.category = "噪声污染"
        #expect(try bench.desk.list(byCategory).lines.count == 2)
    }

    @Test("A case keeps the limits under which it was dispatched; the calendar is always the current one")
    func limitsArePinned() throws {
        let bench = try Workbench()
        let number = try bench.call("噪音", at: "2024-03-19 10:00", to: "东岭区").number.description
        let due = try bench.desk.show(number).deadline
        let limits = try bench.cityFolder(changing: "limits.yml", "amount: 5", to: "amount: 9")
        _ = try bench.desk.applyConfiguration(limits, expecting: nil, isRehearsal: false)
        #expect(try bench.desk.show(number).deadline == due)
        let calendar = try bench.cityFolder(
            changing: "calendar.yml", "\"02-10..02-17\"", to: "\"02-10..02-17\", \"03-21\"")
        _ = try bench.desk.applyConfiguration(calendar, expecting: nil, isRehearsal: false)
        #expect(try bench.desk.show(number).deadline != due)
        #expect(
            try bench.desk.list(ListRequest()).lines.map(\.dueAt) == [
                bench.desk.show(number).deadline?.instant
            ])
        #expect(try bench.desk.verify().findings.isEmpty)
    }

    @Test("Of two who apply at once, the one who expects an older version is refused")
    func expect() throws {
        let bench = try Workbench()
        let one = try bench.cityFolder(changing: "city.yml", "晨报, topics: 2", to: "晨报, topics: 3")
        _ = try bench.desk.applyConfiguration(one, expecting: 1, isRehearsal: false)
        #expect(throws: StoreError.configChanged(expected: 1, actual: 2)) {
            try bench.desk.applyConfiguration(TestCity.yunzhou, expecting: 1, isRehearsal: false)
        }
        #expect(try bench.desk.settings().topicCount == 3)
    }

    @Test("What is in force already makes no version, and a rehearsal changes nothing")
    func nothingNew() throws {
        let bench = try Workbench()
        let same = try bench.desk.applyConfiguration(TestCity.yunzhou, expecting: 1, isRehearsal: false)
        #expect(same.version == 1)
        #expect(same.changes.isEmpty)
        let other = try bench.cityFolder(changing: "city.yml", "晨报, topics: 2", to: "晨报, topics: 3")
        let rehearsed = try bench.desk.applyConfiguration(other, expecting: nil, isRehearsal: true)
        #expect(rehearsed.version == 2)
        #expect(rehearsed.changes.map(\.code) == ["bulletin.topics"])
        #expect(try bench.desk.settings().topicCount == 2)
        #expect(try bench.desk.configuration().version == 1)
    }

    @Test("The city's distance from UTC cannot change once there are cases: recorded days would move")
    func fixedClock() throws {
        let bench = try Workbench()
        let other = try bench.cityFolder(changing: "city.yml", "+07:00", to: "+08:00")
        try bench.call()
        #expect(throws: StoreError.clockFixed) {
            try bench.desk.applyConfiguration(other, expecting: nil, isRehearsal: false)
        }
    }

    @Test("A year without a calendar leaves the deadline open, warns, and never stops a call")
    func missingYear() throws {
        let bench = try Workbench(now: "2026-01-05T09:00:00+07:00")
        let receipt = try bench.call("噪音", to: "东岭区")
        #expect(receipt.notices == [.deadlineOpen(missingYear: 2026)])
        #expect(try bench.desk.show(receipt.number.description).deadline == .open(missingYear: 2026))
        #expect(try bench.desk.list(ListRequest()).lines.map(\.dueAt) == [nil])
        let calendar = try bench.cityFolder(
            changing: "calendar.yml", "years:", to: "years:\n  - {year: 2026}")
        _ = try bench.desk.applyConfiguration(calendar, expecting: nil, isRehearsal: false)
        #expect(try bench.desk.list(ListRequest()).lines.map(\.dueAt) != [nil])
        #expect(try bench.desk.examine().notices.isEmpty)
    }

    @Test("The next year's calendar is asked for from December on")
    func nextYear() throws {
        let november = try Workbench(now: "2025-11-30T09:00:00+07:00")
        #expect(try november.desk.examine().notices.isEmpty)
        let december = try Workbench(now: "2025-12-01T00:00:00+07:00")
        #expect(try december.desk.examine().notices == [.calendarEnds(missingYear: 2026)])
    }
}
