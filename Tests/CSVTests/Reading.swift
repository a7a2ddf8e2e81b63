import SplitMix
@testable import CSV

/// Bytes in chunks of one size, or of random sizes from 0 up.
func chunks(_ bytes: [UInt8], size: Int) -> () -> [UInt8]? {
    var rest = bytes[...]
    return {
        if rest.isEmpty { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
    }
}

func chunks(_ bytes: [UInt8], upTo size: Int, _ random: SplitMix64) -> () -> [UInt8]? {
    var random = random
    var rest = bytes[...]
    return {
        if rest.isEmpty { return nil }
        let length = Int.random(in: 0...size, using: &random)
        defer { rest = rest.dropFirst(length) }
        return Array(rest.prefix(length))
    }
}

/// What a reader says, errors included, going on after them.
enum Outcome: Equatable {
    case record(Int, [String])
    case error(CSVError)
    case source
}

func outcomes(limits: CSVLimits = CSVLimits(), _ pull: @escaping () throws -> [UInt8]?) -> [Outcome] {
    var reader = CSVReader(limits: limits, pull: pull)
    var outcomes: [Outcome] = []
    while true {
        do {
            guard let record = try reader.next() else { return outcomes }
            outcomes.append(.record(record.line, record.fields))
        } catch let error as CSVError {
            outcomes.append(.error(error))
        } catch {
            outcomes.append(.source)
        }
    }
}

func read(_ text: String, chunk: Int = 1 << 16, limit: Int = 1 << 20) -> [Outcome] {
    outcomes(limits: CSVLimits(recordBytes: limit), chunks(Array(text.utf8), size: chunk))
}

/// Only the cells; an error makes the row `["!"]`.
func rows(_ text: String, chunk: Int = 1 << 16) -> [[String]] {
    read(text, chunk: chunk).map { if case .record(_, let fields) = $0 { fields } else { ["!"] } }
}
