import Testing

@testable import Bench

struct SamplesTests {
    private static func samples(_ values: [Double]) -> Samples {
        var samples = Samples()
        for value in values { samples.add(value) }
        return samples
    }

    @Test("The median is the one in the middle, or the mean of the two there")
    func median() {
        #expect(Self.samples([3, 1, 2]).median == 2)
        #expect(Self.samples([4, 1, 3, 2]).median == 2.5)
        #expect(Self.samples([7]).median == 7)
        #expect(Self.samples([]).median.isNaN)
    }

    @Test("A percentile is a measurement that so many do not exceed")
    func percentile() {
        let samples = Self.samples((1...200).map(Double.init).shuffled())
        #expect(samples.percentile(0.99) == 198)
        #expect(samples.percentile(1) == 200)
        #expect(samples.percentile(0) == 1)
        #expect(Self.samples([5]).percentile(0.99) == 5)
    }

    @Test("The worst of times is the longest, the worst of rates the lowest")
    func worst() {
        let samples = Self.samples([1, 9, 4])
        #expect(Row.less("a", 1, "ms", samples).worst == 9)
        #expect(Row.more("a", 1, "commits/s", samples).worst == 1)
    }

    @Test("Figures are written with three figures that count")
    func figures() {
        #expect(Cells.number(0.1234) == "0.12")
        #expect(Cells.number(9.994) == "9.99")
        #expect(Cells.number(12.34) == "12.3")
        #expect(Cells.number(1234.6) == "1235")
        #expect(Cells.number(5) == "5")
        #expect(Cells.number(.nan) == "")
        #expect(Cells.count(5_055_000) == "5,055,000")
        #expect(Cells.count(999) == "999")
    }
}
