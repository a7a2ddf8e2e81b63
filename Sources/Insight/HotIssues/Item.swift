/// Messages with one and the same text and place.
struct Item {
    var members: [Int]
    let entry: Reading.Entry

    /// The different texts among all, in the order of their first message.
    static func distinct(_ reading: Reading) -> [Item] {
        struct Sameness: Hashable {
            let print: Int
            let place: Int32?
        }
        var items: [Item] = []
        var known: [Sameness: Int] = [:]
        for (index, entry) in reading.entries.enumerated() {
            let sameness = Sameness(print: entry.print, place: entry.spot)
            if let item = known[sameness] {
                items[item].members.append(index)
            } else {
                known[sameness] = items.count
                items.append(Item(members: [index], entry: entry))
            }
        }
        return items
    }
}
