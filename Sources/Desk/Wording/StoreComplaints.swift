import CaseStore
import Glibc
import Sealing

extension Wording {
    /// The wording of what is wrong with the store.
    static func complaint(_ error: StoreError) -> Complaint {
        switch error {
        case .notFound(let path): Complaint(.notFound, "没有库文件 \(path)", "用 yousu init 建库，或用 --db 指明位置。")
        case .exists(let path): Complaint(.cannotCreate, "已经有文件 \(path)", "换一个位置，或先移走原来的文件。")
        case .wouldReplace(let path): Complaint(.cannotCreate, "已经有文件 \(path)", "换一个名字；确实要替换就加 --force。")
        case .replaced(let path): Complaint(.busy, "库 \(path) 刚被恢复成另一份，什么也没有记下", "请再试一次。")
        case .unreadable(let path, let reason): Complaint(.io, "读不了 \(path)：\(reason)", "检查路径和权限。")
        case .cannotCreate(let path, let reason):
            Complaint(.cannotCreate, "不能建立 \(path)：\(reason)", "检查路径和权限。")
        case .notAStore(let path): Complaint(.data, "\(path) 不是 yousu 的库文件", "检查 --db 或 YOUSU_DB。")
        case .newer(let path, let program, let schema):
            Complaint(.data, "库 \(path) 由更新的版本 yousu \(program) 写成（结构 \(schema)）", "请先升级本程序。")
        case .older(let path): Complaint(.data, "库 \(path) 由旧的版本写成，还没有升级", "运行 yousu doctor 就会升级。")
        case .damaged(let path): Complaint(.data, "库文件 \(path) 已损坏", "请停止使用，从备份恢复。")
        case .readOnly(let path): Complaint(.io, "库文件 \(path) 是只读的，什么也没有记下", "检查文件权限。")
        case .networkFileSystem(let path, let name):
            Complaint(.io, "\(path) 在网络文件系统（\(name)）上，不能保证不丢数据", "把库放在本机磁盘上。")
        case .busy(let path): Complaint(.busy, "库 \(path) 正忙，等了 5 秒没有轮到，什么也没有记下", "请再试一次。")
        case .full(let path): Complaint(.io, "磁盘已满或文件大小受限，写不进 \(path)，什么也没有记下", "腾出空间再试。")
        case .io(let path): Complaint(.io, "读写 \(path) 失败，什么也没有记下", "检查磁盘、权限和文件大小的限制。")
        case .noRoomToMigrate(let path, let needed, let free):
            Complaint(.io, "库 \(path) 需要升级，但磁盘空间不够：要 \(megabytes(needed))，只有 \(megabytes(free))", "腾出空间再试。")
        case .configChanged(let expected, let actual):
            Complaint(.busy, "现行配置是第 \(actual) 版，不是第 \(expected) 版：有人刚改过", "看过 yousu config show 再决定。")
        case .clockFixed: Complaint(.configuration, "city.yml utcOffset：库里已有工单，时差不能再改", "改回原来的值。")
        case .contradiction: Complaint(.data, "与已有的记录矛盾", "请核对后再试。")
        case .numbersExhausted(let day): Complaint(.fault, "\(day) 的工单号已用完", "请联系维护人员。")
        case .halfDone, .fault: Complaint(.fault, "程序内部出错", "请把操作步骤告诉维护人员；已登记的内容不受影响。")
        }
    }

    static func megabytes(_ bytes: Int64) -> String {
        "\((bytes + 1_048_575) / 1_048_576) MB"
    }

    /// What is wrong with the keys to callers.
    static func complaint(_ error: SealingError) -> Complaint {
        let remedy = "用 YOUSU_KEY 指明密钥文件；日报、列表等不涉及诉求人信息的命令不需要它。"
        return switch error {
        case .missing: Complaint(.unavailable, "没有密钥文件，诉求人信息不能密封或打开，什么也没有记下", remedy)
        case .unreadable(ENOSPC), .unreadable(EFBIG), .unreadable(EDQUOT), .unreadable(EIO):
            Complaint(.io, "密钥文件读写失败，什么也没有记下", "检查磁盘、权限和剩余空间。")
        case .unreadable: Complaint(.unavailable, "密钥文件读写不了", remedy)
        case .exposed:
            Complaint(.unavailable, "密钥文件别人也能读，不能用", "运行 chmod 600 密钥文件；若已泄露，再运行 yousu key rotate。")
        case .malformed: Complaint(.unavailable, "密钥文件的内容不是密钥", remedy)
        case .otherKey: Complaint(.unavailable, "密钥文件里没有密封这些信息的密钥", remedy)
        case .broken: Complaint(.data, "密封的诉求人信息被改动过，打不开", "运行 yousu verify 检查，从备份恢复。")
        }
    }
}
