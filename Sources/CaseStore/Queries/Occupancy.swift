import Casework
import GRDB

extension StoreReader {
    /// Whether there are contacts that come from elsewhere than a source, or from here.
    public func hasContacts(besidesSource source: String) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM contacts WHERE source <> ?)", arguments: [source])
            ?? false
    }

    /// Whether there are cases with numbers of these days.
    public func hasCases(from: CivilDay, to: CivilDay) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM cases WHERE number BETWEEN ? AND ?)",
            arguments: [CaseNumber.range(of: from).lowerBound, CaseNumber.range(of: to).upperBound])
            ?? false
    }
}
