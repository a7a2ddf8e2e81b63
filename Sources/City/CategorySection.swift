import Casework

extension CityLoader {
    /// categories.yml: a tree of up to three levels, whose lower levels inherit finding and owner.
    static func categories(
        _ root: Cursor, units: [Entry<Casework.Unit>], districtContact: String
    ) -> [Entry<Category>] {
        root.allow("categories")
        let contacts = Dictionary(units.map { ($0.value.code, $0.value.name) }) { first, _ in first }
            .merging(["district": districtContact]) { _, own in own }
        var reader = CategoryReader(contacts: contacts)
        let list = root.at("categories")
        reader.read(list.entries, below: nil)
        let names = reader.categories.filter { $0.value.parentCode == nil }.flatMap(\.spellings).map(\.name)
        if list.node != nil, !names.contains(Category.other) {
            list.report(.badValue(wanted: "有一级分类“\(Category.other)”的列表，没写分类的诉求归入它"))
        }
        return reader.categories
    }
}

private struct CategoryReader {
    let contacts: [String: String]
    var categories: [Entry<Category>] = []
    private var codes = CodeBook()

    init(contacts: [String: String]) {
        self.contacts = contacts
    }

    mutating func read(_ entries: [Cursor], below parent: Category?) {
        var names = NameBook()
        for entry in entries {
            entry.allow("code", "name", "finding", "owner", "aliases", "children")
            let spellings = names.take(entry)
            let name = spellings.first?.name ?? ""
            if name.contains("/") { entry.at("name").report(.badValue(wanted: "不含“/”的名称")) }
            let code = codes.take(entry.at("code"))
            let category = Category(
                id: 0, code: code, path: parent.map { "\($0.path)/\(name)" } ?? name,
                rootCode: parent?.rootCode ?? code, parentCode: parent?.code,
                finding: finding(entry, below: parent), contact: contact(entry, below: parent),
                position: categories.count)
            categories.append(Entry(value: category, spellings: spellings))
            let children = entry.at("children").optionalEntries
            if category.path.split(separator: "/").count == 3, !children.isEmpty {
                entry.at("children").report(.badValue(wanted: "至多三级"))
            } else {
                read(children, below: category)
            }
        }
    }

    private func finding(_ entry: Cursor, below parent: Category?) -> Category.Finding {
        let choices = Category.Finding.allCases.map { ($0.rawValue, $0) }
        let own =
            parent == nil ? entry.at("finding").requiredChoice(choices) : entry.at("finding").choice(choices)
        return own ?? parent?.finding ?? .problem
    }

    private func contact(_ entry: Cursor, below parent: Category?) -> String {
        guard let owner = entry.at("owner").optionalText else {
            if parent == nil { entry.report(.withoutOwner) }
            return parent?.contact ?? ""
        }
        guard let contact = contacts[owner] else {
            entry.at("owner").report(.unknownReference(file: "units.yml"))
            return ""
        }
        return contact
    }
}
