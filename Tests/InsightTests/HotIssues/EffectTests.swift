import Casework
import Testing

@testable import Insight

@Suite struct EffectTests {
    private static func messages(_ days: [Int], caller: (Int) -> Int64? = { Int64($0) }) throws -> [Message] {
        try days.enumerated().map { index, day in
            var message = try MadeMessages.message(index + 1, "", "x", day: day)
            message.caller = caller(index)
            return message
        }
    }

    private static func effect(_ days: [Int], caller: (Int) -> Int64? = { Int64($0) }) throws -> Effect {
        Effect(
            of: try messages(days, caller: caller), decided: try MadeMessages.day(11),
            from: try MadeMessages.day(1),
            through: try MadeMessages.day(21))
    }

    @Test func `Ten days before against ten after, the day itself left out`() throws {
        let effect = try Self.effect([1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 15])
        #expect(effect.before == Effect.Span(complaints: 11, days: 10))
        #expect(effect.after == Effect.Span(complaints: 1, days: 10))
        // Eleven or more of twelve at even odds: (1 + 12) / 4096.
        #expect(abs(effect.chance - 13.0 / 4096) < 1e-9)
        #expect(effect.verdict == .fell)
    }

    @Test func `A rise is told as one, and a small difference as none`() throws {
        #expect(try Self.effect([1, 12, 13, 14, 15, 16, 17, 18, 19, 20]).verdict == .rose)
        #expect(try Self.effect([1, 2, 3, 12, 13]).verdict == .unclear)
        #expect(try Self.effect([11]).verdict == .tooEarly)
        #expect(try Self.effect([]).verdict == .tooEarly)
    }

    @Test func `One caller counts once a day`() throws {
        let effect = try Self.effect([1, 1, 1, 2, 12], caller: { _ in 7 })
        #expect(effect.before.complaints == 2)
        #expect(effect.after.complaints == 1)
        #expect(try Self.effect([1, 1, 1], caller: { _ in nil }).before.complaints == 3)
    }

    @Test func `Outside the days nothing counts`() throws {
        let effect = Effect(
            of: try Self.messages([1, 2, 20]), decided: try MadeMessages.day(3),
            from: try MadeMessages.day(2),
            through: try MadeMessages.day(10))
        #expect(effect.before.complaints == 1)
        #expect(effect.after.complaints == 0)
    }
}
