import CaseStore
import Casework

/// What is wrong with what somebody asked for. The wording stands in ``Wording``.
public enum DeskError: Error, Hashable, Sendable {
    /// Something that must be given is not; the option's name.
    case missing(String)
    /// Something that must be given is not; the option's name and what it takes.
    case missingChoice(String, choices: [String])
    /// Two things that exclude each other.
    case excludes(String, String)
    /// A time that cannot be read.
    case badTime(String)
    /// A day that cannot be read.
    case badDay(String)
    /// A month, week, year or day that cannot be read.
    case badPeriod(String)
    /// A slip for a unit, of a case that no unit has.
    case notDispatched(CaseNumber)
    /// A holiday whose days the calendar does not tell.
    case noHoliday(String)
    /// A moment or day in the future.
    case future(String)
    /// No number of a case.
    case badNumber(String)
    /// There is no such case.
    case noSuchCase(String)
    /// The action would be dated before the last one of its case; both moments and the city's clock.
    case beforeLast(Instant, last: Instant, CityClock)
    /// None of the person's roles allows it; these would.
    case notAllowed(String, roles: Set<Role>)
    /// Nobody of this name is on the list of staff.
    case unknownStaff(String)
    /// Nobody of this name is there to be changed.
    case noSuchStaff(String)
    /// The person may not work any more.
    case disabledStaff(String)
    /// It is another unit's turn.
    case otherUnit(Action, unit: String)
    /// A handler may not see what lies with this unit.
    case notOwn(unit: String)
    /// A handler may not see a case that the own unit neither leads nor helps with.
    case notOwnCase(unit: String)
    /// The unit neither leads nor helps.
    case notInvolved(unit: String)
    /// A return is upheld, and the case would go to the unit that returned it.
    case sameUnit(String)
    /// The unit does not lie below the one that leads; these do.
    case notBelow(unit: String, above: String, below: [String])
    /// The case into which another should go was merged itself.
    case targetMerged(CaseNumber, into: CaseNumber)
    /// The case into which another should go was merged into that one before.
    case targetFollows(CaseNumber)
    /// The case into which another should go is over.
    case targetOver(CaseNumber)
    /// The case into which another should go is no request.
    case targetAside(CaseNumber)
    /// Cases were merged into this one, with which the action would leave them.
    case hasFollowers(Action, CaseNumber, [CaseNumber])
    /// The last person who keeps configuration and staff would be gone.
    case lastAdministrator(String)
    /// The same case is named twice.
    case namedTwice(String)
    /// Several cases end in these digits.
    case ambiguousNumber(String, [CaseNumber])
    /// No row of the directory has this name; these are near.
    case unknownName(DirectoryEntity, String, near: [String])
    /// Several rows of the directory fit.
    case ambiguousName(DirectoryEntity, String, fits: [String])
    /// The channel is none for messages.
    case notOnline(String)
    /// None of the words that a field takes. Fields that are options bear their hyphens, here and below.
    case badChoice(field: String, value: String, choices: [String])
    /// No telephone number.
    case badPhone(String)
    /// A text of blanks only.
    case empty(String)
    /// A text that is too long: the field, its length and the limit, in characters.
    case tooLong(String, count: Int, limit: Int)
    /// A text that is too long in bytes of UTF-8.
    case tooManyBytes(String, count: Int, limit: Int)
    /// A text with a NUL character.
    case nulCharacter(String)
    /// The case is with another unit; a follow-up goes to that one by itself.
    case withOtherUnit(CaseNumber, unit: String)
    /// No dispatch rule names a unit for the matter.
    case noRule(category: String)
    /// The rule names the district's government, and the district is not known.
    case noDistrict(category: String)
    /// A ruling about a matter whose district is not known was to become a dispatch rule.
    case noDistrictForRule(category: String)
    /// The number in another system is that of a contact already registered.
    case knownExternalID(String, ContactNumber)
    /// The first day lies after the last.
    case emptyRange(from: String, to: String)
    /// A search without a word to look for.
    case nothingToFind
    /// A search that is too long; characters.
    case searchTooLong(count: Int, limit: Int)
    /// A search with too many words.
    case tooManyTerms(count: Int, limit: Int)
    /// No category is given; what was learned suggests these.
    case categorySuggested([Guess])
    /// There is no alert with this number.
    case noSuchAlert(String)
    /// Somebody saw to the alert before.
    case acknowledged(String, by: String)
    /// There is no article of the knowledge base with this number.
    case noSuchArticle(String)
    /// The article is not to be answered any more.
    case articleOver(Article)
    /// The day on which something would end is over.
    case dayOver(String)
    /// There is no issue of this rank among so many.
    case noSuchRank(Int, of: Int)
    /// Nothing tells an issue from others well enough to be followed up.
    case vagueIssue(Int)
    /// There is no issue of this number that is followed up.
    case noSuchTracked(String)
    /// Contacts of the issue are followed up already, under this number.
    case alreadyTracked(Int64)
    /// The issue is not followed up any more.
    case trackingOver(Int64)
    /// Nothing is known, or no longer, of who called about a case, and nothing sealed is attached to it.
    case nothingToForget(CaseNumber)
    /// A file to be attached has no bytes.
    case emptyFile(String)
    /// A file to be attached is too large.
    case fileTooLarge(String, bytes: Int, limit: Int)
    /// There is no attachment at this place among so many of the case.
    case noSuchAttachment(CaseNumber, String, count: Int)
    /// The attachment was erased.
    case attachmentErased(CaseNumber, place: Int)
    /// The history was taken over from another store, without its files.
    case attachmentAbsent(CaseNumber, place: Int)
    /// The file of the attachment is missing or broken.
    case attachmentLost(CaseNumber, place: Int)
    /// Files that a copy should have beside it are missing or broken.
    case copyLacksFiles(path: String, [AttachmentNumber])
    /// Nothing was learned yet.
    case nothingLearned
    /// What was learned is damaged, or of a later version.
    case badModel(version: Int)
    /// No category has so many contacts.
    case tooFewToLearn(needed: Int)
    /// Only one category has enough contacts.
    case oneCategoryToLearn(String)
    /// No unit is given; the rules suggest this one.
    case unitSuggested(String, why: String)
    /// The figure asked for is none of the bulletin's.
    case badFigure(String, choices: [String])
    /// A day's bulletin is a draft, for these reasons.
    case draft(CivilDay, [Notice])
    /// The bulletin was issued before.
    case alreadyIssued(CivilDay, by: String)
    /// The bulletin was not issued yet.
    case notIssued(CivilDay)
    /// A correction would say what was issued.
    case nothingToCorrect(CivilDay)
    /// The same was put up before and waits for another signature.
    case alreadyAsked(CivilDay, by: String)
    /// Nothing waits for a second signature.
    case nothingToApprove(CivilDay)
    /// The second signature must be another person's.
    case ownSignature(CivilDay)
    /// The records say something else than what was put up.
    case changedSince(CivilDay, by: String)
    /// What was issued cannot be read.
    case badEdition(CivilDay)
    /// Of a day nothing but the published figures is known.
    case onlyFigures(CivilDay)
    /// The records begin after a day.
    case nothingRecorded(CivilDay)
    /// There is a file already where one was to be written.
    case fileExists(String)
    /// A file cannot be read or written; the system's words.
    case file(path: String, reason: String)
    /// The folder with a configuration is not there.
    case noDirectory(String)
    /// The file to import lacks a column.
    case missingColumn(String)
    /// `--columns` names a column that is not there.
    case badColumn(String, choices: [String])
    /// The file to import cannot be read as text or as CSV.
    case badFile(FileFault)
    /// A number that is no count, or less than it must be.
    case badCount(field: String, value: String, least: Int = 0)
    /// The store was not sound.
    case findings([Finding])
    /// A copy is not to be trusted: how much is wrong with it, where that can be told.
    case badCopy(path: String, count: Int?)
    /// No line of a history's newest link.
    case badHead(String)
    /// Made-up cases were to be recorded among real ones.
    case realCases
    /// There are cases in the days for which some were to be made up.
    case daysUsed(from: CivilDay, to: CivilDay)
    /// Cases were made up with this seed before.
    case seedUsed(Int)
    /// More days than make sense.
    case tooManyDays(Int, most: Int)

    /// Why a file is no readable table.
    public enum FileFault: Hashable, Sendable {
        /// Neither UTF-8 nor GB18030, from this byte on.
        case encoding(byte: Int)
        /// The system's converter for GB18030 is not installed.
        case converterMissing
        /// There is no line with headings.
        case empty
        /// The headings are not readable as CSV; line and column.
        case headings(line: Int, column: Int)
    }
}

/// Why one of several cases was refused, so that none of them was changed.
struct RefusedAmongSeveral: Error {
    /// The case, as it was typed.
    let number: String
    /// Why.
    let reason: any Error
}
