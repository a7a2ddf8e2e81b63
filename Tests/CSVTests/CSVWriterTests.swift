import Testing

@testable import CSV

struct CSVWriterTests {
    @Test func `cells are quoted only where needed`() {
        #expect(CSVWriter.row(["a", "西宁", "1 2", "", "it's"]) == "a,西宁,1 2,,it's\n")
        #expect(
            CSVWriter.row(["a,b", "c\"d", "e\nf", "g\rh", "i\r\nj"])
                == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\",\"i\r\nj\"\n")
        #expect(
            CSVWriter.row([" a", "b ", "\u{3000}c", "d\u{3000}"])
                == "\" a\",\"b \",\"\u{3000}c\",\"d\u{3000}\"\n")
        #expect(CSVWriter.row(["\u{FEFF}a"]) == "\"\u{FEFF}a\"\n")
    }

    @Test func `a record of one empty cell is no empty line`() {
        #expect(CSVWriter.row([""]) == "\"\"\n")
        #expect(CSVWriter.row(["", ""]) == ",\n")
    }

    @Test func `formulas are disarmed with one apostrophe`() {
        #expect(CSVWriter.row(["=1+1", "+86", "-5", "@a", "\tb"]) == "'=1+1,'+86,'-5,'@a,'\tb\n")
        #expect(CSVWriter.row(["\r=1"]) == "\"'\r=1\"\n")
        #expect(CSVWriter.guarded("'=1") == "''=1")
        #expect(CSVWriter.guarded("'''-") == "''''-")
        #expect(CSVWriter.guarded("=\u{338}") == "'=\u{338}")
        #expect(CSVWriter.guarded("'a") == "'a")
        #expect(CSVWriter.guarded("a=1") == "a=1")
        #expect(CSVWriter.guarded("") == "")
    }

    @Test func `one apostrophe is taken back, and only before a formula`() {
        #expect(CSVWriter.unguard("'=1") == "=1")
        #expect(CSVWriter.unguard("''=1") == "'=1")
        #expect(CSVWriter.unguard("=1") == "=1")
        #expect(CSVWriter.unguard("'a") == "'a")
        #expect(CSVWriter.unguard("'") == "'")
    }
}
