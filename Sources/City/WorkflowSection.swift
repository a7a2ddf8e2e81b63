import Casework

extension CityLoader {
    /// workflow.yml, save the leaders.
    static func policy(_ root: Cursor, extensions: ExtensionRule) -> WorkflowPolicy {
        root.allow(
            "returnReasons", "refusalReasons", "rulingAfter", "pauses", "callbacks", "supervision", "leaders")
        var policy = WorkflowPolicy()
        policy.extensions = extensions
        policy.returnReasons = reasons(root.at("returnReasons"))
        policy.refusalReasons = reasons(root.at("refusalReasons"))
        policy.rulingAfter = root.at("rulingAfter").number(1...100)
        let pauses = root.at("pauses").entries.compactMap {
            $0.requiredChoice([("returned", Stage.returned), ("suspended", Stage.suspended)])
        }
        policy.pausesWhileReturned = pauses.contains(.returned)
        policy.pausesWhileSuspended = pauses.contains(.suspended)
        let callbacks = root.at("callbacks")
        callbacks.allow("transferred", "direct", "seed", "attempts")
        policy.callbacks.transferredShare = callbacks.at("transferred").number(0...100) * 10
        policy.callbacks.directShare = callbacks.at("direct").number(0...100) * 10
        policy.callbacks.seed = Int64(callbacks.at("seed").number(0...999_999_999))
        policy.callbacks.attempts = callbacks.at("attempts").number(1...100)
        let supervision = root.at("supervision")
        supervision.allow("reworks", "returns", "overdueHours")
        policy.supervision.reworks = supervision.at("reworks").number(1...100)
        policy.supervision.returns = supervision.at("returns").number(1...100)
        policy.supervision.overdue = Int64(supervision.at("overdueHours").number(0...10_000)) * 3600
        return policy
    }

    private static func reasons(_ cursor: Cursor) -> [String] {
        var used: Set<String> = []
        return cursor.entries.map { entry in
            let reason = entry.text
            if !used.insert(reason).inserted, !reason.isEmpty { entry.report(.duplicate) }
            return reason
        }
    }

    /// The leaders of workflow.yml.
    static func leaders(_ root: Cursor) -> [Entry<Leader>] {
        var codes = CodeBook()
        var names = NameBook()
        return root.at("leaders").entries.map { entry in
            entry.allow("code", "name", "aliases")
            let spellings = names.take(entry)
            return Entry(
                value: Leader(
                    id: 0, code: codes.take(entry.at("code")), name: spellings.first?.name ?? ""),
                spellings: spellings)
        }
    }
}
