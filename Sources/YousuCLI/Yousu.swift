import ArgumentParser

/// The program: its commands and its entry.
public struct Yousu: ParsableCommand {
    /// The program's version.
    public static let version = "0.1.0"

    /// Name, version and commands.
    public static let configuration = CommandConfiguration(
        commandName: "yousu",
        abstract: "有诉：12345 热线的登记、转交、回访和日报",
        subcommands: [
            InitCommand.self, ConfigCommand.self,
            CallCommand.self, MessageCommand.self, InvalidCommand.self, UrgeCommand.self,
            DirectCommand.self, TransferCommand.self, SignCommand.self, ReplyCommand.self,
            CallbackCommand.self,
            AmendCommand.self, VoidCommand.self,
            ShowCommand.self, ListCommand.self, BulletinCommand.self,
            ImportCommand.self, ExportCommand.self, VerifyCommand.self, DoctorCommand.self,
        ])

    /// A program without a command.
    public init() {}
}
