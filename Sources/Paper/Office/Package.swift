/// An office file (ECMA-376): parts in a zip archive, with their types and what they refer to.
struct Package {
    /// Where relations and types are named.
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A part of the file.
    struct Part {
        /// Where it is, without a leading slash.
        let path: String
        /// Its type after `application/vnd.openxmlformats-officedocument.`.
        let type: String
        /// What its owner refers to it as, after `relations`.
        let relation: String
        let content: String
    }

    /// The folder of the main part and of those that it refers to.
    let folder: String
    let main: Part
    /// What the main part refers to as rId1, rId2 and so on.
    let parts: [Part]

    /// All that is in the archive.
    var files: [(path: String, content: String)] {
        let name = main.path.dropFirst(folder.count + 1)
        return [
            ("[Content_Types].xml", Self.types([main] + parts)),
            ("_rels/.rels", Self.relationships([main], to: "")),
            ("\(folder)/_rels/\(name).rels", Self.relationships(parts, to: "\(folder)/")),
        ] + ([main] + parts).map { ($0.path, $0.content) }
    }

    var archive: [UInt8] {
        var zip = Zip()
        for file in files { zip.add(file.path, file.content) }
        return zip.archive()
    }

    private static func types(_ parts: [Part]) -> String {
        var xml = Markup()
        xml.element("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]) {
            xml in
            xml.empty(
                "Default",
                [
                    "Extension": "rels",
                    "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
                ])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            for part in parts {
                xml.empty(
                    "Override",
                    [
                        "PartName": "/" + part.path,
                        "ContentType": "application/vnd.openxmlformats-officedocument." + part.type,
                    ])
            }
        }
        return xml.text
    }

    private static func relationships(_ parts: [Part], to folder: String) -> String {
        var xml = Markup()
        xml.element(
            "Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]
        ) { xml in
            for (index, part) in parts.enumerated() {
                xml.empty(
                    "Relationship",
                    [
                        "Id": "rId\(index + 1)", "Type": "\(relations)/\(part.relation)",
                        "Target": String(part.path.dropFirst(folder.count)),
                    ])
            }
        }
        return xml.text
    }
}
