import Casework

/// A city as values, made ready for quick choices. It never changes.
final class SimulatedCity: Sendable {
    final class Place: Sendable {
        let id: Area.ID
        let names: [String]
        /// Codes from the smallest area up.
        let codes: [String]
        /// The same areas as places in the city's list.
        let line: [Int]

        init(_ area: Area, places: [String: Int]) {
            id = area.id
            names = area.names
            codes = area.codes.reversed()
            line = codes.compactMap { places[$0] }
        }
    }

    let clock: CityClock
    let policy: WorkflowPolicy
    let calendar: WorkCalendar
    let invalidReasons: [String]
    let channels: [Channel]
    let channelMix: Weights
    let kinds: [RequestKind]
    let kindMix: Weights
    /// How people speak who have a request of a kind.
    let voices: [Voice]
    let units: [Unit]
    let places: [Place]
    let leaders: [Leader.ID]
    let grades: [Grade]
    let gradeRules: [GradeRule]
    let rules: [String: [DispatchRule]]
    let matters: Matters
    let gazetteer: Gazetteer
    /// Bureaus that can help others or get what was returned.
    let bureaus: [Int]
    /// Units right below a unit, by the code of the unit above.
    let below: [String: [Int]]
    /// The units that govern areas, by the area's code.
    let governing: [String: Int]
    let unitsByCode: [String: Int]

    init(_ city: CityConfiguration) throws(SimulationError) {
        clock = city.settings.clock
        policy = city.settings.policy
        calendar = city.calendar
        invalidReasons = city.settings.invalidReasons
        channels = city.channels.map(\.value)
        kinds = city.kinds.map(\.value)
        let units = city.units.map(\.value)
        self.units = units
        grades = city.grades
        gradeRules = city.gradeRules
        leaders = city.leaders.map(\.value.id)
        matters = Matters(city.categories.map(\.value))
        guard !channels.isEmpty, !kinds.isEmpty, !matters.leaves.isEmpty, !grades.isEmpty else {
            throw .bareCity
        }
        let areas = city.areas.map(\.value)
        let byCode = Dictionary(areas.enumerated().map { ($1.code, $0) }) { first, _ in first }
        places = areas.map { Place($0, places: byCode) }
        gazetteer = Gazetteer(areas: areas)
        channelMix = Weights(Self.weights(of: channels))
        voices = kinds.map { Voice(kind: $0.name) }
        kindMix = Weights(voices.map(\.habit.weight))
        rules = Dictionary(grouping: city.dispatchRules, by: \.category)
        bureaus = units.indices.filter { units[$0].level == .bureau }
        below = Dictionary(grouping: units.indices.filter { units[$0].parentCode != nil }) {
            units[$0].parentCode ?? ""
        }
        governing = Dictionary(
            units.enumerated().compactMap { index, unit in unit.areaCode.map { ($0, index) } }
        ) { first, _ in first }
        unitsByCode = Dictionary(units.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// Nine calls to one message, as published; of the messages nearly all by the first channel.
    private static func weights(of channels: [Channel]) -> [Double] {
        let totals: [Channel.Group: Double] = [.phone: 907, .online: 93, .internal: 12]
        return channels.map { channel in
            let kin = channels.filter { $0.group == channel.group }
            let total = totals[channel.group] ?? 0
            guard kin.count > 1 else { return total }
            return kin.first?.id == channel.id ? total * 0.89 : total * 0.11 / Double(kin.count - 1)
        }
    }
}
