/// Things that people do with the program.
enum Work {
    /// A call with a caller that goes to a unit at once.
    static func call(_ number: Int) -> [String] {
        [
            "call", "--kind", "投诉", "--category", "噪音", "--district", "东岭区", "--spot", "柳园\(number)号院",
            "--content", "第\(number)次反映夜里施工，我叫李四，电话1391234\(number % 9000 + 1000)",
            "--name", "王小\(number % 7)", "--phone", "1381234\(number % 9000 + 1000)", "--to", "东岭区政府",
        ]
    }

    private static let headings = [
        "external_id", "received_at", "channel", "kind", "category", "district", "spot", "content", "name",
        "phone",
        "disposition", "unit", "reply", "replied_at", "callback_at", "responded", "resolved", "satisfaction",
    ]

    /// A table of another system's records.
    static func table(_ count: Int, from first: Int = 1) -> String {
        let rows = (first..<first + count).map { number in
            let isDirect = number % 3 == 0
            let day = "2024-03-\(String(number % 20 + 110).dropFirst())"
            return [
                "旧\(number)", "\(day) 09:\(String(number % 60 + 100).dropFirst())", "座机", "投诉",
                ["噪音", "道路", "停水"][number % 3], ["东岭区", "西浦区"][number % 2], "柳园\(number % 9)号院",
                "旧系统第\(number)条，夜里施工扰民，本人赵六，电话1371234\(number % 9000 + 1000)", "孙小\(number % 9)",
                "1361234\(number % 9000 + 1000)", isDirect ? "direct" : "transfer", isDirect ? "" : "东岭区政府",
                number % 2 == 0 || isDirect ? "已处理" : "", number % 2 == 0 ? "\(day) 15:00" : "",
                number % 4 == 0 ? "\(day) 16:00" : "", number % 4 == 0 ? "yes" : "",
                number % 4 == 0 ? "yes" : "", number % 4 == 0 ? "满意" : "",
            ].joined(separator: ",")
        }
        return ([headings.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    /// A city's configuration with one more spot of trouble in it, so that it is another version.
    static func changedCity(_ site: Site, in place: Place) throws -> String {
        let folder = "\(place.folder)/city"
        try File.copyFolder(site.city, to: folder)
        let path = "\(folder)/categories.yml"
        let text = String(decoding: try File.bytes(path), as: UTF8.self)
        try File.write(
            Array((text + "  - {code: guang, name: 路灯, finding: address, owner: district}\n").utf8), to: path)
        let rules = "\(folder)/dispatch.yml"
        let rulesText = String(decoding: try File.bytes(rules), as: UTF8.self)
        try File.write(Array((rulesText + "  - {category: guang, unit: road}\n").utf8), to: rules)
        return folder
    }
}
