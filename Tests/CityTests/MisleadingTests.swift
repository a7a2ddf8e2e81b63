import Casework
import City
import TestSupport
import Testing

/// Configurations that look sound and are not.
struct MisleadingTests {
    @Test(
        "What looks right and would be taken otherwise, never found or refused later is a mistake",
        arguments: [
            (
                "units.yml", "units:",
                "communities: \"yes\"\nunits:\n  - {code: cd1-s1-c1, name: 柳园, level: bureau}", "communities",
                .duplicate
            ),
            (
                "units.yml", "units:",
                "communities: \"yes\"\nunits:\n  - {code: liu, name: 桥头镇柳园社区居民委员会, level: bureau}",
                "communities", .duplicate
            ),
            (
                "units.yml", "name: 云州水务公司,", "name: 云州水务公司, aliases: [水务, 水务],", "units[0].aliases[1]",
                .duplicate
            ),
            (
                "units.yml", "name: 云州水务公司,", "name: 云州水务公司, aliases: [云州道路养护中心],", "units[1].name",
                .duplicate
            ),
            (
                "categories.yml", "name: 水质}", "name: 水质, aliases: [停水]}",
                "categories[0].children[1].aliases[0]", .duplicate
            ),
            (
                "areas.yml", "name: 石桥村}", "name: 石桥村, aliases: [柳园社区]}",
                "districts[0].streets[0].communities[1].aliases[0]", .duplicate
            ),
            (
                "categories.yml", "name: 其他", "name: 别的", "categories",
                .badValue(wanted: "有一级分类“其他”的列表，没写分类的诉求归入它")
            ),
            ("channels.yml", "name: 座机", "name: \" 座机\"", "channels[0].name", .badValue(wanted: "前后没有空格的文字")),
            (
                "city.yml", "notice: {topics: 2}", "notice: {topics: 2, categories: [zao, zao]}",
                "notice.categories[1]", .duplicate
            ),
            (
                "city.yml", "notice: {topics: 2}", "notice: {topics: 2, dayEnds: \"12:00+08:00\"}",
                "notice.dayEnds", .badValue(wanted: "如 24:00 或 12:00")
            ),
            (
                "limits.yml", "cutoff: \"17:00\"", "cutoff: \"17:00+08:00\"", "extension.cutoff",
                .badValue(wanted: "如 17:00")
            ),
            (
                "limits.yml", "{amount: 1, unit: hour}", "{amount: 1, unit: hour, cutoff: 3}",
                "grades[0].sign.cutoff", .unknownKey(known: ["amount", "unit"])
            ),
            (
                "rates.yml", "\"09:00-12:00\"", "\"09:00-12:00Z\"", "workingHours[0]",
                .badValue(wanted: "如 09:00-12:00")
            ),
            (
                "findings.yml", "[走水, 冒烟]", "[走水, “”]", "alerts.words[1].words[1]",
                .badValue(wanted: "含有文字或数字的词")
            ),
        ] as [(String, String, String, String, Problem.Fault)])
    func misleading(file: String, old: String, new: String, path: String, fault: Problem.Fault) throws {
        let found = TestCity.problems(try TestCity.yunzhou(changing: file, old, to: new))
        #expect(found.contains { $0.file == file && $0.keyPath == path && $0.fault == fault }, "\(found)")
    }

    @Test("A missing key is one mistake and casts no doubt on those beside it")
    func missingCutoff() throws {
        let found = TestCity.problems(
            try TestCity.yunzhou(changing: "limits.yml", "cutoff: \"17:00\", ", to: ""))
        #expect(found.map(\.keyPath) == ["extension.cutoff"])
        let misread = TestCity.problems(
            try TestCity.yunzhou(changing: "limits.yml", "cutoff: \"17:00\", ", to: "cutoff: \"17点\", "))
        #expect(misread.map(\.keyPath) == ["extension.cutoff"])
    }

    @Test("Each community whose street has a unit gets one; where names are missing, that is no crash")
    func communities() throws {
        let files = try TestCity.yunzhou(changing: "units.yml", "units:", to: "communities: \"yes\"\nunits:")
        let names = try CityLoader.load(files).units.suffix(2).map(\.value.name)
        #expect(names == ["桥头镇柳园社区居民委员会", "桥头镇石桥村民委员会"])
        var contents = files.contents
        contents["areas.yml"] = Array(
            """
            districts:
              - code: d1
                streets: [{code: d1-s1, communities: [{code: d1-s1-c1, name: 柳园社区}]}]
              - {code: d2, name: 西浦区}
            """.utf8)
        let found = TestCity.problems(CityFiles(contents: contents))
        #expect(found.contains { $0.keyPath == "districts[0].streets[0].name" && $0.fault == .missingKey })
    }
}
