import CaseStore
import Casework

extension Wording {
    /// What an answer rests on, as it is recorded with it: 知识 12：社保卡怎么补办
    public static func citation(_ article: Article) -> String {
        "知识 \(article.id)：\(article.question)"
    }

    /// Why an article is not to be answered any more; empty where it is.
    public static func end(of article: Article) -> String {
        switch article.end {
        case .replaced(let newer): "已由 \(newer) 代替"
        case .retired(let staff, let reason): "\(staff) 停用：\(reason)"
        case .expired: "已过有效期"
        case nil: ""
        }
    }

    static func articleOver(_ article: Article) -> Complaint {
        switch article.end {
        case .replaced(let newer):
            Complaint(.refused, "知识 \(article.id) 已由 \(newer) 代替", "用 \(newer)；先看看说得一样不一样。")
        case .retired(_, let reason):
            Complaint(.refused, "知识 \(article.id) 已停用：\(quoted(reason))", "用 yousu knowledge find 另找。")
        case .expired, nil:
            Complaint(
                .refused, "知识 \(article.id) 只到 \(article.validUntil?.description ?? "") 有效",
                "核实后用 yousu knowledge add --replaces \(article.id) 更新。")
        }
    }
}
