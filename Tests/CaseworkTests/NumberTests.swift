import Casework
import Testing

struct NumberTests {
    @Test("A case number is a day and a serial in 14 digits")
    func caseNumber() throws {
        let day = try #require(CivilDay("2024-03-19"))
        let number = try #require(CaseNumber(day: day, serial: 123))
        #expect(number.description == "20240319000123")
        #expect(CaseNumber("20240319000123") == number)
        #expect(CaseNumber.range(of: day).contains(number.value))
        #expect(CaseNumber(day: day, serial: 0) == nil)
        #expect(CaseNumber(day: day, serial: 1_000_000) == nil)
    }

    @Test(
        "What is no number is refused",
        arguments: [
            "2024031900012", "202403190001234", "20240230000001", "20240319000000", "2024031900012a",
            "-0240319000123",
            "２0240319000123",
        ])
    func refused(text: String) {
        #expect(CaseNumber(text) == nil)
    }

    @Test("A contact's number adds its place in the case")
    func contactNumber() throws {
        let number = try #require(ContactNumber("20240319000123-2"))
        #expect(number.sequence == 2)
        #expect(number.description == "20240319000123-2")
        for text in [
            "20240319000123-0", "20240319000123-02", "20240319000123-", "20240319000123",
            "20240319000123-1-1",
        ] {
            #expect(ContactNumber(text) == nil)
        }
    }
}

struct PhoneTests {
    @Test(
        "Numbers are taken as people write them",
        arguments: [
            ("13800001111", "13800001111"), ("+86 138-0000-1111", "13800001111"),
            ("０９７１－６１２３４５６", "09716123456"),
            ("(0971)6123456", "09716123456"), ("6123456", "6123456"), ("61234567", "61234567"),
            ("400-123-4567", "4001234567"),
            ("12345", "12345"), ("+85291234567", "+85291234567"), ("0086 13800001111", "13800001111"),
            ("138.0000.1111", "13800001111"), ("138 – 0000 – 1111", "13800001111"),
        ])
    func taken(text: String, digits: String) {
        #expect(Phone.normalized(text) == digits)
    }

    @Test(
        "What is no number is refused",
        arguments: [
            "", "1380000111", "138000011112", "12800001111", "电话", "138 0000 111x", "123", "+1", "400123",
        ])
    func refused(text: String) {
        #expect(Phone.normalized(text) == nil)
    }
}

struct DispatchRuleTests {
    private let rules = [
        DispatchRule(category: "a", area: nil, target: .unit("city")),
        DispatchRule(category: "a", area: "d", target: .unit("district")),
        DispatchRule(category: "a-b", area: nil, target: .unit("finer")),
        DispatchRule(category: "a", area: "s", target: .unit("street")),
    ]

    private func best(_ categories: [String], _ areas: [String]) -> DispatchRule.Target? {
        DispatchRule.best(of: rules, categories: categories, areas: areas)?.target
    }

    @Test("The deepest category wins, then the smallest area, in whatever order the rules stand")
    func mostSpecific() {
        #expect(best(["a"], []) == .unit("city"))
        #expect(best(["a"], ["d"]) == .unit("district"))
        #expect(best(["a"], ["s", "d"]) == .unit("street"))
        #expect(best(["a-b", "a"], ["s", "d"]) == .unit("finer"))
        #expect(best(["x"], ["d"]) == nil)
        #expect(
            DispatchRule.best(of: rules.reversed(), categories: ["a-b", "a"], areas: ["s", "d"])?.target
                == .unit("finer"))
    }
}
