import Casework

extension Matters {
    /// A category with none below it.
    final class Leaf: Sendable {
        let category: Casework.Category
        let root: Int
        let phrases: [Phrase]
        /// Whether there are words for this very category, and not only for one above it.
        let isSpoken: Bool
        /// The category and those above it, up to the first level.
        let line: [Casework.Category]
        let weight: Double
        /// How much more or less often it comes in a month beyond its root; empty for no difference.
        let seasons: [Double]

        /// - Parameter line: the category and those above it.
        init(_ line: [Casework.Category], root: Int, weight: Double, seasons: [Double]) {
            category = line[0]
            self.line = line
            self.root = root
            self.weight = weight
            self.seasons = seasons
            phrases = Lexicon.phrases(line.map(\.name))
            isSpoken = Lexicon.knows(line[0].name)
        }
    }

    /// A category of the first level: a topic.
    final class Root: Sendable {
        let name: String
        let theme: Theme
        let weight: Double
        let sorts: Weights
        let effects: [Phrase]
        /// Its slow swing: how many days, and where it begins.
        let period: Int
        let phase: Double

        /// - Parameter turn: its place among all, so that they don't swing alike.
        init(_ category: Casework.Category, _ theme: Theme, weight: Double, turn: Int) {
            name = category.name
            self.theme = theme
            self.weight = weight
            sorts = Weights(theme.spots)
            effects = (Frames.effects[theme] ?? []) + Frames.anyEffect
            period = 180 + turn * 37 % 300
            phase = Double(turn * 29 % 100) / 100
        }
    }
}
