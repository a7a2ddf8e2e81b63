import Casework

/// Callers ring again: about the same matter, or only to ask how far it is.
extension Course {
    /// What callers do while a unit has the case, up to a moment. False where nothing more is told.
    mutating func interlude(until moment: Int64, _ again: Retelling) -> Bool {
        guard moment - now > 7200 else { return true }
        let mark = random.unit()
        guard mark < 0.13 else { return true }
        let times = mark < 0.02 ? 2 : 1
        for _ in 0..<times {
            guard moment - now > 3600 else { break }
            let drawn = now + 1800 + Int64(random.unit() * Double(moment - now - 1800))
            let second = office.second(drawn)
            guard second > 25_200, second < 79_200 else { continue }
            guard reach(drawn) else { return false }
            if mark < 0.07 {
                ring(again, isOther: mark > 0.04, disposition: .transferred)
            } else {
                var event = blank(.urge, by: random.pick(Staff.agents))
                event.note = random.pick(Papers.urges)
                add(event)
            }
        }
        return true
    }

    /// A follow-up contact.
    private mutating func ring(_ again: Retelling, isOther: Bool, disposition: Disposition) {
        let said = again(&random, isOther)
        let first = contacts[0]
        let sequence = contacts.count + 1
        contacts.append(
            Contact(
                number: ContactNumber(caseNumber: start.number, sequence: sequence),
                receivedAt: Instant(seconds: now), channel: start.telephone ?? first.channel,
                kind: first.kind,
                category: first.category, place: first.place, content: said.text,
                source: SimulationPlan.source))
        callers.append(said.caller ?? callers[0])
        var event = blank(.contact, by: random.pick(Staff.agents))
        event.sequence = sequence
        event.disposition = disposition
        add(event)
    }

    /// Some ring again when everything is over: most are told how it ended, for some it is sent out once more.
    mutating func reopen(_ again: Retelling) {
        guard stage == .closed || stage == .answered, !isTaken, random.chance(0.02) else { return }
        let drawn = now + Int64(86_400 + random.below(10 * 86_400))
        let second = office.second(drawn)
        guard second > 25_200, second < 79_200, reach(drawn) else { return }
        ring(again, isOther: false, disposition: .undisposed)
        guard start.unit != nil, random.chance(0.4) else {
            var event = blank(.direct, by: events[events.count - 1].staff)
            event.sequence = contacts.count
            event.disposition = .direct
            event.ending = asks(direct: true) ? nil : .uncalled
            event.reply = random.pick(Papers.direct)
            return add(event)
        }
        rounds += 1
        send(by: events[events.count - 1].staff)
        work(again)
        if stage == .replied { ask(again) }
    }

    /// Whether the case ended without an answer of ours.
    private var isTaken: Bool {
        events.last { $0.toStage == .closed }.map {
            [.withdraw, .relay, .refuse].contains($0.action)
        } ?? false
    }
}
