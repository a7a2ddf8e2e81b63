import Reports
import Testing

struct JSONTests {
    @Test("Keys are sorted, Chinese is readable, control characters are escaped")
    func text() {
        let value = JSON.object([
            "b": .array([.int(1), .double(0.5), .null, .bool(true), .double(.nan)]),
            "a": .string("“西宁”\n\u{1B}\"\\\t"),
        ])
        #expect(value.text == #"{"a":"“西宁”\n\u001b\"\\\t","b":[1,0.5,null,true,null]}"#)
    }
}
