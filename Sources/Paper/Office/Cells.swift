/// How spreadsheets name cells.
enum Cells {
    /// A column's letters by its number from 0: A to Z, then AA.
    static func column(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26)))
        return number < 26 ? letter : column(number / 26 - 1) + letter
    }
}
