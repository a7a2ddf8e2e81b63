import Casework
import GRDB

// What lies below what. History holds rows that are no longer in force, so whoever looks for cases asks for all rows
// that a code ever had.
extension StoreReader {
    /// The codes of the units in force in the tree below a unit, itself first.
    public func tree(ofUnit code: String) throws -> [String] {
        try db.ask("\(Self.unitTree) SELECT code FROM tree", code).map { $0[0] }
    }

    /// All rows that the units in the tree below a unit ever had, its own among them.
    public func unitRows(inTreeOf code: String) throws -> [Casework.Unit.ID] {
        try rows(of: "units", in: Self.unitTree, code)
    }

    /// All rows that a category and those below it ever had.
    public func categoryRows(inTreeOf code: String) throws -> [Casework.Category.ID] {
        try rows(of: "categories", in: Self.categoryTree, code)
    }

    /// All rows that a unit ever had: one for each wording of it.
    public func unitRows(of code: String) throws -> [Casework.Unit.ID] {
        try db.ask("SELECT id FROM units WHERE code = ? ORDER BY id", code).map { $0[0] }
    }

    /// The codes of a category and of those above it, deepest first.
    public func lineage(ofCategory code: String) throws -> [String] {
        var codes = [code]
        while let last = codes.last, codes.count < 8, let parent = try category(code: last)?.parentCode {
            codes.append(parent)
        }
        return codes
    }

    private func rows(of table: String, in tree: String, _ code: String) throws -> [Int64] {
        try db.ask(
            "\(tree) SELECT id FROM \(table) WHERE code IN (SELECT code FROM tree) ORDER BY id", code
        ).map { $0[0] }
    }

    /// What lay below a category once counts to it; a unit answers only for those that are below it now.
    private static let categoryTree = tree(of: "categories", where: "TRUE")
    private static let unitTree = tree(of: "units", where: "units.until_version IS NULL")

    private static func tree(of table: String, where condition: String) -> String {
        """
        WITH RECURSIVE tree (code) AS (
            VALUES (?) UNION SELECT \(table).code FROM \(table) JOIN tree ON \(table).parent_code = tree.code
            WHERE \(condition))
        """
    }
}
