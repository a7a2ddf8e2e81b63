import CaseStore
import Casework

/// Somebody to be entered or changed. Names are what people type.
public struct StaffRequest: Sendable {
    /// The person's name.
    public var name: String
    /// The roles.
    public var roles: [String] = []
    /// The unit for which a handler acts.
    public var unit: String?

    /// A person without roles yet.
    public init(name: String) {
        self.name = name
    }
}

/// Somebody as shown.
public struct StaffView: Sendable {
    /// What is known of the person.
    public let member: StaffMember
    /// The name of the unit; empty for all.
    public let unit: String
}

extension Desk {
    /// Enters somebody, or gives the person other roles; who was disabled works again.
    public func putStaff(_ request: StaffRequest) throws {
        try store.write { writer in
            let reader = writer.reader
            try require([.administrator], for: "管理人员", reader)
            let name = try Texts.required(request.name, field: "姓名", limit: 100)
            let roles = Set(try request.roles.map { try Choice.role($0) })
            guard !roles.isEmpty else { throw DeskError.missing("--role") }
            if roles.contains(.handler), request.unit == nil { throw DeskError.missing("--unit（承办人所在的单位）") }
            let unit = try request.unit.map { try Lookup(reader: reader).unit($0).code }
            try writer.put(StaffMember(name: name, roles: roles, unit: unit), by: actor.staff, at: now())
            try checkAdministrator(name, reader)
        }
    }

    /// Keeps somebody from working; what the person did stays.
    public func disableStaff(_ name: String) throws {
        try store.write { writer in
            try require([.administrator], for: "管理人员", writer.reader)
            guard var member = try writer.reader.staffMember(name) else { throw DeskError.noSuchStaff(name) }
            member.isEnabled = false
            try writer.put(member, by: actor.staff, at: now())
            try checkAdministrator(name, writer.reader)
        }
    }

    /// Everybody on the list.
    public func staff() throws -> [StaffView] {
        try store.read { reader in
            try reader.staff().map { member in
                StaffView(
                    member: member, unit: try member.unit.flatMap { try reader.unit(code: $0)?.name } ?? "")
            }
        }
    }

    private func checkAdministrator(_ name: String, _ reader: StoreReader) throws {
        let isKept = try reader.staff().contains { $0.isEnabled && $0.roles.contains(.administrator) }
        if !isKept { throw DeskError.lastAdministrator(name) }
    }
}
