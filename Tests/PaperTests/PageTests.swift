import Testing

@testable import Paper

/// The HTML page.
struct PageTests {
    private let page = MadeUpNotice.document.html()

    @Test func `the page needs nothing from elsewhere`() throws {
        for reference in ["src=", "href=", "url(", "@import", "<link", "<script", "<iframe", "://"] {
            #expect(!page.contains(reference), "\(reference)")
        }
    }

    @Test func `every chart has a title and its figures in words`() throws {
        let tree = try XMLTree.read(page)
        let drawings = tree.all("svg")
        #expect(drawings.count == 3)
        for drawing in drawings {
            #expect(drawing.attributes["role"] == "img")
            let named = drawing.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
            let title = try #require(drawing.children.first { $0.name == "title" })
            let words = try #require(drawing.children.first { $0.name == "desc" })
            #expect(named == [title, words].map { $0.attributes["id"] ?? "" })
            #expect(!title.text.isEmpty && words.text.contains("："))
        }
        #expect(Set(tree.ids).count == tree.ids.count)
    }

    @Test func `a day about which nothing is known breaks the line`() throws {
        let lines = try XMLTree.read(page).all("polyline")
        let points = lines.compactMap { $0.attributes["points"]?.split(separator: " ").count }
        #expect(points == [31, 15, 15])
    }

    @Test func `everything drawn lies within the drawing`() throws {
        for drawing in try XMLTree.read(page).all("svg") {
            let box = drawing.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) } ?? []
            for bar in drawing.all("rect") {
                let sides = ["x", "y", "width", "height"].map {
                    bar.attributes[$0].flatMap(Double.init) ?? -1
                }
                #expect(sides.allSatisfy { $0 >= 0 })
                #expect(sides[0] + sides[2] <= box[2] && sides[1] + sides[3] <= box[3])
            }
        }
    }

    @Test func `the mark stands at the foot of printed pages, whatever is in it`() {
        let style = HTMLStyle.text(mark: "王一 \"}</style>\\\n9")
        #expect(
            style.contains("content: \"王一\\20 \\22 \\7d \\3c \\2f \\73 \\74 \\79 \\6c \\65 \\3e \\5c ⏎9\""))
    }
}

extension XMLTree {
    /// All ids within.
    fileprivate var ids: [String] { children.flatMap { [$0.attributes["id"]].compactMap(\.self) + $0.ids } }
}
