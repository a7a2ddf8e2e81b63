import CaseStore
import Casework
import City
import Reports
import Sealing
import Simulation

/// The one table of what is said about errors and notices.
public enum Wording {
    /// The wording of an error.
    public static func complaint(_ error: any Error) -> Complaint {
        switch error {
        case let error as DeskError: complaint(error)
        case let error as WorkflowError: complaint(error)
        case let error as RefusedAmongSeveral: complaint(error)
        case let error as StoreError: complaint(error)
        case let error as SealingError: complaint(error)
        case let error as CityProblems: complaint(error)
        case let error as SimulationError: complaint(error)
        case let error as DraftMistakes: complaint(error)
        case let error as TemplateError: Complaint(.configuration, "日报模板有误：第 \(error.line) 行，\(words(error))")
        default: Complaint(.fault, "程序内部出错", "请把操作步骤告诉维护人员；已登记的内容不受影响。")
        }
    }

    /// Of several cases the one that is refused must be named.
    private static func complaint(_ error: RefusedAmongSeveral) -> Complaint {
        let inner = complaint(error.reason)
        let problem =
            inner.problem.contains(error.number) ? inner.problem : "\(error.number)：\(inner.problem)"
        return Complaint(inner.status, problem, inner.remedy + "这几件都没有办。")
    }

    static func list(_ words: [String]) -> String {
        words.joined(separator: "、")
    }

    /// A value as it is quoted: shortened, so that an error stays short.
    static func quoted(_ text: String) -> String {
        "“\(text.count > 60 ? text.prefix(60) + "…" : text)”"
    }
}
