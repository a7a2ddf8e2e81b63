/// What a case is about, and where.
struct Matter {
    let leaf: Int
    /// The spot; nil where the city has no areas.
    let spot: Int?
}
