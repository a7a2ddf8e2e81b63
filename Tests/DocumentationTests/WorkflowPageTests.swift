import Casework
import Foundation
import Testing

/// The guide says of the workflow what the table says.
struct WorkflowPageTests {
    private static let page = Shell.root.appending(path: "docs/workflow.md")

    /// What stands between the markers of each name.
    private static var generated: [(name: String, text: String)] {
        [
            ("diagrams", WorkflowDiagram.all.map(\.markdown).joined(separator: "\n\n")),
            ("table", WorkflowTable.markdown),
        ]
    }

    @Test("The guide's diagram and table are those of the workflow; YOUSU_RENEW=1 writes them anew")
    func isCurrent() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        let current = try Self.generated.reduce(page) { try Self.replace($1.name, in: $0, by: $1.text) }
        if ProcessInfo.processInfo.environment["YOUSU_RENEW"] == "1" {
            try current.write(to: Self.page, atomically: true, encoding: .utf8)
        } else {
            #expect(page == current, "Write it anew: YOUSU_RENEW=1 scripts/test --filter WorkflowPageTests")
        }
    }

    @Test(
        "A diagram names no box twice and draws no arrow twice", arguments: WorkflowDiagram.all.map(\.mermaid)
    )
    func isDrawnOnce(diagram: String) {
        let lines = diagram.split(separator: "\n").dropFirst()
        let boxes = lines.compactMap { $0.firstMatch(of: /state "(.+)" as (\w+)/) }
        #expect(Set(boxes.map(\.1)).count == boxes.count)
        #expect(Set(boxes.map(\.2)).count == boxes.count)
        let arrows = lines.compactMap { $0.split(separator: " : ").first }.filter { $0.contains("-->") }
        #expect(Set(arrows).count == arrows.count)
        #expect(boxes.count + arrows.count == lines.count)
    }

    @Test("Every action that moves a case stands in one diagram, and no other")
    func areComplete() {
        let moving = Workflow.transitions.filter { $0.to != .stays }.map(\.action)
        for action in Action.allCases {
            let count = WorkflowDiagram.all.count { $0.actions.contains(action) }
            #expect(count == (moving.contains(action) || action == .contact ? 1 : 0), "\(action)")
        }
    }

    private static func replace(_ name: String, in page: String, by text: String) throws -> String {
        let (begin, end) = ("<!-- generated: \(name) -->", "<!-- end: \(name) -->")
        let first = try #require(page.range(of: begin), "no \(begin)")
        let last = try #require(page.range(of: end, range: first.upperBound..<page.endIndex), "no \(end)")
        return page.replacingCharacters(in: first.upperBound..<last.lowerBound, with: "\n\n\(text)\n\n")
    }
}
