/// The encodings that Chinese spreadsheets and exports come in.
public enum TextEncoding: String, Sendable {
    /// UTF-8, with or without byte order mark; also plain ASCII.
    case utf8 = "UTF-8"
    /// GB18030, which includes GBK and GB2312.
    case gb18030 = "GB18030"
}
