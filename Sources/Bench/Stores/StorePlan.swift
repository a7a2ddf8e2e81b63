import Casework

/// What is made up for a store of one size. All sizes end on the same day, so that one question fits them all.
struct StorePlan: Equatable {
    /// Cases made up in one go.
    struct Portion: Equatable {
        let cases: Int
        let from: CivilDay
        let to: CivilDay
        let seed: Int
    }

    /// Cases besides those of the crowded day.
    let size: Int
    let portions: [Portion]
    /// One day on which a whole city calls, after the others; big stores have one.
    let crowd: Portion?

    static let largestPortion = 1_000_000
    static let last = day(20_251_231)
    static let crowdedDay = day(20_260_115)

    init(size: Int) {
        self.size = size
        let first =
            size <= 20_000
            ? Self.day(20_251_222) : size <= 1_000_000 ? Self.day(20_240_101) : Self.day(20_160_101)
        let days = Self.last.number - first.number + 1
        let count = (size + Self.largestPortion - 1) / Self.largestPortion
        portions = (0..<count).map { place in
            Portion(
                cases: size * (place + 1) / count - size * place / count,
                from: CivilDay(number: first.number + days * place / count),
                to: CivilDay(number: first.number + days * (place + 1) / count - 1), seed: place + 1)
        }
        crowd =
            size >= 5_000_000
            ? Portion(cases: 55_000, from: Self.crowdedDay, to: Self.crowdedDay, seed: 99) : nil
    }

    /// All cases.
    var cases: Int { size + (crowd?.cases ?? 0) }

    /// A moment from which on much has happened: a year before the end, or the middle of a short time.
    var earlier: CivilDay {
        let first = portions.first?.from ?? Self.last
        return CivilDay(number: max(Self.last.number - 365, (first.number + Self.last.number) / 2))
    }

    /// A bare store takes so much room for each case, its write-ahead log included; rather too much than too little.
    static let bytesPerCase = 3500

    private static func day(_ compact: Int) -> CivilDay {
        guard let day = CivilDay(compact: compact) else { preconditionFailure("\(compact) is no day") }
        return day
    }
}
