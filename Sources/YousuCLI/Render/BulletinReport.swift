import CaseStore
import Casework
import Desk
import Paper
import Reports

extension Report {
    /// A day's bulletin; its charts are counted only where they are drawn.
    init(_ daily: DailyBulletin, desk: Desk, asOf: String?, computed: Bool) throws {
        let bulletin = daily.bulletin
        let clock = try desk.settings().clock
        self.init(
            document: {
                let settings = try desk.settings()
                return bulletin.document(
                    text: daily.text, trend: try desk.trend(of: bulletin.day, asOf: asOf, computed: computed),
                    settings: settings,
                    made: settings.clock.day(of: daily.issued.last?.issuedAt ?? desk.now()),
                    mark: try desk.mark(), isDraft: !daily.obstacles.isEmpty)
            },
            json: { JSONShapes.bulletin(daily, clock: clock) }, text: daily.text,
            summary:
                "\(Period(bulletin.day).fullName)日报：来电 \(bulletin.calls) 件次，留言 \(bulletin.messages) 件，转交 \(bulletin.transferred) 件"
        )
    }
}
