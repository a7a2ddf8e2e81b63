import Glibc

extension Place {
    /// What the program writes to a terminal, byte for byte.
    func onTerminal(_ words: [String]) throws -> [UInt8] {
        // What posix_openpt, unlockpt and ptsname do, which Swift does not see: TIOCSPTLCK and TIOCGPTN.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { throw Trouble("There is no terminal: \(String(cString: strerror(errno)))") }
        defer { close(master) }
        var (locked, number): (Int32, Int32) = (0, 0)
        guard ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw Trouble("The terminal cannot be unlocked.")
        }
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw Trouble("The terminal cannot be opened.") }
        var settings = termios()
        tcgetattr(slave, &settings)
        // Line ends stay as they are written.
        settings.c_oflag &= ~tcflag_t(OPOST)
        tcsetattr(slave, TCSANOW, &settings)
        var size = winsize(ws_row: 1000, ws_col: 300, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
        let process = try start(words.map { Array($0.utf8) }, output: slave, inside: true)
        close(slave)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        // Ends with an error once nobody has the other side open.
        while case let count = read(master, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        let run = try process.end()
        return bytes + run.complaint.utf8
    }
}
