import Reports
import Testing

struct TemplateTests {
    private let shape = TemplateShape(values: ["a", "n"], lists: ["items": TemplateShape(values: ["name"])])

    private func render(_ text: String, _ values: [String: TemplateValue]) throws -> String {
        try Template(text).render(values)
    }

    @Test("Values, lists, inverted sections and separators")
    func sections() throws {
        let values: [String: TemplateValue] = [
            "a": .text("甲"), "n": .number(0), "items": .list([["name": .text("一")], ["name": .text("二")]]),
        ]
        #expect(try render("{{a}}{{#items}}{{name}}{{^last}}、{{/last}}{{/items}}", values) == "甲一、二")
        #expect(try render("{{#n}}有{{/n}}{{^n}}没有{{/n}}", values) == "没有")
        #expect(try render("{{#items}}{{#first}}{{a}}：{{/first}}{{name}}{{/items}}", values) == "甲：一二")
        #expect(try render("{{^items}}空{{/items}}", ["items": .list([])]) == "空")
    }

    @Test("A line of section tags alone leaves no line behind; other line ends stay")
    func standaloneLines() throws {
        let text = "头\n{{#items}}\n{{name}}\n{{/items}}\n尾\n"
        let values: [String: TemplateValue] = ["items": .list([["name": .text("一")], ["name": .text("二")]])]
        #expect(try render(text, values) == "头\n一\n二\n尾\n")
        #expect(try render(text, ["items": .list([])]) == "头\n尾\n")
        #expect(try render("a\n\n{{#n}}\nb\n{{/n}}\n", ["n": .number(1)]) == "a\n\nb\n")
    }

    @Test("A value is printed as it is, also where it looks like a tag")
    func valuesAreNoTemplates() throws {
        #expect(try render("{{a}}", ["a": .text("{{n}}")]) == "{{n}}")
    }

    @Test("A mistyped name is an error with its line, never an empty text")
    func unknownNames() throws {
        let template = try Template("{{a}}\n{{aa}}\n{{#items}}{{nane}}{{/items}}{{^items}}{{x}}{{/items}}")
        #expect(
            template.mistakes(against: shape) == [
                .unknownName("aa", line: 2), .unknownName("nane", line: 3), .unknownName("x", line: 3),
            ])
        #expect(throws: TemplateError.unknownName("aa", line: 2)) {
            try template.render(["a": .text("1"), "items": .list([])])
        }
        #expect(
            try Template("{{#items}}{{first}}{{/items}}").mistakes(against: shape) == [
                .sectionAsValue("first", line: 1)
            ])
        #expect(try Template("{{items}}").mistakes(against: shape) == [.sectionAsValue("items", line: 1)])
    }

    @Test(
        "What is no template is refused with the line",
        arguments: [
            ("a\n{{b", TemplateError.unclosedTag(line: 2)), ("{{#a}}\n", .unclosedSection("a", line: 1)),
            ("{{/a}}", .strayClose("a", line: 1)), ("{{#a}}{{/b}}", .strayClose("b", line: 1)),
            ("{{}}", .badName("", line: 1)), ("{{a b}}", .badName("a b", line: 1)),
            ("{{# a}}", .badName("# a", line: 1)),
        ])
    func refused(text: String, error: TemplateError) {
        #expect(throws: error) { try Template(text) }
    }
}
