/// The first schema, in the order in which its parts rest on each other.
enum Schema1 {}

extension Migration {
    /// The first schema.
    static let first = Migration(
        number: 1, sql: Schema1.configuration + "\n" + Schema1.records + "\n" + Schema1.projections)
}
