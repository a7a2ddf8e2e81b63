import Glibc

/// A terminal of which both sides are in this program's hands.
public struct PseudoTerminal {
    /// The side of whoever sits at it.
    public let master: Int32
    /// Where the other side is.
    private let path: String

    /// Opens one of a size.
    public init(columns: Int, rows: Int) throws {
        // What posix_openpt, unlockpt and ptsname do, which Swift does not see: TIOCSPTLCK and TIOCGPTN.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { throw Trouble("There is no terminal: \(String(cString: strerror(errno)))") }
        var (locked, number): (Int32, Int32) = (0, 0)
        guard ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            close(master)
            throw Trouble("The terminal cannot be unlocked.")
        }
        path = "/dev/pts/\(number)"
        resize(columns: columns, rows: rows)
    }

    /// Opens the other side, for the program that runs at it. Whoever opened it closes it.
    public func opened() throws -> Int32 {
        let slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw Trouble("The terminal cannot be opened.") }
        return slave
    }

    /// Gives it another size; whoever runs at it is told.
    public func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }
}
