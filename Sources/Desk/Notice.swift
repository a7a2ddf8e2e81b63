import CaseStore
import Casework

/// What a person should know beside the answer.
public enum Notice: Hashable, Sendable {
    /// The system's clock says so many seconds less than when the last entry was made.
    case clockBehind(seconds: Int64)
    /// The contact was entered after later events of its case.
    case lateEntry(ContactNumber)
    /// The bulletin of the day on which this changes something is issued, and stays as it is.
    case issuedBefore(CivilDay)
    /// The deadline is open, because the calendar of this year is not in.
    case deadlineOpen(missingYear: Int)
    /// A bureau's matter went to a street.
    case bureauMatter(street: String, bureau: String)
    /// The callback is unsettled: a reviewer has to choose.
    case disputed(CaseNumber)
    /// The caller counts as not reached, and the case is closed.
    case unreachable(CaseNumber)
    /// The caller counts as not reached; the case stays as it is.
    case givenUp(ContactNumber)
    /// The caller was not reached; the attempt's count and how many there are to be.
    case attempted(count: Int, of: Int)
    /// By the sample drawn with this seed nobody asks the caller.
    case notDrawn(seed: Int64)
    /// So many units have returned the case that a joint ruling is due.
    case rulingDue(returns: Int)
    /// Extensions of these cases must be asked for before the day's last second for it.
    case lastCallForExtensions([CaseNumber], second: Int64)
    /// The follow-up went to the case into which the one named was merged.
    case followedMerger(CaseNumber, into: CaseNumber)
    /// The callbacks to make are a sample drawn with this seed; percent of replies and of answers on the spot.
    case sample(seed: Int64, transferred: Int, direct: Int)
    /// The follow-up was registered under this number.
    case followUp(ContactNumber, Disposition)
    /// An older store was brought up to date; the copy that was kept.
    case migrated(copy: String)
    /// The bulletin is a draft: the day is not over.
    case dayNotOver(CivilDay)
    /// The bulletin is a draft: its sums do not close.
    case sumsOpen
    /// What this person put up waits for a second signature; 0 for the original, or the correction's number.
    case awaitsSignature(String, CivilDay, number: Int)
    /// The day is known from what was published alone.
    case historic(CivilDay)
    /// The bulletin is a draft: an editor's words name a count that is not, or no longer, the topic's.
    case wordingOutdated(topic: String)
    /// An editor's words are for a topic that the day does not name any more.
    case wordingUnused(topic: String)
    /// What an editor put in other words was computed otherwise then.
    case computedChanged(topic: String, from: String, to: String)
    /// There is little room left on the disk; bytes.
    case diskAlmostFull(free: Int64)
    /// The bulletin is a draft: these calls are not yet decided about.
    case undisposed(count: Int, numbers: [ContactNumber])
    /// A topic's line says that somebody was contacted, but nothing of it was transferred.
    case nothingTransferred(topic: String)
    /// The next year's calendar is not in.
    case calendarEnds(missingYear: Int)
    /// So many attachments came as history only; their files did not.
    case filesAbsent(Int)
    /// A column of the file is not known and was left aside.
    case columnIgnored(String)
    /// The case registered last is likely about the same matter as an earlier one.
    case similar(SimilarCase, to: CaseNumber)
    /// Somebody must be told of what was registered.
    case alert(RaisedAlert)
    /// The configuration in force has rows that the folder does not have.
    case unowned(String)
}
