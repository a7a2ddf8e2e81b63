import ArgumentParser

/// The program: its commands and its entry.
public struct Yousu: ParsableCommand {
    /// The program's version.
    public static let version = "0.1.0"

    /// The program's name. Each command names it as the one above it: the parser then does not ask whether a script
    /// for completion is wanted, which takes it as long as parsing the command. Of the program itself it asks.
    static let name = "yousu"

    /// Name, version and commands.
    public static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "有诉：12345 热线的登记、转交、回访和日报",
        subcommands: [
            InitCommand.self, ConfigCommand.self, StaffCommand.self,
            CallCommand.self, MessageCommand.self, InvalidCommand.self, UrgeCommand.self,
            DirectCommand.self, TransferCommand.self, RelayCommand.self, RefuseCommand.self,
            SignCommand.self, PassCommand.self, ReturnCommand.self, ExtendCommand.self, ReplyCommand.self,
            ReviewCommand.self, RuleCommand.self, SuspendCommand.self, StrikeCommand.self,
            ReworkCommand.self, CloseCommand.self, SuperviseCommand.self,
            CallbackCommand.self, WithdrawCommand.self, ExcludeCommand.self,
            MergeCommand.self, SplitCommand.self, AmendCommand.self, VoidCommand.self,
            ShowCommand.self, ListCommand.self, QueueCommand.self, BulletinCommand.self,
            RatesCommand.self, RankingCommand.self,
            ImportCommand.self, ExportCommand.self, SimulateCommand.self, VerifyCommand.self,
            DoctorCommand.self,
        ])

    /// A program without a command.
    public init() {}
}
