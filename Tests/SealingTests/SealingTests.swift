import Foundation
import Sealing
import Synchronization
import Testing

@Suite struct SealingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "yousu-key-\(UUID().uuidString)")

    private var file: KeyFile { KeyFile(path: folder.appending(path: "deep/key").path) }

    @Test func `what was sealed opens with the key, for its place, and only unchanged`() throws {
        let key = Keyring().current
        for text in ["张三", "13812345678", "", String(repeating: "长", count: 10_000)] {
            let sealed = try key.seal(text, for: "20240319000001-1/name")
            #expect(try key.open(sealed, for: "20240319000001-1/name") == text)
            #expect(throws: SealingError.broken) { try key.open(sealed, for: "20240319000002-1/name") }
            #expect(throws: SealingError.broken) {
                try Keyring().current.open(sealed, for: "20240319000001-1/name")
            }
            for place in stride(from: 0, to: sealed.count, by: max(1, sealed.count / 7)) {
                var changed = sealed
                changed[place] ^= 1
                #expect(throws: SealingError.broken) { try key.open(changed, for: "20240319000001-1/name") }
            }
            // Sealed twice, nothing is alike.
            #expect(try key.seal(text, for: "20240319000001-1/name") != sealed)
        }
        #expect(throws: SealingError.broken) { try key.open([1, 2, 3], for: "") }
        #expect(throws: SealingError.broken) { try key.open([], for: "") }
    }

    @Test func `the same text has the same hash with one key and another with another`() {
        let key = Keyring().current
        #expect(key.hash("13812345678") == key.hash("13812345678"))
        #expect(key.hash("13812345678") != key.hash("13812345679"))
        #expect(key.hash("13812345678") != Keyring().current.hash("13812345678"))
    }

    @Test func `a key file is made once, for its owner alone, and never overwritten`() throws {
        let file = file
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: SealingError.missing) { try file.keyring() }
        #expect(try file.create())
        let fingerprint = try file.keyring().current.fingerprint
        #expect(try !file.create())
        #expect(try KeyFile(path: file.path).keyring().current.fingerprint == fingerprint)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep") == ["key"])
    }

    @Test func `a ring keeps older keys`() throws {
        let file = file
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try file.create()
        let old = try file.keyring().current
        let sealed = try old.seal("张三", for: "x")
        _ = try file.update { ring in
            ring.add(Keyring.Key())
            return true
        }
        let read = try KeyFile(path: file.path).keyring()
        #expect(read.current.fingerprint != old.fingerprint)
        #expect(try read.key(old.fingerprint)?.open(sealed, for: "x") == "张三")
    }

    @Test func `a file that is changed through a link stays one file`() throws {
        let file = file
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try file.create()
        let link = folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
        _ = try KeyFile(path: link).update { ring in
            ring.add(Keyring.Key())
            return true
        }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file.path)
        #expect(try KeyFile(path: file.path).keyring().keys.count == 2)
    }

    @Test func `keys that several add at once are all kept`() throws {
        let path = file.path
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try file.create()
        let made = Mutex<Set<[UInt8]>>([])
        DispatchQueue.concurrentPerform(iterations: 16) { _ in
            // A file object of its own, as each process has it.
            let ring = try? KeyFile(path: path).update { ring in
                ring.add(Keyring.Key())
                return true
            }
            made.withLock { if let key = ring?.current.fingerprint { $0.insert(key) } }
        }
        let kept = Set(try file.keyring().keys.map(\.fingerprint))
        #expect(made.withLock { $0.count } == 16)
        #expect(kept.isSuperset(of: made.withLock { $0 }) && kept.count == 17)
    }

    @Test func `a file that others may read, or that holds no key, is refused`() throws {
        let file = file
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try file.create()
        let text = try String(contentsOfFile: file.path, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        #expect(throws: SealingError.exposed) { try KeyFile(path: file.path).keyring() }
        for bad in ["", "# nothing\n", "abc\n", text + "AAAA\n", "钥匙\n"] {
            try Data(bad.utf8).write(to: URL(filePath: file.path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            #expect(throws: SealingError.malformed) { try KeyFile(path: file.path).keyring() }
        }
    }
}
