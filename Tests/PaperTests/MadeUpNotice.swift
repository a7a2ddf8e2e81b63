import Lettering
import Paper

/// A notice that uses everything a document can hold. City, figures and people are made up, and it says so.
enum MadeUpNotice {
    static let document = Document(
        issuer: "云州市12345政务服务便民热线", number: "云州热线〔2031〕6号（样张）",
        title: "关于2031年5月群众诉求办理情况的通报\n（数字均为虚构）", blocks: blocks, signatory: "云州市12345政务服务便民热线",
        date: "2031年6月3日", mark: "王一 2031-06-03 09:15 查看，请勿外传")

    private static let blocks: [Document.Block] = [
        .paragraph(
            [
                .bold("总体情况："),
                Document.Run(
                    "5月，热线接听群众来电诉求23,118件次，网民留言1,954件，直接办理12,740件，转交责任单位办理10,378件，回访量6,021件。响应率100%、解决率98.96%、满意率94.69%。本通报的城市、单位和数字均为虚构，仅用于检查版式。"
                ),
            ]),
        .heading(.first, "一、受理情况"),
        .heading(.second, "（一）每日趋势"),
        .paragraph("月初假期诉求较少，节后回升；16日系统维护，当日网民留言未记录。"),
        .chart(
            Document.Chart(
                .line, "5月每日诉求量（件）", axis: "日期", labels: (1...31).map { "5月\($0)日" },
                series: [
                    Document.Chart.Series("来电", (1...31).map { 620 + ($0 * 37) % 260 - ($0 < 6 ? 180 : 0) }),
                    Document.Chart.Series("网民留言", (1...31).map { $0 == 16 ? nil : 40 + ($0 * 13) % 45 }),
                ])),
        .heading(.second, "（二）时段分布"),
        .chart(
            Document.Chart(
                .columns, "来电时段分布（件）", axis: "时段", labels: (0..<24).map { "\($0)时" },
                series: [
                    Document.Chart.Series(
                        "来电",
                        [
                            98, 61, 40, 33, 41, 88, 260, 730, 1620, 2210, 2080, 1710, 980, 1130, 1890, 2040,
                            1760, 1450, 1190, 1060, 880, 640, 390, 210,
                        ])
                ])),
        .heading(.first, "二、诉求类别"),
        .heading(.third, "1. 前六类"),
        .chart(
            Document.Chart(
                .bars, "诉求类别前六位（件）", axis: "类别",
                labels: ["物业服务", "消费维权", "交通秩序", "城市管理", "老旧小区改造和加装电梯协调事项", "供水"],
                series: [Document.Chart.Series("件数", [3290, 2280, 1931, 1480, 950, 312])])),
        .table(
            Document.Table(
                "类别及环比",
                columns: [
                    Document.Column("类别"), Document.Column("件数", .right), Document.Column("占比", .right),
                    Document.Column("较上月"), Document.Column("主要反映"),
                ],
                rows: [
                    ["物业服务", 3290, .share(0.1423, printed: "14.23%"), "增加55件，上升1.7%", "电梯停运、停车收费、\n公共设施损毁"],
                    ["消费维权", 2280, .share(0.0986, printed: "9.86%"), "增加25件，上升1.1%", "预付卡退费"],
                    ["交通秩序", 1931, .share(0.0835, printed: "8.35%"), "持平", "违停<b>&、\"信号灯\"、拥堵'"],
                    ["城市管理", 1480, .share(0.064, printed: "6.4%"), "减少22件，下降1.5%", "=占道经营 | 噪音"],
                ])),
        .note("注：占比以来电诉求为分母；环比为与4月相比。\n数字为虚构。"),
        .pageBreak,
        .heading(.first, "三、承办单位"),
        .table(
            Document.Table(
                "承办单位办理情况",
                columns: [
                    Document.Column("序号", .right, width: 6), Document.Column("单位"),
                    Document.Column("接收", .right), Document.Column("按期签收", .right),
                    Document.Column("按期办结", .right), Document.Column("逾期", .right),
                    Document.Column("办结率", .right),
                ],
                rows: (1...45).map { number in
                    [
                        .number(number), .text("云州市第\(number)承办单位"), .number(20 + number * 17 % 400),
                        .number(18 + number * 17 % 390), .number(15 + number * 17 % 380), .number(number % 4),
                        .share(0.99, printed: "99%"),
                    ]
                })),
        .heading(.first, "四、其他"),
        .table(
            Document.Table(
                "挂账事项", columns: [Document.Column("事项"), Document.Column("期限")], rows: [])),
        .chart(Document.Chart(.bars, "各区县诉求量（件）", axis: "区县", labels: [], series: [])),
        .paragraph("特此通报。"),
    ]
}
