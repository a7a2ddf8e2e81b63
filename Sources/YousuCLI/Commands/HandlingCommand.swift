import Casework
import Desk

/// A command that does something to one or several cases: it says what, and the rest is the same for all.
protocol HandlingCommand: Command {
    var globals: Globals { get }
    var recording: Recording { get }

    /// What is to be done; the moment is added.
    func request() throws -> HandlingRequest
}

extension HandlingCommand {
    func run() throws {
        try recording.check()
        var request = try request()
        request.at = recording.at
        try recording.print(try globals.desk().handle(request))
    }
}

/// A choice between two flags that exclude each other; nil where neither is given.
func verdict(_ yes: Bool, _ no: Bool, _ names: (String, String)) throws -> Bool? {
    if yes, no { throw DeskError.excludes(names.0, names.1) }
    return yes ? true : no ? false : nil
}
