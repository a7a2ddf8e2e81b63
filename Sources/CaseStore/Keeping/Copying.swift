import GRDB
import Glibc

extension Store {
    /// Writes a copy of the store, as it is at one moment, to a path where there is nothing yet.
    public func copy(to path: String) throws {
        guard !FileSystem.exists(path) else { throw StoreError.exists(path: path) }
        try FileSystem.checkRoom(for: FileSystem.storeSize(self.path), at: path)
        try FileSystem.makeEmpty(path)
        try copyContents(to: path)
    }
}
