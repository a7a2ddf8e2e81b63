import CaseStore
import Casework

/// One case as it is shown: names instead of rows, the caller masked.
public struct CaseView: Sendable {
    /// The case with all that follows from its history.
    public let file: CaseFile
    /// The contacts that had come by the moment looked at.
    public let contacts: [ContactView]
    /// The history.
    public let events: [EventView]
    /// The attachments.
    public let attachments: [AttachmentView]
    /// The name of the unit that leads; empty before dispatch.
    public let unit: String
    /// The names of the units that help.
    public let coUnits: [String]
    /// How its deadline comes about; nil before dispatch.
    public let reckoning: Reckoning?
    /// By when the unit has to sign; nil unless it has not signed yet.
    public let signBy: Deadline?
    /// The units that led, one after the other, with their own clocks.
    public let assignments: [AssignmentView]
    /// Why supervisors watch over it; empty where they do not.
    public let supervision: [Supervision]
    /// The leader who answers for a matter that was hung up; empty where none does.
    public let leader: String
    /// The cases that were merged into it.
    public let merged: [CaseNumber]
    /// Of what the program warned, the newest first.
    public let alerts: [RaisedAlert]
    /// The issues that are followed up and to which a contact of the case belonged when they were found.
    public let tracked: [TrackedIssue]
    /// The grade whose limits hold; empty before dispatch.
    public let grade: String
    /// The signal; nil where no unit has the case.
    public let signal: Signal?
    /// What can be done now, in the order of the workflow.
    public let possible: [Action]
    /// When it is due; nil before dispatch.
    public var deadline: Deadline? { reckoning?.deadline }
    /// The contact that speaks for the case.
    public var lead: ContactView? {
        contacts.first { $0.number.sequence == file.state.lead }
    }
}

/// A unit's time with a case as it is shown.
public struct AssignmentView: Sendable {
    /// The unit's name.
    public let unit: String
    /// From when to when, and how it ended.
    public let assignment: Assignment
    /// When its own time to finish ends.
    public let deadline: Deadline?
}

/// One contact as it is shown.
public struct ContactView: Sendable {
    /// Its number.
    public let number: ContactNumber
    /// What was taken down.
    public let contact: Contact
    /// What is true of it, after corrections.
    public let state: ContactState
    /// The channel's name.
    public let channel: String
    /// The kind's name; empty where it was not recorded.
    public let kind: String
    /// The category's path; empty for a call without a request.
    public let category: String
    /// Names of the area from the district down.
    public let areas: [String]
    /// The caller's name, masked.
    public let name: String
    /// The caller's phone number, masked.
    public let phone: String
}

/// One event as it is shown.
public struct EventView: Sendable {
    /// What was recorded.
    public let event: Event
    /// The stage before.
    public let from: Stage
    /// The stage after.
    public let to: Stage
    /// The name of the unit that leads.
    public let unit: String
    /// The names of the units that help.
    public let coUnits: [String]
    /// The name of the leader who answers for it; empty where none does.
    public let leader: String
    /// What was corrected: the field and what it says since.
    public let corrections: [(field: String, value: String)]
}

/// Names and numbers of callers, hidden as far as possible.
enum Mask {
    /// `138****5678`; of numbers with fewer than 11 digits only the last two are shown.
    static func phone(_ phone: String) -> String {
        guard phone.count < 11 else { return phone.prefix(3) + "****" + phone.suffix(4) }
        return phone.isEmpty ? "" : "****" + (phone.count > 4 ? phone.suffix(2) : "")
    }

    /// `张**`
    static func name(_ name: String) -> String {
        name.first.map { "\($0)**" } ?? ""
    }

    /// A caller that cannot be opened, because the key is not at hand.
    static let sealed = "（已密封）"

    /// A confidential caller, everywhere.
    static let confidential = "保密"
}
