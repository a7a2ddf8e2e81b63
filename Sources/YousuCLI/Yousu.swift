/// The program: its commands and its entry.
public struct Yousu: Command {
    /// The program's version.
    public static let version = "0.1.0"

    static let about = About(
        "yousu", nil, "有诉：12345 热线的登记、转交、回访和日报",
        parts: [
            InitCommand.self, ConfigCommand.self, StaffCommand.self,
            CallCommand.self, MessageCommand.self, InvalidCommand.self, UrgeCommand.self,
            DirectCommand.self, TransferCommand.self, RelayCommand.self, RefuseCommand.self,
            SignCommand.self, PassCommand.self, ReturnCommand.self, ExtendCommand.self, ReplyCommand.self,
            ReviewCommand.self, RuleCommand.self, SuspendCommand.self, StrikeCommand.self,
            ReworkCommand.self, CloseCommand.self, SuperviseCommand.self,
            CallbackCommand.self, WithdrawCommand.self, ExcludeCommand.self,
            MergeCommand.self, SplitCommand.self,
            AttachCommand.self, AttachmentCommand.self, AmendCommand.self, VoidCommand.self,
            ShowCommand.self, ListCommand.self, FindCommand.self, QueueCommand.self, BulletinCommand.self,
            NoticeCommand.self, SlipCommand.self,
            HotCommand.self, IssuesCommand.self, TrackedCommand.self, DecideCommand.self, RepeatsCommand.self,
            AlertsCommand.self, AcknowledgeCommand.self, RatesCommand.self, RankingCommand.self,
            LearnCommand.self, KnowledgeCommand.self, HandoverCommand.self,
            RevealCommand.self, ForgetCommand.self, AuditCommand.self, KeyCommand.self, ImportCommand.self,
            ExportCommand.self, SimulateCommand.self,
            VerifyCommand.self, BackupCommand.self, RestoreCommand.self, RepairCommand.self,
            DoctorCommand.self, GuideCommand.self,
        ])

    init() {}
}
