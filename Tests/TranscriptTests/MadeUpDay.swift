/// 19 March 2024 as no city has seen it: four made-up contacts.
enum MadeUpDay {
    /// 投诉 of an elevator, transferred to 城东区.
    static let transferred = "20240319000001"
    /// 咨询 about heating, answered.
    static let answered = "20240319000002"
    /// 投诉 about parked cars, not yet decided about.
    static let waiting = "20240319000003"
    /// An online 建议 about buses, not yet decided about.
    static let message = "20240319000004"

    /// The day as a table to import.
    static let table = """
        external_id,received_at,channel,kind,category,district,spot,content,disposition,unit,reply
        例-1,2024-03-19 08:00,电话,投诉,物业服务/电梯,城东区,样例小区,电梯停运两天（编造）,transfer,城东区人民政府,
        例-2,2024-03-19 09:00,电话,咨询,供热,,,问几号停暖（编造）,direct,,四月十五日
        例-3,2024-03-19 10:00,电话,投诉,交通秩序/违停,城西区,样例路口,门口停满了车（编造）,,,
        例-4,2024-03-19 11:00,微信,建议,公共交通,,,早高峰多发两班车（编造）,,,

        """
}
