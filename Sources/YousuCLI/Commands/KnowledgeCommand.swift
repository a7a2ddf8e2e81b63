import CaseStore
import Casework
import Desk
import Reports

struct KnowledgeCommand: Command {
    static let about = About(
        "knowledge", "知识", "知识库：常问的问题怎么答；直接办理时可引用",
        parts: [Add.self, Find.self, List.self, Retire.self])

    static let examples = [
        "yousu knowledge find 社保卡 补办", "yousu direct 123 --knowledge 12",
        "yousu knowledge add --question \"社保卡怎么补办\" --answer \"带身份证到服务网点补办\" --category 劳动社保",
    ]

    struct Add: Command {
        static let about = About("add", "登记", "登记一条知识；内容变了就登记新的一条代替旧的")
        static let examples = [
            "yousu knowledge add --question \"社保卡怎么补办\" --answer \"带身份证到服务网点补办\" --until 2026-12-31",
            "yousu knowledge add --replaces 12 --question \"社保卡怎么补办\" --answer - < 答复.txt",
        ]

        let globals = Globals()
        @Option("question", "文字", "问的是什么") var question: String?
        @Option("answer", "文字", "怎么答；写 - 则从标准输入读") var answer: String?
        @Option("category", "分类", "属于哪个分类；不写则不限") var category: String?
        @Option("until", "日期", "到哪天为止有效，含当天；不写则一直有效") var until: String?
        @Option("replaces", "编号", "代替哪一条；旧的留档，不再用") var replaces: String?
        @Option("at", "时间", "什么时候定的；补记时用，不能晚于现在") var at: String?
        @Option("format", "格式", "写 json 则输出一个 JSON 对象，否则只输出编号") var format: String?

        func run() throws {
            let format = try Format(format, among: [.table, .json])
            var input = Input()
            var request = ArticleRequest()
            request.question = question
            request.answer = try input.rest(answer, field: "--answer")
            request.category = category
            request.until = until
            request.replaces = replaces
            request.at = at
            try Output.article(try globals.desk().addArticle(request), format)
        }
    }

    struct Find: Command {
        static let about = About("find", "查找", "查找：和这些话最相合的知识在前；过期和停用的不列")
        static let examples = [
            "yousu knowledge find 社保卡丢了怎么办",
            "yousu knowledge find 补办 --category 劳动社保 --limit 3 --format json",
        ]

        /// Without `--limit` so many are shown.
        private static let usual = 10

        let globals = Globals()
        @Arguments("话", "问的话，或其中的词", isText: true) var words: [String]
        @Option("category", "分类", "只看这个分类的，含下级") var category: String?
        @Flag("all", "过期和停用的也列") var all: Bool
        @Option("limit", "条数", "最多几条；不写则 10") var limit: String?
        @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
        @Option("format", "格式", "table、json 或 csv") var format: String?

        func run() throws {
            let format = try Format(format)
            var request = ArticlesRequest()
            request.category = category
            request.all = all
            request.limit = try limit.map { try Counting.number($0, field: "--limit") } ?? Self.usual
            request.asOf = asOf
            let desk = try globals.desk()
            let clock = try desk.settings().clock
            let found = try desk.findArticles(words.joined(separator: " "), request)
            try format.answer(
                JSONShapes.articles(found.articles, clock: clock),
                Sheet(found.articles), none: "知识库里没有相合的。")
            guard !found.left.isEmpty else { return }
            let numbers = found.left.prefix(10).map { "\($0.id)" }.joined(separator: "、")
            Output.notice("另有 \(found.left.count) 条过期或停用，没有列出：\(numbers)；要看加 --all。")
        }
    }

    struct List: Command {
        static let about = About("list", "列表", "知识库里有什么，新的在前；写编号则看一条的全文")
        static let examples = [
            "yousu knowledge list", "yousu knowledge list 12", "yousu knowledge list --all --format csv",
        ]

        let globals = Globals()
        @OptionalArgument("编号", "知识的编号；不写则列出全部") var number: String?
        @Option("category", "分类", "只看这个分类的，含下级") var category: String?
        @Flag("all", "过期和停用的也列") var all: Bool
        @Option("as-of", "时间", "那个时刻的情形") var asOf: String?
        @Option("format", "格式", "table、json 或 csv") var format: String?

        func run() throws {
            let format = try Format(format)
            var request = ArticlesRequest()
            request.number = number
            request.category = category
            request.all = all
            request.asOf = asOf
            let desk = try globals.desk()
            let clock = try desk.settings().clock
            let articles = try desk.articles(request)
            let one = number == nil ? nil : articles.first
            // Nothing in use is not nothing at all.
            var everything = ArticlesRequest()
            everything.all = true
            let isEmpty = try articles.isEmpty && desk.articles(everything).isEmpty
            try format.answer(
                JSONShapes.articles(articles, clock: clock), Sheet(articles),
                none: isEmpty
                    ? "知识库里还没有。用 yousu knowledge add 登记。" : "这样查没有知识。\(all ? "" : "过期和停用的加 --all 查看。")",
                page: one.map { ArticlePage(article: $0, clock: clock, style: Output.style).text })
        }
    }

    struct Retire: Command {
        static let about = About("retire", "停用", "停用一条知识：不再用来答复，留档")
        static let examples = ["yousu knowledge retire 12 --reason \"政策已取消\""]

        let globals = Globals()
        @Argument("编号", "知识的编号") var number: String
        @Option("reason", "原因", "为什么停用") var reason: String?
        @Option("at", "时间", "什么时候停用的；补记时用，不能晚于现在") var at: String?
        @Option("format", "格式", "写 json 则输出一个 JSON 对象，否则只输出编号") var format: String?

        func run() throws {
            let format = try Format(format, among: [.table, .json])
            try Output.article(
                try globals.desk().retireArticle(number, reason: reason, at: at), format)
        }
    }
}

extension Output {
    /// Prints the number of an article.
    fileprivate static func article(_ id: Int64, _ format: Format) throws {
        try line(
            format == .json
                ? JSON.object(["schema": JSONShapes.schema, "article": .int(Int(id))]).text : "\(id)")
    }
}
