import Foundation

/// Bytes as SQLite stores them.
func blob(_ bytes: [UInt8]) -> Data {
    Data(bytes)
}

/// Bytes as SQLite gave them; empty for NULL.
func bytes(_ data: Data?) -> [UInt8] {
    data.map { Array($0) } ?? []
}
