import CSV
import Glibc
import Trials

/// A file of rows.
enum Table {
    /// All rows below the heading.
    static func rows(of path: String) throws -> [[String]] {
        func unreadable() -> Trouble { Trouble("\(path): \(String(cString: strerror(errno)))") }
        guard let file = fopen(path, "rb") else { throw unreadable() }
        defer { fclose(file) }
        var reader = CSVReader(
            pull: TextDecoder.decoding {
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                let count = fread(&chunk, 1, chunk.count, file)
                guard ferror(file) == 0 else { throw unreadable() }
                return count > 0 ? Array(chunk[..<count]) : nil
            })
        var rows: [[String]] = []
        while let record = try reader.next() { rows.append(record.fields) }
        return Array(rows.dropFirst())
    }
}

extension Double {
    /// With so many decimals.
    func text(_ places: Int) -> String {
        var factor = 1.0
        for _ in 0..<places { factor *= 10 }
        let whole = (abs(self) * factor).rounded()
        guard whole < 1e15 else { return "\(self)" }
        let digits = String(Int(whole))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = self < 0 ? "-" : ""
        return places == 0 ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
