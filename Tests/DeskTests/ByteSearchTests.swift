import CaseStore
import Casework
import Desk
import Foundation
import SplitMix
import TestSupport
import Testing

/// A thousand made-up people are told to the program in every way, and then sought in all its files, byte by byte.
struct ByteSearchTests {
    private struct Person {
        let name: String, phone: String, identity: String

        /// - Parameter letters: of given names, rare ones, so that nothing is found by chance.
        init(_ letters: [Character], _ generator: inout SplitMix64) {
            func digits(_ count: Int) -> String {
                (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            }
            func letter(_ letters: [Character]) -> Character {
                letters[Int.random(in: 0..<letters.count, using: &generator)]
            }
            name = "\(letter(Array("王李张刘陈杨赵黄周吴")))\(letter(letters))\(letter(letters))"
            phone = "1\(Int.random(in: 3...9, using: &generator))\(digits(9))"
            identity = "630101199\(digits(1))0\(Int.random(in: 1...9, using: &generator))1\(digits(5))"
        }

        /// How people say who they are.
        var told: String { "我叫\(name)，电话\(phone)，身份证号\(identity)，夜里施工" }
        var secrets: [String] { [name, phone, identity] }
    }

    /// The files of a bench, its key left out.
    private func files(_ bench: Workbench) throws -> [(name: String, bytes: [UInt8])] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: bench.folder.path)
        return names.filter { $0 != "key" }.compactMap { name in
            (try? Data(contentsOf: bench.folder.appending(path: name))).map { (name, Array($0)) }
        }
    }

    private func expectNone(_ people: [Person], in bench: Workbench, _ when: String) throws {
        let found = try found(people, in: bench)
        #expect(found.isEmpty, "\(when): \(found)")
    }

    /// How much of some people stands in each file.
    private func found(_ people: [Person], in bench: Workbench) throws -> [String: Int] {
        var result: [String: Int] = [:]
        var sought: [UInt64: [[UInt8]]] = [:]
        for secret in people.flatMap(\.secrets) {
            let bytes = Array(secret.utf8)
            sought[bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, default: []].append(bytes)
        }
        // Most windows end as none of them does.
        var endings = [Bool](repeating: false, count: 1 << 16)
        for window in sought.keys { endings[Int(window & 0xFFFF)] = true }
        for (name, bytes) in try files(bench) {
            var window: UInt64 = 0
            for place in bytes.indices {
                window = window << 8 | UInt64(bytes[place])
                guard endings[Int(window & 0xFFFF)], let candidates = sought[window] else { continue }
                let count = candidates.count { bytes[(place - 7)...].starts(with: $0) }
                if count > 0 { result[name, default: 0] += count }
            }
        }
        return result
    }

    @Test
    func `nothing of a thousand people stands in store, log or attachments, also after forget and rotation`()
        throws
    {
        var generator = SplitMix64(seed: 12345)
        let letters = Array("龘犇骉羴毳淼焱垚鑫飝灥馫嚞晶磊森矗骁翀翯翾翮麟黻黼鼐鼒龢龤龠")
        let people = (0..<1000).map { _ in Person(letters, &generator) }
        let bench = try Workbench()
        let reader = try bench.anotherDesk().store
        // Somebody reads all the while, so that the log is never emptied.
        try reader.read { view in
            _ = try view.caseCount()
            let head =
                "external_id,received_at,channel,kind,category,title,content,name,phone,identity,disposition,reply"
            let rows = people.enumerated().map { number, person in
                let who = "\(person.name),\(person.phone),\(person.identity)"
                let texts = [
                    ",夜里施工,\(who),direct,已处理", ",\(person.told),,,,direct,已处理",
                    "\(person.told),夜里施工,,,,direct,已处理",
                    ",夜里施工,,,,direct,\(person.told)", ",\(person.told),\(who),direct,\(person.told)",
                ][number % 5]
                return "人\(number),2024-03-06 10:00,座机,投诉,噪音,\(texts)"
            }
            let result = try bench.importTable(([head] + rows).joined(separator: "\n"))
            #expect(result.contacts == people.count)
            for person in people.prefix(20) {
                var request = AttachRequest(
                    number: try bench.call { $0.name = person.name }.number.description)
                request.files = [("\(person.told).txt", Array(person.told.utf8))]
                _ = try bench.desk.attach(request)
                try bench.act(.urge, request.number) { $0.note = person.told }
            }
            try expectNone(people, in: bench, "when recorded")
            for number in try bench.desk.list(ListRequest()).lines.map(\.number).prefix(40) {
                _ = try bench.desk.forget(number.description, reason: "本人要求")
            }
            try expectNone(people, in: bench, "after forget")
            _ = try bench.desk.rotateKey()
            try expectNone(people, in: bench, "after rotation")
        }
        try bench.call()
        try expectNone(people, in: bench, "with nobody reading")
        // What is there is found.
        try Data("。\(people[7].told)".utf8).write(to: bench.folder.appending(path: "notes"))
        #expect(try found(people, in: bench) == ["notes": 3])
    }
}
