import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An element as a real parser reads it.
final class XMLTree: NSObject, XMLParserDelegate {
    let name: String
    let attributes: [String: String]
    private(set) var children: [XMLTree] = []
    /// All text within, in order.
    private(set) var text = ""
    private var open: [XMLTree] = []

    init(name: String = "", attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }

    /// What is in a file; throws where it is not well-formed.
    static func read(_ content: String) throws -> XMLTree {
        let parser = XMLParser(data: Data(content.utf8))
        let root = XMLTree()
        root.open = [root]
        parser.delegate = root
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        return root
    }

    /// All elements of this name, from top to bottom.
    func all(_ name: String) -> [XMLTree] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let element = XMLTree(name: name, attributes: attributes)
        open.last?.children.append(element)
        open.append(element)
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        for element in open { element.text += string }
    }
}
