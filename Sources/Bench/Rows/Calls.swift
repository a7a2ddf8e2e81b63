extension Site {
    private static let calls = 60

    /// Calls recorded by whole processes, in turn with the same on an empty store and with the least of processes.
    func calls() throws -> [Row] {
        var (call, empty, version, least) = (Samples(), Samples(), Samples(), Samples())
        var runs: [Finished] = []
        for round in 0...Self.calls {
            let ours = try Launcher.run(command(stores.ours, Callers.words(round)))
            let other = try Launcher.run(command(self.empty, Callers.words(round)))
            let short = try Launcher.run([program, "--version"])
            let nothing = try Launcher.run(["true"])
            guard round > 0 else { continue }
            runs.append(ours)
            call.add(ours.took.milliseconds)
            empty.add(other.took.milliseconds)
            version.add(short.took.milliseconds)
            least.add(nothing.took.milliseconds)
        }
        let outside = try self.outside?.median(
            of: command(stores.ours, Callers.words(0)), runs: Self.calls / 2)
        let row = Row.less("call", size, "ms", call).with(runs)
        return [
            row.over(least.median, "true").with(outside: outside),
            Row.less("call / on an empty store", size, "ms", call).over(
                empty.median, "the same, empty store"),
            Row.less("--version", size, "ms", version).over(least.median, "true"),
        ]
    }
}
