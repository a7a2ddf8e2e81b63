import CSV
import Foundation
import GRDBSQLite
import Trials

extension Fault {
    /// Whether names and numbers of people stand anywhere in what the program leaves behind.
    static let bytes = Fault(
        name: "bytes", meaning: "names and numbers of callers searched for in all files, byte by byte",
        rounds: 1000
    ) { site, count in
        var tally = Tally()
        let place = try site.place()
        defer { place.remove(after: tally) }
        // Somebody reads all the while, so that the log is never emptied.
        let reader = try Reader(place.store)
        defer { reader.close() }
        let people = (0..<count).map { Person($0, seed: site.seed) }
        try Person.tell(people, place, &tally)
        tally.count("people", count)
        try search(place, people, "when recorded", &tally)

        let sealed = try Rows.of(place.store, "SELECT hex(phone) FROM callers WHERE phone <> ''").map {
            $0[0]
        }
        let known = try Rows.of(
            place.store, "SELECT DISTINCT case_number FROM contacts JOIN callers ON contact_id = contacts.id"
        ).map { $0[0] }
        for number in known.prefix(20) {
            let run = try place.run("forget", number, "--reason", "本人要求")
            tally.promise(run.status == 0, "forget ended with \(run.status), \(run.complaint)")
        }
        try search(place, people, "after forget", &tally)
        try place.expect("key", "rotate")
        try search(place, people, "after key rotate", &tally)
        reader.close()
        // The next writes empty the log.
        try place.expect(Work.call(1))
        try search(place, people, "with nobody reading", &tally)
        let files = try ["", "-wal"].map { try File.bytes(place.store + $0) }
        let old = sealed.count { hex in files.contains { Bytes.find(Bytes.of(hex), in: $0) } }
        tally.count("entries sealed with the old key whose bytes are left", old)
        return tally
    }

    private static func search(_ place: Place, _ people: [Person], _ when: String, _ tally: inout Tally)
        throws
    {
        let names = try FileManager.default.subpathsOfDirectory(atPath: place.folder).sorted()
        let refused = people.filter { $0.way == Person.refused }.flatMap { $0.secrets.map(\.1) }
        for name in names where name != "key" && !File.isFolder("\(place.folder)/\(name)") {
            let bytes = try File.bytes("\(place.folder)/\(name)")
            // Everything that could be the beginning of what is sought, once for all.
            let index = Bytes.Index(bytes)
            for person in people {
                for (what, text) in person.secrets where index.holds(Array(text.utf8)) {
                    tally.count("found in \(name), \(when): \(what)")
                    // Who is to mend a row needs it as it was; of others nothing is in it.
                    if name != "rejects.csv" || !refused.contains(where: { $0.contains(text) }) {
                        tally.isBroken("\(when): \(what) \(text) stands in \(name), given in \(person.way)")
                    }
                }
            }
        }
    }
}

/// A made-up person, and where the program is told of them.
private struct Person {
    /// In the order in which they take turns.
    static let ways = [
        "fields of a call", "fields of a table", "content of a call", "title of a call", "reply of a call",
        "note", "content of a table", "title of a table", "reply of a table", "attachment", refused,
    ]

    static let refused = "a row that is refused"

    let number: Int
    let way: String
    let name: String
    let phone: String
    let identity: String

    init(_ number: Int, seed: UInt64) {
        self.number = number
        way = Self.ways[number % Self.ways.count]
        var chance = Chance(seed: seed, round: number)
        // Given names of rare letters, so that nothing is found by chance.
        let letters = Array("龘犇骉羴毳淼焱垚鑫飝灥馫嚞晶磊森矗骁翀翯翾翮麟黻黼鼐鼒龢龤龠")
        name =
            String(chance.pick(Array("王李张刘陈杨赵黄周吴")))
            + String((0..<(number % 3 == 0 ? 1 : 2)).map { _ in chance.pick(letters) })
        func digits(_ count: Int) -> String { (0..<count).map { _ in String(chance.below(10)) }.joined() }
        phone =
            number % 4 == 3
            ? "0971-\(2 + chance.below(7))\(digits(6))" : "1\(3 + chance.below(7))\(digits(9))"
        identity =
            "63010119\(60 + chance.below(40))0\(1 + chance.below(9))1\(chance.below(10))\(digits(3))\(chance.pick(["X", "7"]))"
    }

    /// What must stand nowhere. Of one letter after the surname nothing can be sought in a large file.
    var secrets: [(String, String)] {
        [("name", name), ("phone", phone), ("phone", phone.replacing("-", with: "")), ("identity", identity)]
    }

    /// How people say it.
    var told: String {
        let phone = [
            phone, phone, "\(phone.prefix(3)) \(phone.dropFirst(3).prefix(4)) \(phone.dropFirst(7))",
        ][number % 3]
        return [
            "我叫\(name)，电话\(phone)，身份证号\(identity)，夜里施工扰民", "夜里施工，联系人：\(name)，手机\(phone)，身份证\(identity)",
            "本人\(name)，\(identity)，反映道路积水，请回电\(phone)",
        ][number / 3 % 3]
    }

    /// Tells the program of all of them.
    static func tell(_ people: [Person], _ place: Place, _ tally: inout Tally) throws {
        let headings = [
            "external_id", "received_at", "channel", "kind", "title", "content", "name", "phone", "identity",
            "disposition", "reply", "replied_at",
        ]
        var (good, bad) = (CSVWriter.row(headings), CSVWriter.row(headings))
        for person in people {
            let told = person.told
            let plain = ["call", "--kind", "投诉", "--category", "噪音", "--spot", "柳园1号院"]
            func row(
                _ title: String, _ content: String, _ who: [String], _ reply: String,
                day: String = "2024-03-06"
            ) {
                let line = CSVWriter.row(
                    ["人\(person.number)", "\(day) 10:00", "座机", "投诉", title, content] + who
                        + ["direct", reply, "2024-03-06 11:00"])
                if day == "2024-03-06" { good += line } else { bad += line }
            }
            let nobody = ["", "", ""]
            switch person.way {
            case "fields of a call":
                try place.expect(
                    plain + [
                        "--content", "夜里施工", "--name", person.name, "--phone", person.phone, "--identity",
                        person.identity, "--home", told,
                    ])
            case "fields of a table": row("", "夜里施工", [person.name, person.phone, person.identity], "已处理")
            case "content of a call": try place.expect(plain + ["--content", told])
            case "title of a call": try place.expect(plain + ["--title", told, "--content", "夜里施工"])
            case "reply of a call": try place.expect(plain + ["--content", "夜里施工", "--direct", told])
            case "note":
                let number = try place.expect(plain + ["--content", "夜里施工"]).numbers[0]
                try place.expect("urge", number, "--note", told)
            case "attachment":
                let number = try place.expect(plain + ["--content", "夜里施工"]).numbers[0]
                // Files that people attach lie elsewhere.
                let folder = "\(place.site.folder)/attached"
                try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
                let file = "\(folder)/\(told)"
                try File.write(Array(told.utf8), to: file)
                try place.expect("attach", number, file)
            case "content of a table": row("", told, nobody, "已处理")
            case "title of a table": row(told, "夜里施工", nobody, "已处理")
            case "reply of a table": row("", "夜里施工", nobody, told)
            default: row("", told, [person.name, person.phone, person.identity], "已处理", day: "2024-13-06")
            }
        }
        let words = ["import", "-", "--source", "旧系统", "--rejects", "\(place.folder)/rejects.csv"]
        try place.expect(words, input: Array(good.utf8))
        let refused = try place.run(words, input: Array(bad.utf8))
        tally.promise(
            [0, 65].contains(refused.status), "import ended with \(refused.status), \(refused.complaint)")
    }
}

/// Bytes that are sought in others.
private enum Bytes {
    static func of(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8).map { $0 < 65 ? $0 - 48 : $0 - 55 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    static func find(_ sought: [UInt8], in bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(sought)) != nil
    }

    /// A file, with all the places at which four bytes stand.
    struct Index {
        private let bytes: [UInt8]
        private var there: Set<UInt32> = []

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            guard bytes.count > 3 else { return }
            for place in 0..<bytes.count - 3 { there.insert(Self.word(bytes, place)) }
        }

        private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[place + $1]) }
        }

        func holds(_ sought: [UInt8]) -> Bool {
            let isPossible = (0..<sought.count - 3).allSatisfy { there.contains(Self.word(sought, $0)) }
            return isPossible && find(sought, in: bytes)
        }
    }
}

/// Somebody who reads the store and does not end.
private final class Reader {
    private var connection: OpaquePointer?

    init(_ path: String) throws {
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
            sqlite3_exec(connection, "BEGIN; SELECT count(*) FROM cases", nil, nil, nil) == SQLITE_OK
        else { throw Trouble("\(path) cannot be read.") }
    }

    func close() {
        sqlite3_close(connection)
        connection = nil
    }
}
