import Glibc
import Trials

extension Place {
    /// Runs the program at a terminal. What it writes there is its output, byte for byte, with its complaints behind.
    func onTerminal(_ words: [String]) throws -> Run {
        let terminal = try PseudoTerminal(columns: 300, rows: 1000)
        let master = terminal.master
        defer { close(master) }
        let slave = try terminal.opened()
        var settings = termios()
        tcgetattr(slave, &settings)
        // Line ends stay as they are written.
        settings.c_oflag &= ~tcflag_t(OPOST)
        tcsetattr(slave, TCSANOW, &settings)
        let process = try start(words.map { Array($0.utf8) }, output: slave, inside: true)
        close(slave)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while ContinuousClock.now < process.deadline {
            var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&wanted, 1, 100) > 0 else { continue }
            let count = read(master, &buffer, buffer.count)
            // An error once nobody has the other side open.
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        let run = try process.end()
        return Run(
            status: run.status, output: bytes + run.complaint.utf8, complaint: run.complaint,
            milliseconds: run.milliseconds)
    }
}
