import Casework

/// A bulletin's text line by line, with what of it an editor may reword: of a topic's line all that follows its count.
public struct BulletinDraft: Hashable, Sendable {
    /// A line of the text.
    public struct Line: Hashable, Sendable {
        /// What must stand as it is: the whole line, or a topic's beginning.
        public let fixed: String
        /// The topic's code; nil for a line of which nothing may be reworded.
        public let topic: String?
        /// The rest of a topic's line as it was computed.
        public let computed: String
        /// The rest of a topic's line as it is printed.
        public fileprivate(set) var words: String

        /// The line.
        public var text: String { fixed + words }
    }

    /// The lines.
    public private(set) var lines: [Line]

    /// A draft as it was computed.
    public init(_ bulletin: Bulletin, _ template: Template, settings: CitySettings) throws(TemplateError) {
        // A mark stands behind each figure of a topic, to be found again in the text.
        let marked = try bulletin.text(template, settings: settings) { text, topic in
            text + String(Character(Self.mark(topic)))
        }
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
        let topics = lines.map(Self.topic)
        self.lines = zip(lines, topics).enumerated().map { place, entry in
            let (line, topic) = entry
            guard let topic, bulletin.topics.indices.contains(topic),
                !topics[(place + 1)...].contains(topic)
            else { return Line(fixed: Self.plain(line), topic: nil, computed: "", words: "") }
            let end = Self.endOfFigures(in: line)
            let words = Self.plain(line[end...])
            return Line(
                fixed: Self.plain(line[..<end]), topic: words.isEmpty ? nil : bulletin.topics[topic].code,
                computed: words, words: words)
        }
    }

    /// The text, without a line end at its end.
    public var text: String { lines.map(\.text).joined(separator: "\n") }

    /// Says it in an editor's words.
    ///
    /// - Parameter wordings: the rests of topics' lines, by the topics' codes.
    public mutating func reword(_ wordings: [String: String]) {
        for index in lines.indices {
            if let words = lines[index].topic.flatMap({ wordings[$0] }) { lines[index].words = words }
        }
    }

    /// Noncharacters, which no text has.
    private static let marks: ClosedRange<UInt32> = 0xFDD0...0xFDEF

    private static func mark(_ topic: Int) -> Unicode.Scalar {
        Unicode.Scalar(marks.lowerBound + UInt32(topic) % UInt32(marks.count)) ?? " "
    }

    private static func plain(_ text: Substring) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0.value) }))
    }

    /// The one topic of a line, by its place; nil where there is none or several.
    private static func topic(_ line: Substring) -> Int? {
        let found = Set(line.unicodeScalars.map(\.value).filter(marks.contains))
        return found.count == 1 ? found.first.map { Int($0 - marks.lowerBound) } : nil
    }

    /// Behind the last figure and what belongs to it: its unit and a mark of punctuation or a blank.
    private static func endOfFigures(in line: Substring) -> Substring.Index {
        let scalars = line.unicodeScalars
        guard let mark = scalars.lastIndex(where: { marks.contains($0.value) }) else { return line.endIndex }
        let ends = scalars[scalars.index(after: mark)...].firstIndex {
            Character($0).isPunctuation || Character($0).isWhitespace
        }
        return ends.map { scalars.index(after: $0) } ?? line.endIndex
    }
}

/// What of an edited text is not as it must be; lines count from 1.
public enum DraftMistake: Error, Hashable, Sendable {
    /// There are more or fewer lines than there were.
    case lines(Int, right: Int)
    /// What is protected was changed; what must stand there.
    case changed(line: Int, right: String)
    /// The beginning of a topic's line was changed; with what it must begin.
    case changedFigure(line: Int, right: String)
    /// A count that is none of the line's; those that are.
    case count(line: Int, String, right: [String])
    /// Nothing is said of a topic any more.
    case empty(line: Int)
}

extension BulletinDraft {
    /// What an edited text says of the topics in other words than were computed, by their codes.
    ///
    /// - Throws: ``DraftMistakes`` where something was changed that is protected.
    public func wordings(in edited: String) throws(DraftMistakes) -> [String: String] {
        var texts = edited.split(omittingEmptySubsequences: false) { $0.isNewline }.map(Self.trimmed)
        while texts.last?.isEmpty == true { texts.removeLast() }
        guard texts.count == lines.count else {
            throw DraftMistakes(mistakes: [.lines(texts.count, right: lines.count)])
        }
        var mistakes: [DraftMistake] = []
        var wordings: [String: String] = [:]
        for (place, (line, text)) in zip(lines, texts).enumerated() {
            let number = place + 1
            guard let topic = line.topic else {
                if text != Self.trimmed(line.fixed[...]) {
                    mistakes.append(.changed(line: number, right: line.fixed))
                }
                continue
            }
            guard text.hasPrefix(line.fixed) else {
                mistakes.append(.changedFigure(line: number, right: line.fixed))
                continue
            }
            let words = String(text.dropFirst(line.fixed.count))
            if words.isEmpty { mistakes.append(.empty(line: number)) }
            mistakes += Counts.strange(in: words, besides: line.computed).map {
                .count(line: number, $0, right: Counts.all(in: line.computed))
            }
            if words != Self.trimmed(line.computed[...]) { wordings[topic] = words }
        }
        guard mistakes.isEmpty else { throw DraftMistakes(mistakes: mistakes) }
        return wordings
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }

    /// The topics that an editor put in words of which a count is not, or no longer, the line's, by their codes.
    public var outdated: [String] {
        lines.compactMap { Counts.strange(in: $0.words, besides: $0.computed).isEmpty ? nil : $0.topic }
    }
}

/// All that is wrong with an edited text, in its order.
public struct DraftMistakes: Error, Hashable, Sendable {
    /// Never empty.
    public let mistakes: [DraftMistake]
}

/// Counts in words: digits with what is counted behind them, also where they only say about how many. A house's number is
/// none.
private enum Counts {
    private static let digits = Set("0123456789０１２３４５６７８９一二两三四五六七八九十百千万.．")
    private static let about = Set("余多几来")
    private static let counted = Set("件起宗例人次户%％")

    static func all(in text: String) -> [String] {
        var counts: [String] = []
        var number = ""
        for character in text {
            if digits.contains(character) || !number.isEmpty && about.contains(character) {
                number.append(character)
            } else if !number.isEmpty, character.isWhitespace {
                continue
            } else {
                if !number.isEmpty, counted.contains(character) { counts.append(number + String(character)) }
                number = ""
            }
        }
        return counts
    }

    static func strange(in text: String, besides other: String) -> [String] {
        let known = Set(all(in: other))
        return all(in: text).filter { !known.contains($0) }
    }
}
