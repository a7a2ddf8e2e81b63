import CaseStore
import Casework
import Desk
import Foundation
import Glibc
import Sealing

/// Where the rows of one size are measured.
struct Site {
    let program: String
    let stores: Stores
    /// A store without cases.
    let empty: String
    let imports: [ImportPart]
    let work: String
    let outside: Outside?

    /// What is measured together.
    struct Part {
        let name: String
        let measure: () throws -> [Row]
    }

    var size: Int { stores.plan.size }

    /// All parts. What writes the same to both copies comes first.
    func parts() throws -> [Part] {
        [
            Part(name: "making", measure: making), Part(name: "intake in process", measure: intake),
            Part(name: "typing", measure: typing), Part(name: "import", measure: importing),
            Part(name: "calls", measure: calls), Part(name: "16 processes", measure: crowd),
        ] + (try reading()) + [Part(name: "room", measure: room)]
    }

    /// A command of the program on a store.
    func command(_ store: String, _ words: [String]) -> [String] {
        [program, "--db", store, "--as", Callers.staff] + words
    }
}

/// Made-up calls, each a little different.
enum Callers {
    static let staff = "测量"

    /// A call with a caller that goes to a unit at once.
    static func request(_ number: Int) -> IntakeRequest {
        var request = IntakeRequest()
        request.kind = "投诉"
        request.category = "电梯"
        request.district = "城东区"
        let spot = Self.spot(number)
        request.spot = spot
        request.content = """
            \(spot)的电梯昨天下午停运，老人和孩子上下楼很不方便，物业说正在等配件，两天没有答复，\
            希望有关单位催促物业尽快修好并说明什么时候能用，第\(number)次反映。
            """
        request.phone = "138\(String(number % 100_000_000 + 100_000_000).dropFirst())"
        request.unit = "城东区"
        return request
    }

    /// One of 990 places. Numbers behind one name would be buildings of one place.
    private static func spot(_ number: Int) -> String {
        let first = Array("金银春秋晨晚东西南北天地山水云月星雨雪风竹梅兰菊松柏桃杏荷莲")
        let second = Array("华苑景泰康宁和顺福禄祥瑞安乐嘉丽秀雅清明光辉阳泉溪湖海江林园桥岭谷")
        return "\(first[number % first.count])\(second[number / first.count % second.count])小区"
    }

    /// The same on the command line.
    static func words(_ number: Int) -> [String] {
        let request = request(number)
        let options = [
            ("kind", request.kind), ("category", request.category), ("district", request.district),
            ("spot", request.spot), ("content", request.content), ("phone", request.phone),
            ("to", request.unit),
        ]
        return ["call"] + options.flatMap { ["--\($0.0)", $0.1 ?? ""] }
    }

    /// A desk as the program has it.
    static func desk(_ path: String) throws -> Desk {
        Desk(
            store: try Store(
                path: path, program: "bench",
                keys: ProcessInfo.processInfo.environment["YOUSU_KEY"].map { KeyFile(path: $0) }),
            actor: Actor(staff: staff),
            now: { Instant(seconds: Int64(time(nil))) })
    }
}
