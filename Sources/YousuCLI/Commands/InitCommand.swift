import Casework
import Desk
import Sealing

struct InitCommand: Command {
    static let about = About("init", "建库", "建库：按一个城市的配置建立库文件")
    static let examples = ["yousu init", "yousu --db /srv/12345.sqlite init --city config/xining"]

    let globals = Globals()
    @Option("city", "文件夹", "城市配置的文件夹；不写则用内置的西宁配置") var city: String?

    func run() throws {
        let path = try globals.path()
        let keys = globals.keys
        // A key that is there already serves for this store too.
        let settings = try Setup.makeStore(
            path: path, keys: keys, city: city, program: Yousu.version, actor: try globals.actor(),
            at: Globals.now()
        ) {
            Output.notice("已生成密钥：\(keys.path)。请另存一份，丢了它诉求人信息无法恢复。")
        }
        try Output.line(path)
        Output.notice("已建库：\(settings.name)，\(path)")
    }
}
