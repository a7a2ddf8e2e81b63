/// Texts as rows of numbers, most of them zero, one row after the other.
struct TextVectors {
    private(set) var places: [Int32] = []
    private(set) var values: [Float] = []
    /// Where each row begins, and where the last one ends.
    private(set) var starts = [0]
    /// How many places a row has.
    let width: Int

    init(_ set: TrainingSet, rows: [Int], known: GramWeights) {
        width = known.keys.count
        for row in rows {
            let vector = known.vector(of: set.grams[row])
            places += vector.places
            values += vector.values
            starts.append(places.count)
        }
    }

    var count: Int { starts.count - 1 }
}
