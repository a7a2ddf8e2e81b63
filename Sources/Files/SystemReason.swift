import Glibc

/// Why the system refuses something with a file, in Chinese.
public enum SystemReason {
    /// The words for an error number (errno).
    public static func words(_ number: Int32) -> String {
        switch number {
        case ENOENT: "没有这个文件或文件夹"
        case EACCES, EPERM: "没有权限"
        case EEXIST: "已经有了"
        case ENOTDIR: "路径中有一段不是文件夹"
        case EISDIR: "是文件夹，不是文件"
        case ENAMETOOLONG: "名字太长"
        case ELOOP: "链接绕成了圈"
        case EROFS: "磁盘只读"
        case ENOSPC, EDQUOT: "磁盘已满"
        case EFBIG: "超过文件大小的限制"
        case EIO: "磁盘读写出错"
        case EMFILE, ENFILE: "打开的文件太多"
        case ENOMEM: "内存不够"
        case EPIPE: "读的一方已关闭"
        case ETXTBSY, EBUSY: "正被占用"
        case EXDEV: "不在同一个磁盘上"
        case ENXIO, ENODEV: "没有这个设备"
        default: "系统错误 \(number)"
        }
    }
}
