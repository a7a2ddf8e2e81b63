import CaseStore
import Casework
import Reports

extension Desk {
    /// The text of a day's bulletin as an editor may reword it.
    public func textToEdit(_ day: String?) throws -> (day: CivilDay, text: String) {
        try store.read { reader in
            try require([.editor], for: "编辑日报", reader)
            let settings = try reader.settings()
            let day = try publicationDay(day, settings: settings)
            return (day, try draft(day, settings: settings, reader: reader).lines.text)
        }
    }

    /// Takes an editor's words out of an edited text. Returns how many topics are worded by hand now.
    ///
    /// - Throws: ``DraftMistakes`` where something was changed that is protected; then nothing is taken.
    public func reword(_ day: CivilDay, as edited: String) throws -> Int {
        try store.write { writer in
            let reader = writer.reader
            try require([.editor], for: "编辑日报", reader)
            let lines = try draft(day, settings: writer.settings, reader: reader).lines
            let wanted = try lines.wordings(in: edited)
            let known = Dictionary(try reader.wordings(of: day).map { ($0.topic, $0) }) { first, _ in first }
            for line in lines.lines {
                guard let topic = line.topic else { continue }
                let words = wanted[topic] ?? ""
                let kept = known[topic]
                // Words that stay are confirmed where what they replace has changed.
                if words == kept?.words ?? "", words.isEmpty || kept?.computed == line.computed { continue }
                try writer.add(
                    TopicWording(topic: topic, computed: line.computed, words: words), of: day,
                    by: actor.staff, at: now())
            }
            return wanted.count
        }
    }
}
