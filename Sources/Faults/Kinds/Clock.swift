extension Fault {
    /// The clock is set back, or forward and back again, between two commands.
    static let clock = Fault(
        name: "clock", meaning: "the clock set back between two commands", rounds: 20
    ) { site, count in
        try site.rounds(count) { round, chance in
            var tally = Tally()
            let place = try site.place()
            defer { place.remove(after: tally) }
            let name = "round \(round)"
            // More than what may pass between two commands on a machine that has much to do.
            let back = -[30, 60, 3600, 86_400, 400 * 86_400][round % 5]
            let number = try place.expect(Work.call(1)).numbers[0]
            let later = try place.run(Work.call(2), shim: Shim(clock: back))
            tally.count("calls after the clock was set back")
            tally.promise(later.status == 0, "\(name): a call ended with \(later.status), \(later.complaint)")
            tally.promise(
                later.complaint.contains("系统时钟比上一条记录早"), "\(name): no notice of the clock: \(later.complaint)"
            )
            let sign = try place.run(["sign", number], shim: Shim(clock: back))
            tally.count("actions after the clock was set back")
            tally.count("actions \(sign.status == 0 ? "taken" : "refused with \(sign.status)")")
            tally.promise(sign.isOrderly, "\(name): sign ended with \(sign.status), \(sign.complaint)")
            if round == 0 { Faults.say("  sign said: \(sign.complaint.replacing("\n", with: " "))") }
            for question in Sound.questions {
                let run = try place.run(question, shim: Shim(clock: back))
                tally.promise(
                    run.isOrderly, "\(name): \(question[0]) ended with \(run.status), \(run.complaint)")
            }
            let disorder = try Rows.of(
                place.store,
                """
                SELECT count(*) FROM events JOIN events AS later USING (case_number)
                WHERE later.id > events.id AND later.at < events.at AND later.action <> 'contact'
                """)[0][0]
            tally.promise(disorder == "0", "\(name): \(disorder) pairs of events are out of order")
            if let wrong = try place.verified() { tally.isBroken("\(name): \(wrong)") }
            // The clock is right again.
            let again = try place.run("sign", number)
            tally.promise(
                again.status == (sign.status == 0 ? 77 : 0),
                "\(name): sign ended with \(again.status), \(again.complaint)")
            return tally
        }
    }
}
