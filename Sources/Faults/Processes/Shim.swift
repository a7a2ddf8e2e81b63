/// What the shim is told; see CFaultShim.h.
struct Shim {
    /// The kinds of calls that count, by their letters; nil for all.
    var only: String?
    var at: Int?
    var stays = false
    var error: Int32?
    var kills = false
    var calls: String?
    var trace: String?
    var size: Int?
    var clock: Int?

    func environment(library: String, under folder: String) -> [String: String] {
        let told: [(String, String?)] = [
            ("ONLY", only), ("AT", at.map(String.init)), ("STAYS", stays ? "1" : nil),
            ("ERROR", error.map { String($0) }), ("KILL", kills ? "1" : nil), ("CALLS", calls),
            ("TRACE", trace),
            ("SIZE", size.map(String.init)), ("CLOCK", clock.map(String.init)),
        ]
        var environment = ["LD_PRELOAD": library, "YOUSU_SHIM_UNDER": folder]
        for case (let name, let value?) in told { environment["YOUSU_SHIM_\(name)"] = value }
        return environment
    }
}
