import Casework

/// One case after the other is drawn: what it is about, who rings, and what becomes of it.
extension Simulator {
    /// How many of all calls bring no request.
    private static let invalidShare = 0.03

    /// Draws a case and tells its life.
    ///
    /// - Parameter hidden: the injection to which it belongs.
    mutating func draw(_ number: CaseNumber, at moment: Int64, hidden: Int?) -> Course {
        way = ""
        if hidden == nil, !city.invalidReasons.isEmpty, random.chance(Self.invalidShare) {
            return drawInvalid(number, at: moment)
        }
        let matter = matter(hidden: hidden)
        count(root: city.matters.leaves[matter.leaf].root)
        return draw(matter, number, at: moment, hidden: hidden)
    }

    private mutating func matter(hidden: Int?) -> Matter {
        let leaf: Int
        if let hidden {
            let injection = injections[hidden]
            guard injection.sort == .burst else { return Matter(leaf: injection.leaf, spot: injection.spot) }
            leaf = injection.leaf
        } else if !plan.isStationary, random.chance(0.03), let matter = repeats.one(&random) {
            return matter
        } else {
            leaf = mix.pick(&random)
        }
        let sorts = city.matters.roots[city.matters.leaves[leaf].root].sorts
        let matter = Matter(leaf: leaf, spot: city.gazetteer.spot(sorts, &random))
        if hidden == nil { repeats.keep(matter, &random) }
        return matter
    }

    private mutating func drawInvalid(_ number: CaseNumber, at moment: Int64) -> Course {
        let reason = random.pick(city.invalidReasons)
        let contact = Contact(
            number: ContactNumber(caseNumber: number, sequence: 1), receivedAt: Instant(seconds: moment),
            channel: telephone ?? city.channels[0].id, kind: nil, category: nil, categorySource: .missing,
            title: reason, content: Frames.calls.first { reason.contains($0.0) }?.1 ?? Frames.otherCall,
            source: SimulationPlan.source)
        let start = Course.Start(
            number: number, isOnline: false, isDirect: false, unit: nil, grade: nil, place: nil,
            isThanks: false, telephone: telephone)
        var course = Course(
            start, contact: contact, caller: callers.caller(&random), city: city, office: office,
            horizon: horizon, random: random)
        course.tellInvalid(reason)
        random = course.random
        return course
    }

    private mutating func draw(
        _ matter: Matter, _ number: CaseNumber, at moment: Int64, hidden: Int?
    ) -> Course {
        let leaf = city.matters.leaves[matter.leaf]
        let root = city.matters.roots[leaf.root]
        let level = hidden != nil || random.chance(0.85) ? 0 : random.below(leaf.line.count)
        let category = Matters.key(matter.leaf, level)
        let place = place(of: matter, isHidden: hidden != nil)
        way = writing(matter, hidden: hidden)
        let channel =
            hidden.map { injections[$0].sort != .burst } == true && random.chance(0.9)
            ? phone : city.channelMix.pick(&random)
        let kind = kind(isHidden: hidden != nil)
        let mark = random.unit()
        let urgency: Urgency = mark < 0.95 ? .normal : mark < 0.992 ? .urgent : .critical
        let isOnline = city.channels[channel].group == .online
        let voice = city.voices[kind]
        // Of messages fewer can be answered by those who read them.
        let direct = isOnline ? voice.habit.direct * 0.65 : voice.habit.direct
        let start = Course.Start(
            number: number, isOnline: isOnline, isDirect: random.chance(direct),
            unit: routing.unit(category: category, place: place),
            grade: routing.grade(category: category, kind: kind, channel: channel, urgency: urgency),
            place: place, isThanks: voice == .thanks, telephone: telephone)
        let contact = Contact(
            number: ContactNumber(caseNumber: number, sequence: 1), receivedAt: Instant(seconds: moment),
            channel: city.channels[channel].id, kind: city.kinds[kind].id,
            category: leaf.line[level].id, place: recorded(matter, place),
            title: random.chance(0.3) ? Narration.title(leaf, voice, place: name(of: matter), &random) : "",
            content: Narration.first(leaf, root, voice, place: way, &random),
            wants: random.chance(0.35) ? random.pick(Frames.goals) : "", urgency: urgency,
            confidential: random.chance(0.015), source: SimulationPlan.source,
            likes: isOnline && random.chance(0.3) ? random.below(12) : nil)
        var course = Course(
            start, contact: contact, caller: caller(isHidden: hidden != nil), city: city, office: office,
            horizon: horizon, random: random)
        let written = way
        course.tell { random, isOther in
            (
                Narration.again(leaf, root, voice, place: written, isOther: isOther, &random),
                isOther ? Callers.passerby(&random) : nil
            )
        }
        random = course.random
        return course
    }

    private var phone: Int { city.channels.firstIndex { $0.group == .phone } ?? 0 }

    private mutating func kind(isHidden: Bool) -> Int {
        guard isHidden else { return city.kindMix.pick(&random) }
        // Nobody complains by thanking.
        for _ in 0..<8 {
            let kind = city.kindMix.pick(&random)
            if city.kinds[kind].isTopic, [.complaint, .plea, .report].contains(city.voices[kind]) {
                return kind
            }
        }
        return city.kindMix.pick(&random)
    }

    private mutating func caller(isHidden: Bool) -> Caller {
        guard isHidden else { return callers.caller(&random) }
        witnesses += 1
        return Callers.witness(witnesses, &random)
    }
}
