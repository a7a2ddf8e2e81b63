import Foundation

// Each evaluation is a command of its own: yousu-evaluate WHAT [FILE].
let commands: [String: (ArraySlice<String>) throws -> Bool] = [
    "alerts": AlertsEvaluation.run,
    "categories": CategoriesEvaluation.run,
    "concentration": ConcentrationEvaluation.run,
    "hot": HotEvaluation.run,
    "issues": IssuesEvaluation.run,
    "issues-made": MadeIssuesEvaluation.run,
    "issues-speed": IssuesSpeedEvaluation.run,
    "phrases": PhrasesEvaluation.run,
    "places": PlacesEvaluation.run,
    "repeats": RepeatsEvaluation.run,
]
guard let command = CommandLine.arguments.dropFirst().first.flatMap({ commands[$0] }) else {
    complain("Usage: yousu-evaluate \(commands.keys.sorted().joined(separator: "|")) [FILE]")
    exit(64)
}
do {
    exit(try command(CommandLine.arguments.dropFirst(2)) ? 0 : 1)
} catch {
    complain("\(error)")
    exit(70)
}

func complain(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
}
