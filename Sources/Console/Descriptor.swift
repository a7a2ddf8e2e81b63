import Glibc

/// Writing to a file descriptor.
public enum Descriptor {
    /// Writes all of the text, waiting where the descriptor does not block.
    ///
    /// - Throws: the system's error number, such as that of a full disk.
    public static func write(_ text: String, to descriptor: Int32) throws(WriteError) {
        var text = text
        let code = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
        if code != 0 { throw WriteError(code: code) }
    }

    /// Writes all of the bytes, waiting where the descriptor does not block.
    ///
    /// - Throws: the system's error number, such as that of a full disk.
    public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(WriteError) {
        let code = bytes.withUnsafeBytes { write($0, to: descriptor) }
        if code != 0 { throw WriteError(code: code) }
    }

    /// Returns 0, or the system's error number.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wanted, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
