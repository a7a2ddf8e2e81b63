import Casework

/// What a day is like: days of a kind are compared with one another.
enum DayKind: Hashable {
    /// Monday, 1, to Sunday, 7, as every week.
    case weekday(Int)
    /// A working Saturday or Sunday.
    case makeUp
    /// Of three days off or more in a row.
    case holiday

    /// Years without a notice pass for plain Monday to Friday: it is statistics only.
    init(_ day: CivilDay, _ calendar: WorkCalendar) {
        func isOff(_ offset: Int) -> Bool {
            let day = day.advanced(by: offset)
            return !(calendar.works(on: day) ?? (day.isoWeekday <= 5))
        }
        guard isOff(0) else {
            self = day.isoWeekday > 5 ? .makeUp : .weekday(day.isoWeekday)
            return
        }
        let before = isOff(-1) ? (isOff(-2) ? 2 : 1) : 0
        let after = isOff(1) ? (isOff(2) ? 2 : 1) : 0
        self = before + after >= 2 || day.isoWeekday <= 5 ? .holiday : .weekday(day.isoWeekday)
    }

    /// The kinds with which a day of this kind may be compared, the best first.
    var likes: [Set<DayKind>] {
        let working = Set((1...5).map { DayKind.weekday($0) })
        let off: Set<DayKind> = [.weekday(6), .weekday(7)]
        switch self {
        case .weekday(let day): return [[self], day <= 5 ? working : off]
        case .makeUp: return [working]
        case .holiday: return [[self], [.weekday(7)], off]
        }
    }
}
