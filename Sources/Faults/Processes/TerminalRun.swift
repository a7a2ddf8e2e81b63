import Glibc
import Trials

extension Place {
    /// What the program writes to a terminal, byte for byte.
    func onTerminal(_ words: [String]) throws -> [UInt8] {
        let terminal = try PseudoTerminal(columns: 300, rows: 1000)
        let master = terminal.master
        defer { close(master) }
        let slave = open(terminal.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw Trouble("The terminal cannot be opened.") }
        var settings = termios()
        tcgetattr(slave, &settings)
        // Line ends stay as they are written.
        settings.c_oflag &= ~tcflag_t(OPOST)
        tcsetattr(slave, TCSANOW, &settings)
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
