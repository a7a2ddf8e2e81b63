import CSV
import Glibc

/// A file of rows.
enum Table {
    /// All rows below the heading; nil where there is no such file.
    static func rows(of path: String) throws -> [[String]]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var reader = CSVReader(
            pull: TextDecoder.decoding {
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                let count = fread(&chunk, 1, chunk.count, file)
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
