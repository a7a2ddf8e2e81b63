import Casework
import GRDB

/// Somebody who works at the hotline or in a unit.
public struct StaffMember: Hashable, Sendable {
    /// The name under which the person works.
    public var name: String
    /// What the person may do.
    public var roles: Set<Role>
    /// The code of the unit for which a handler acts; nil for all.
    public var unit: String?
    /// Whether the person may work now.
    public var isEnabled: Bool

    /// A person with roles.
    public init(name: String, roles: Set<Role>, unit: String? = nil, isEnabled: Bool = true) {
        self.name = name
        self.roles = roles
        self.unit = unit
        self.isEnabled = isEnabled
    }
}

extension StoreReader {
    /// Everybody who was ever entered, by name.
    public func staff() throws -> [StaffMember] {
        try Row.fetchAll(
            db, sql: "SELECT id, name, unit_code, is_enabled FROM staff ORDER BY is_enabled DESC, name"
        ).map { try member($0) }
    }

    /// Somebody by name.
    public func staffMember(_ name: String) throws -> StaffMember? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, name, unit_code, is_enabled FROM staff WHERE name = ?"),
            arguments: [name]
        ).map { try member($0) }
    }

    /// Whether anybody was entered besides the maker of the store.
    public func hasOtherStaff() throws -> Bool {
        try db.ask("SELECT count(*) FROM staff").first { $0[0] > 1 } ?? false
    }

    private func member(_ row: Row) throws -> StaffMember {
        let roles = try String.fetchAll(
            db.cachedStatement(sql: "SELECT role FROM staff_roles WHERE staff_id = ?"),
            arguments: [row[0] as Int64])
        return StaffMember(
            name: row[1], roles: Set(roles.compactMap { Role(rawValue: $0) }), unit: row[2], isEnabled: row[3]
        )
    }
}

extension StoreWriter {
    /// Enters somebody, or changes what is known of the person.
    public func put(_ member: StaffMember, by staff: String, at moment: Instant) throws {
        try db.run(
            """
            INSERT INTO staff (name, unit_code, is_enabled, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET unit_code = excluded.unit_code, is_enabled = excluded.is_enabled,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """, [member.name, member.unit, member.isEnabled, moment.seconds, staff])
        try db.run(
            "DELETE FROM staff_roles WHERE staff_id = (SELECT id FROM staff WHERE name = ?)", [member.name])
        for role in member.roles {
            try db.run(
                "INSERT INTO staff_roles (staff_id, role) SELECT id, ? FROM staff WHERE name = ?",
                [role.rawValue, member.name])
        }
    }
}
