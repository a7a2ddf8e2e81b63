import GRDB
import Glibc

extension Store {
    /// Writes a copy of the store, as it is at one moment, to a path where there is nothing yet.
    public func copy(to path: String) throws {
        guard !FileSystem.exists(path) else { throw StoreError.exists(path: path) }
        let size = FileSystem.size(self.path) + FileSystem.size(self.path + "-wal")
        guard FileSystem.free(path) > size + size / 10 else { throw StoreError.full(path: path) }
        try FileSystem.makeEmpty(path)
        try copyContents(to: path)
    }
}
