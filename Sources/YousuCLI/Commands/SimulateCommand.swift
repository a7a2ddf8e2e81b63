import CSV
import Casework
import Console
import Desk
import Reports
import Simulation

struct SimulateCommand: Command {
    static let about = About("simulate", "模拟", "模拟：编造像一个城市的工单，供测试和练习；只写进没有真实工单的库")
    static let examples = [
        "yousu simulate --cases 2000 --from 2024-03-01 --to 2024-03-31 --seed 7 --truth 真值.json",
        "yousu simulate --cases 500 --from 2024-03-01 --to 2024-03-31 --seed 7 --csv - > 模拟.csv",
    ]

    let globals = Globals()
    @Option("cases", "件数", "编造多少件工单，其中少数是无效来电") var cases: String?
    @Option("from", "日期", "从哪天起") var from: String?
    @Option("to", "日期", "到哪天止，不晚于今天；以后的事都还没有发生") var to: String?
    @Option("seed", "整数", "种子：同样的种子、件数和日期，编出同样的工单；不写则为 1") var seed: String?
    @Option("csv", "文件", "不写进库，写成可导入的 CSV 文件；写 - 则写到标准输出") var csv: String?
    @Option("truth", "文件", "把藏了什么写到哪个 JSON 文件") var truth: String?
    @Option("issues", "个数", "藏几个热点事件：一处一事，几周里许多人反映") var issues: String?
    @Option("clusters", "个数", "藏几个集中反映：一天里一处占一类的一成二以上") var clusters: String?
    @Option("bursts", "个数", "藏几个突增：一类在一天里翻倍") var bursts: String?
    @Flag("stationary", "天天一样：没有季节、星期、节假日和趋势，也不藏什么") var stationary: Bool
    @Flag("dry-run", "只说会怎样，什么也不写") var dryRun: Bool

    func run() throws {
        var request = SimulationRequest()
        (request.cases, request.from, request.to, request.seed) = (cases, from, to, seed)
        (request.issues, request.clusters, request.bursts) = (issues, clusters, bursts)
        request.isStationary = stationary
        let desk = try globals.desk()
        let key = dryRun ? nil : try truth.map { try NewFile($0) }
        let result = try simulate(request, at: desk)
        try key?.write(JSONShapes.truth(result.truth).text + "\n")
        try key?.finish()
        report(result)
    }

    private func simulate(_ request: SimulationRequest, at desk: Desk) throws -> SimulationResult {
        var progress = Console.Progress.onStandardError(started: .now)
        defer { progress.finish() }
        func tell(done: Int, total: Int) {
            progress.update(done: done, total: total, label: "件", at: .now)
        }
        guard let csv else { return try desk.simulate(request, isRehearsal: dryRun, progress: tell) }
        if dryRun { return try desk.simulateTable(request, progress: tell, row: nil) }
        let table = try NewFile(csv)
        let result = try desk.simulateTable(request, progress: tell) { try table.write(CSVWriter.row($0)) }
        try table.finish()
        return result
    }

    private func report(_ result: SimulationResult) {
        let prefix = dryRun ? "试算，什么也没有写：" : ""
        Output.notice(
            "\(prefix)编造工单 \(result.cases) 件（其中无效来电 \(result.invalid) 件），诉求 \(result.contacts) 件："
                + "直接办理 \(result.direct)，转交 \(result.transferred)，待处置 \(result.undisposed)；"
                + "回访 \(result.callbacks)，未办完的工单 \(result.open)。")
        let truth = result.truth
        Output.notice(
            "藏有热点事件 \(truth.issues.count)、集中反映 \(truth.clusters.count)、突增 \(truth.bursts.count)。"
                + "这些工单都注明来自“模拟”。")
    }
}
