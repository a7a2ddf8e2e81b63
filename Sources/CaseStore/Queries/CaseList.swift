import Casework
import GRDB

/// Which cases are wanted; what is nil is not asked for.
public struct CaseFilter: Hashable, Sendable {
    /// From this business day of the leading contact on.
    public var from: CivilDay?
    /// Up to this business day.
    public var to: CivilDay?
    /// The rows of a category and of those below it.
    public var category: [Casework.Category.ID]?
    /// The code of an area; those within it count too.
    public var area: String?
    /// The rows of the unit that leads: one for each wording it had.
    public var unit: [Casework.Unit.ID]?
    /// The code of the channel.
    public var channel: String?
    /// The code of the kind.
    public var kind: String?
    /// The spot, exactly.
    public var spot: String?
    /// The stage; without it, what is aside (void, invalid) is left out.
    public var stage: Stage?
    /// The signal at the moment looked from.
    public var signal: Signal?

    /// All cases.
    public init() {}
}

/// One case as a line of a list.
public struct CaseLine: Hashable, Sendable {
    /// Its number.
    public let number: CaseNumber
    /// When its leading contact was received.
    public let receivedAt: Instant
    /// The name of the channel.
    public let channel: String
    /// The name of the kind; empty where it was not recorded.
    public let kind: String
    /// The path of the category; empty for a call without a request.
    public let category: String
    /// Who named the category.
    public let categorySource: CategorySource
    /// Names of the area from the district down; empty where unknown.
    public let area: String
    /// The spot, or empty.
    public let spot: String
    /// The heading, or the content where there is none.
    public let title: String
    /// Where the case is.
    public let stage: Stage
    /// Since when.
    public let enteredAt: Instant
    /// The name of the unit that leads; empty before dispatch.
    public let unit: String
    /// Its row.
    public let unitID: Casework.Unit.ID?
    /// When it is due; nil where it is not or where the deadline is open.
    public let dueAt: Instant?
    /// By when the next step is due; nil where no clock presses.
    public let pressingAt: Instant?
    /// Whether an extension is asked for.
    public let asksExtension: Bool
    /// Whether supervisors watch over it by hand.
    public let isSupervised: Bool
    /// How often it had to be done again.
    public let reworks: Int
    /// How many units returned it.
    public let returns: Int
    /// The number in the system it came from.
    public let externalID: String?
}

extension StoreReader {
    /// Cases, newest first.
    ///
    /// - Parameters:
    ///   - moment: the state that had been reached by then; nil for now.
    ///   - now: the moment from which signals are looked at.
    ///   - limit: at most so many; nil for all.
    public func cases(
        _ filter: CaseFilter, asOf moment: Instant?, now: Instant, signals: SignalRule, limit: Int?,
        offset: Int
    ) throws -> [CaseLine] {
        let query = CaseListQuery(filter, asOf: moment, now: now, signals: signals)
        var arguments = query.arguments
        arguments["limit"] = (limit ?? -1).databaseValue
        arguments["offset"] = offset.databaseValue
        return try db.ask("\(query.lines) LIMIT :limit OFFSET :offset", arguments).map(CaseListQuery.line)
    }

    /// The numbers of cases in their order: all at once, because no index has them in it.
    public func caseNumbers(_ filter: CaseFilter, now: Instant, signals: SignalRule) throws -> [CaseNumber] {
        let query = CaseListQuery(filter, asOf: nil, now: now, signals: signals)
        return try Int64.fetchAll(
            db, sql: "\(query.rows("cases.case_number")) ORDER BY 1",
            arguments: StatementArguments(query.arguments)
        ).compactMap(CaseNumber.init(value:))
    }

    /// How many cases there are, counted up to a cap; nil for no cap.
    public func caseCount(
        _ filter: CaseFilter, asOf moment: Instant?, now: Instant, signals: SignalRule, cap: Int?
    ) throws -> Int {
        let query = CaseListQuery(filter, asOf: moment, now: now, signals: signals)
        var arguments = query.arguments
        arguments["limit"] = (cap ?? -1).databaseValue
        return try db.ask("SELECT count(*) FROM (\(query.rows("1")) LIMIT :limit)", arguments).first { $0[0] }
            ?? 0
    }
}
