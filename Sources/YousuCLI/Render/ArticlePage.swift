import CaseStore
import Casework
import Console
import Desk
import Lettering
import Reports

/// One article of the knowledge base as a page to read.
struct ArticlePage {
    let article: Article
    let clock: CityClock
    let style: Style

    var text: String {
        var lines = [style.paint("知识 \(article.id)", .bold) + "  \(Self.harmless(article.question))"]
        func add(_ label: String, _ value: String) {
            if !value.isEmpty { lines.append("  \(label)：\(Self.harmless(value))") }
        }
        add("分类", article.category)
        add("有效至", article.validUntil?.description ?? "")
        add("代替", article.replaces.map { "\($0)" } ?? "")
        add("登记", "\(article.staff) \(clock.plain(article.at))")
        add("现状", Wording.end(of: article))
        let answer = Visible.visible(article.answer, keepNewlines: true)
        lines += [""] + answer.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func harmless(_ text: String) -> String { Visible.visible(text, keepNewlines: false) }
}

extension Sheet {
    /// Articles of the knowledge base.
    init(_ articles: [Article]) {
        self.init(
            [
                TableColumn("编号", alignment: .right), TableColumn("问题", minWidth: 10, maxWidth: 30),
                TableColumn("答复", minWidth: 10, maxWidth: 50, isFlexible: true),
                TableColumn("分类", maxWidth: 24), TableColumn("有效至"), TableColumn("现状", maxWidth: 30),
            ],
            rows: articles.map { article in
                [
                    "\(article.id)", article.question, article.answer, article.category,
                    article.validUntil?.description ?? "",
                    article.end == nil ? "在用" : Wording.end(of: article),
                ].map { TableCell($0) }
            })
    }
}

extension JSONShapes {
    static func articles(_ articles: [Article], clock: CityClock) -> JSON {
        .object(["schema": schema, "articles": .array(articles.map { .object(article($0, clock)) })])
    }

    private static func article(_ article: Article, _ clock: CityClock) -> [String: JSON] {
        var values: [String: JSON] = [
            "id": .int(Int(article.id)), "question": .string(article.question),
            "answer": .string(article.answer), "category": .string(article.category),
            "validUntil": .optional(article.validUntil?.description), "at": .string(clock.iso(article.at)),
            "by": .string(article.staff), "replaces": article.replaces.map { .int(Int($0)) } ?? .null,
            "replacedBy": .null, "retired": .null, "expired": .bool(article.end == .expired),
        ]
        switch article.end {
        case .replaced(let newer): values["replacedBy"] = .int(Int(newer))
        case .retired(let staff, let reason):
            values["retired"] = .object(["by": .string(staff), "reason": .string(reason)])
        case .expired, nil: break
        }
        return values
    }
}
