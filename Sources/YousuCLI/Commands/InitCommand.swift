import ArgumentParser
import Casework
import Desk

struct InitCommand: YousuCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", _superCommandName: Yousu.name, abstract: "建库：按一个城市的配置建立库文件", aliases: ["建库"])
    static let examples = ["yousu init", "yousu --db /srv/12345.sqlite init --city config/xining"]

    @OptionGroup var globals: Globals
    @Option("城市配置的文件夹；不写则用内置的西宁配置", "文件夹") var city: String?

    func run() throws {
        let path = try globals.path()
        let settings = try Setup.makeStore(
            path: path, city: city, program: Yousu.version, actor: try globals.actor(), at: Globals.now())
        try Output.line(path)
        Output.notice("已建库：\(settings.name)，\(path)")
    }
}
