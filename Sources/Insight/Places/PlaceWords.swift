/// The words by which names of places are told from the text around them. General Chinese; no names.
enum PlaceWords {
    /// What a word does in a text that is searched for places.
    enum Role: Hashable, Sendable {
        /// Ends a name of this kind.
        case ending(PlaceKind, Ending)
        /// Ends the name of a province, city, district …: what follows is a name of its own.
        case region
        /// Stands between names; never part of one.
        case stop
        /// Joins two names, unless it belongs to one.
        case link
        /// Says that the two roads before it cross.
        case crossing
        /// Belongs to the words around it, though one of its characters looks like an ending.
        case plain
    }

    /// How much an ending says by itself.
    enum Ending: Hashable, Sendable {
        /// 小区: is left off as often as not.
        case loose
        /// 花园: a name ends here, or goes on with 小区.
        case firm
        /// 学校: a thing of which every quarter has one; without a name of its own it is none.
        case site
        /// 城: a name may end here.
        case weak
    }

    static let trie: Trie<Role> = {
        var trie = Trie<Role>()
        func add(_ words: String, _ role: Role) {
            for word in words.split(separator: " ") { trie.insert(word.unicodeScalars.map(\.value), role) }
        }
        add(stopWords, .stop)
        add(aboutPlaces, .stop)
        add(notEndings, .stop)
        add(innerWords, .plain)
        add("和 与 及 跟 同", .link)
        add("路口 交叉口 十字 交汇处 交界处 十字路口 丁字路口 交叉路口 交汇口 交界口 相交处", .crossing)
        add("省 市 区 县 镇 乡 街道 街道办 街道办事处 办事处 自治区 自治州 自治县 开发区 高新区 经开区 新区 园区 片区", .region)
        add("小区", .ending(.spot, .loose))
        add(estates, .ending(.spot, .firm))
        add(sites, .ending(.spot, .site))
        add("城 苑 府 湾 郡 轩 庭 居 园 邸 墅 坊 寓 洲 阁 岸 谷 庄 厂 院", .ending(.spot, .weak))
        add("路 街 巷 大道 大街 胡同 弄 高速 高架 国道 省道 县道 东路 西路 南路 北路 中路", .ending(.road, .firm))
        add("号线", .ending(.line, .firm))
        add("社区 村 居委会 村委会 行政村", .ending(.community, .firm))
        return trie
    }()

    private static let estates = """
        花园 家园 新村 公寓 新城 佳苑 雅居 雅苑 嘉园 嘉苑 名苑 名园 名城 名邸 豪庭 豪园 豪苑 华庭 华府 华苑 公馆 别墅 山庄 庄园 新苑 新居 新寓 府邸 苑小区 \
        楼盘 大厦 大楼 宿舍 家属院 家属区 大院 号院 安置房 公租房 廉租房 国际城 水岸 半岛 翠园 雅园 中央公园 时代广场 天地 世家 一品 壹品 御景 帝景 新天地 故里 \
        名都 丽都 锦城 花城 尚城 学府 书院
        """
    private static let sites = """
        广场 购物广场 步行街 市场 农贸市场 菜市场 批发市场 商场 商城 超市 百货 购物中心 商业街 夜市 美食街 学校 小学 中学 大学 学院 幼儿园 幼稚园 托儿所 技校 \
        职校 中专 高中 初中 实验小学 附小 附中 医院 诊所 卫生院 卫生服务中心 卫生所 公园 湿地公园 绿地 植物园 动物园 游乐园 体育馆 图书馆 博物馆 体育场 体育中心 \
        游泳馆 车站 火车站 汽车站 地铁站 公交站 高铁站 客运站 枢纽站 加油站 加气站 搅拌站 变电站 垃圾站 中转站 垃圾场 填埋场 停车场 养殖场 工地 项目部 工业园 \
        产业园 科技园 化工厂 水泥厂 砖厂 电厂 水厂 污水厂 工厂 屠宰场 酒店 宾馆 饭店 酒吧 健身房 会所 影院 政务中心 政务大厅 养老院 敬老院 福利院 寺 \
        立交桥 大桥 高架桥 水库 湖 隧道 码头 机场
        """
    /// Words of which a name never consists, and before which one ends.
    private static let stopWords = """
        派出所 分局 跑路 内 些 离 像 沿 跨 大型 公共 生活 免费 培训 违法 非法 开办 进出 新建 拟建 在建 承诺 改变 调整 类似 朝向 面向 方便 知道 难道 许多 多所 众多 加上 \
        脱离 规范 横跨 维护 设置 范围 成立 举办 开设 建成 搬迁 修路 封闭式 同一 普通 薄弱 职工 女生 男生 农民 外围 档案 后山 管理 服务 单方面 公开 批准 铲除 \
        报 归还 回到 离开 来到 负责 承建 承包 保证 认准 听到 到达 直到 直达 通往 通向 开往 抵达 途中 名下 所在 在内 均 全是 只是 只有 只能 也是 还有 都有 \
        会有 会 能够 能 想 的 了 在 是 我 你 他 她 它 您 们 这 那 该 于 从 到 至 由 被 把 给 让 使 为 因 对 与 请 问 说 称 叫 找 看 没 不 很 \
        也 还 就 又 再 并 但 而 且 或 以 等 去 有 着 过 地 得 吗 呢 吧 啊 住 买 某 各 每 圈占 占用 侵占 破坏 条 个 组 座 已 更 最 太 仅 只 因为 所以 如果 例如 比如 如何 怎么 \
        怎样 什么 何时 为何 为什么 本人 本小区 关于 位于 地处 坐落 座落 投诉 咨询 反映 反应 举报 建议 请求 恳请 希望 要求 求助 申请 强烈 呼吁 来电 市民 居民 \
        业主 住户 群众 村民 家长 学生 解决 处理 改善 加快 尽快 尽早 增加 增设 开通 取缔 整治 严查 查处 拒绝 反对 保护 修建 建设局 规划 购买 经营 发生 存在 \
        出现 造成 导致 影响 严重 今天 昨天 现在 目前 最近 近期 一直 长期 每天 晚上 凌晨 早上 上午 下午 中午 半夜 深夜 白天 夜间 多次 再次 之前 上次 同样 \
        登记 一下 开发商 附近 周边 旁边 对面 隔壁 楼下 楼上 门口 门前 门外 前面 后面 里面 外面 旁 边上 沿线 一带 这边 这里 那边 周围 紧邻 毗邻 靠近 相邻 \
        距离 年 月 日 号 公里 号楼 栋 幢 单元 室 层 期 楼 政府 书记 领导 局长 区长 县长 市长 省长 主任 部门 \
        有关 相关 公司 集团 有限公司 单位 物业 物管 开发 房地产 地产 置业 工作人员 家里 本地 当地 此处 我们 他们 你们 自己 大家 老师 孩子 小孩 老人 车辆 \
        私家车 公交 公交车 地铁 噪音 噪声 施工 停车 扰民 污染 油烟 垃圾 违建 违章 拆迁 征收 质量 安全 尊敬 你好 您好 谢谢 感谢 诉求人 来电人 诉求 表示 认为 \
        发现 看到 听说 得知 经过 通过 前往 进入 出入 路过 途经 途径 居住 入住 住在 家住 租住 开在 设在 建在 今年 去年 明年 年底 至今 以来 期间 之后 以后 \
        以前 目前为止 还是 就是 都是 不是 没有 已经 正在 可以 能否 是否 能不能 应该 必须 需要 想要 打算 准备 贵 尊 请问 想问 请教 询问 质疑 揭发 曝光 控诉 \
        希望能 麻烦 请帮忙 帮忙 请尽快 请解决 请加快 有人 有没有 没人 所有 所属 属于 归属 隶属 原 名为 名叫 叫做 称为 俗称 一个 一家 一处 一所 一座 一条 两个 \
        三个 多个 几个 整个 全部 部分 某些 其他 其它 另外 此外 以及 包括 房子 房屋 商铺 门面 门店 店铺 住宅 商住 新房 二手房 期房 精装 精装修 交房 收房 开盘 \
        摇号 认购 配套 普惠 公办 民办 私立 公立 教育
        """
    /// What looks like a name of a place and is none: a thing of its kind, without a name.
    private static let aboutPlaces = """
        本小区 该小区 我小区 各小区 全小区 老小区 新小区 老旧小区 安置小区 住宅小区 高档小区 封闭小区 隔壁小区 其他小区 某小区 小区内 小区里 小区门口 本社区 该社区 \
        我社区 社区居民 社区卫生 社区工作 社区内 本校 全校 学校门口 学校附近 学校周边 各学校 小学生 中学生 大学生 高中生 初中生 中学校 中小学 医院门口 大医院 \
        附近医院 菜市场 建材市场 房地产市场 市场价 市场监管 市场管理 劳动力市场 市场秩序 市场经济 二手市场 市场上 市场化 公交车站 地铁车站 地铁口 施工工地 建筑工地 \
        工地上 地下停车场 小区停车场 停车场地 公共停车场 广场舞 老年大学
        """
    /// Words in which a character looks like an ending or a region.
    private static let notEndings = """
        道路 公路 马路 铁路 线路 电路 路段 路面 路边 路灯 路上 路人 路过 思路 修路 走路 堵路 出路 路程 路费 路政 路牌 路网 路障 路况 半路 断头路 小路 大路 \
        水泥路 支路 入户路 机耕路 路中间 路旁 沿路 绕路 路沿 一路上 一路撒 一路走 一路跑 一路开 一路颠 路基 网路 回路 路线 路名 路权 路途 街上 上街 临街 沿街 当街 街边 逛街 街头 小巷 街巷 巷子 \
        城市 城管 城际 城铁 城轨 城乡 城镇 城区 县城 进城 全城 省城 城建 同城 出城 城内 市政府 省政府 县政府 区政府 镇政府 省府 校园 入园 在园 园长 园方 园林 园内 家庭 法庭 \
        开庭 庭审 当庭 邻居 居委 居民 定居 民居 居家 同居 居然 居多 居民区 农村 村里 村上 全村 乡村 村支书 村干部 村委 村组 村庄 新农村 法院 检察院 国务院 \
        院长 院子 院内 住院 出院 医院里 电影院 超市 市民 市政 市长 市委 我市 全市 市区 市内 市级 上市 市里 市中心 市容 地区 区域 区委 我区 全区 校区 辖区 \
        景区 区间 区内 小区居民 县委 我县 全县 县级 县里 乡镇 镇上 省级 省委 全省 节省 我省 家里 那里 哪里 公里 里程 心里 手里 夜里 屋里 院里 厂家 厂房 厂里 \
        出厂 厂商 半岛湖 湖边 湖水 湖面 江湖 两岸 岸边 山谷 稻谷 政务 公园里 公寓里 寓所 作坊 牌坊 绿洲化 阁楼 高速公路 高速路 上高速 下高速 高架下 弄虚 弄得 \
        弄清 弄成 愚弄 大桥下 大楼里 寺庙 里外 公里处 天地板
        """
    /// Words of names in which a stop or an ending would be seen wrongly.
    private static let innerWords = """
        人民 市民中心 市民广场 天和 中和 太和 仁和 祥和 泰和 谐和 和平 和谐 和美 和顺 和润 和庭 同心 \
        同德 大同 城东 城西 城南 城北 城中 东城 西城 南城 北城 湖南 湖北 湖东 湖西 湖滨 湖畔 东湖 西湖 \
        南湖 北湖 翠湖 玉湖 月湖 天地 府前 府中 府后 园丁 园艺 街心 日升 日月 旭日 时代 新时代 月亮 月季 \
        明月 月湾 岁月 楼兰 家属 家和 百家 公园壹号 庄稼 居易 安居 宜居 村镇银行 至尊 原著 分水 分校 \
        银座 星座 到家 家乐 国有 一品
        """
}
