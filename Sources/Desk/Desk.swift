import CaseStore
import Casework

/// Who acts.
public struct Actor: Hashable, Sendable {
    /// The name under which the person's work is recorded.
    public let staff: String
    /// What the person may do at most; the store's list of staff may say less.
    public let roles: Set<Role>

    /// A person with roles; all roles unless said otherwise.
    public init(staff: String, roles: Set<Role> = Set(Role.allCases)) {
        self.staff = staff
        self.roles = roles
    }
}

/// The work itself, once for every face: takes what somebody wants, asks the rooms below and returns values.
///
///     let desk = Desk(store: store, actor: Actor(staff: "王一"), now: { moment })
///     let receipt = try desk.record(request)
public struct Desk: Sendable {
    /// The store that is worked on.
    public let store: Store
    /// Who acts.
    public let actor: Actor
    /// The moment that it is.
    public let now: @Sendable () -> Instant

    /// A desk for one person.
    public init(store: Store, actor: Actor, now: @escaping @Sendable () -> Instant) {
        self.store = store
        self.actor = actor
        self.now = now
    }

    /// The same desk with its clock stopped now, for a question that is answered in parts.
    var still: Desk {
        Desk(store: store, actor: actor, now: { [moment = now()] in moment })
    }

    /// What the person may do, by the store's list of staff. While the maker of the store is alone on it, everybody who can
    /// reach the store may do everything.
    func authority(_ reader: StoreReader) throws -> Authority {
        guard let member = try reader.staffMember(actor.staff) else {
            if try reader.hasOtherStaff() { throw DeskError.unknownStaff(actor.staff) }
            return Authority(roles: actor.roles)
        }
        guard member.isEnabled else { throw DeskError.disabledStaff(actor.staff) }
        return Authority(
            roles: actor.roles.intersection(member.roles),
            units: try member.unit.map { Set(try reader.unitRows(inTreeOf: $0)) })
    }

    /// The units whose cases a person may see: of those who are handlers and nothing else the own one and those below it;
    /// nil for all.
    func ownUnits(_ reader: StoreReader) throws -> Set<Unit.ID>? {
        let authority = try authority(reader)
        return authority.roles.isSubset(of: [.handler]) ? authority.units : nil
    }

    /// Of the units that are asked for, nil for all, those whose cases the person may see; nil for all.
    ///
    /// - Parameter name: the unit asked for, as it was typed.
    func seen(_ asked: [Unit.ID]?, named name: String?, _ reader: StoreReader) throws -> [Unit.ID]? {
        guard let own = try ownUnits(reader) else { return asked }
        let seen = (asked ?? own.sorted()).filter(own.contains)
        guard !seen.isEmpty else { throw DeskError.notOwn(unit: name ?? "") }
        return seen
    }

    /// Tells of a case whether the person may see it in a list of how things stood at a moment; nil for now.
    func sight(_ reader: StoreReader, asOf moment: Instant? = nil) throws -> (CaseNumber) throws -> Bool {
        guard let own = try ownUnits(reader) else { return { _ in true } }
        return { try reader.unit(leading: $0, asOf: moment).map(own.contains) ?? false }
    }

    /// Refuses an action that none of the person's roles allows.
    func require(_ roles: Set<Role>, for action: String, _ reader: StoreReader) throws {
        if try authority(reader).roles.isDisjoint(with: roles) {
            throw DeskError.notAllowed(action, roles: roles)
        }
    }

    /// When something happened, as given with `--at`; now where nothing is given.
    func moment(_ text: String?, clock: CityClock, now: Instant) throws -> Instant {
        guard let text else { return now }
        guard let time = TimeText(text, clock: clock) else { throw DeskError.badTime(text) }
        let moment = time.instant(clock: clock)
        guard moment <= now else { throw DeskError.future(text) }
        return moment
    }

    /// The state looked at, as given with `--as-of`; nil for now. A bare day stands for its end.
    func asOf(_ text: String?, clock: CityClock) throws -> Instant? {
        guard let text else { return nil }
        guard let time = TimeText(text, clock: clock) else { throw DeskError.badTime(text) }
        return time.lastInstant(clock: clock)
    }

    /// Refuses a number of things that is none.
    func check(_ count: Int?, _ field: String, least: Int = 0) throws {
        if let count, count < least {
            throw DeskError.badCount(field: field, value: String(count), least: least)
        }
    }

    /// The day that a text stands for.
    func day(_ text: String, clock: CityClock) throws -> CivilDay {
        guard let time = TimeText(text, clock: clock) else { throw DeskError.badDay(text) }
        return time.day(clock: clock)
    }
}

extension StoreReader {
    /// A notice where the clock says less than when the last entry was made: somebody set it back. Entries keep their order all
    /// the same; it is the order in which they were made.
    func clockNotices(now: Instant) throws -> [Notice] {
        guard let last = try entered(chainHead().event), last > now else { return [] }
        return [.clockBehind(seconds: last.seconds - now.seconds)]
    }
}

/// What a recording command gives back.
public struct Receipt: Hashable, Sendable {
    /// The case.
    public let number: CaseNumber
    /// The contact that was registered or concerned, if it was one.
    public let contact: ContactNumber?
    /// What the person should know.
    public let notices: [Notice]
}
