/// Completion of command lines in a shell. The scripts only ask the program what could stand there.
enum Completion {
    /// What the scripts ask with, before the words so far.
    static let question = "--complete"

    /// The script of a shell, to be read by it.
    static func script(shell: String) throws -> String {
        switch shell {
        case "bash":
            """
            _yousu() {
                local candidate
                COMPREPLY=()
                while IFS= read -r candidate; do
                    printf -v candidate %q "$candidate"
                    COMPREPLY+=("$candidate")
                done < <("${COMP_WORDS[0]}" \(question) "${COMP_WORDS[@]:1:COMP_CWORD}")
            }
            complete -o default -F _yousu yousu

            """
        case "zsh":
            """
            #compdef yousu
            _yousu() {
                local -a words_there=("${(@f)$("${words[1]}" \(question) "${(@)words[2,CURRENT]}")}")
                compadd -- $words_there || _files
            }
            compdef _yousu yousu

            """
        case "fish":
            """
            complete -c yousu -a '(yousu \(question) (commandline -opc)[2..] (commandline -ct))'

            """
        default: throw UsageComplaint.badShell(shell)
        }
    }

    /// What could stand as the last of these words: names of commands or of what the command takes, or values that the store
    /// knows. An error where the words before name no command.
    static func candidates(for words: [String], below root: any Command.Type) throws -> [String] {
        let last = words.last ?? ""
        let named = try Help(root: root).command(of: Array(words.dropLast()))
        let parts = named.command.about.parts
        guard parts.isEmpty || last.hasPrefix("-") || !named.rest.isEmpty else {
            return named.rest.isEmpty ? parts.flatMap { $0.about.names }.filter { $0.hasPrefix(last) } : []
        }
        let declarations = named.command.declared().declarations
        if let option = declarations.first(where: { $0.kind == .option && "--" + $0.name == named.rest.last })
        {
            return CompletedValues.names(after: option.name, in: words, beginning: last)
        }
        if last.hasPrefix("-") {
            return declarations.filter { $0.kind != .argument }.map { "--" + $0.name }
                .filter { $0.hasPrefix(last) }
        }
        guard declarations.contains(where: { $0.kind == .argument && $0.valueName == "工单号" }) else {
            return []
        }
        return CompletedValues.numbers(in: words, beginning: last)
    }
}
