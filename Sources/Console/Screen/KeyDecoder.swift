/// Reads keys from the bytes that a terminal sends (ECMA-48 and what xterm made customary).
struct KeyDecoder {
    private var bytes: [UInt8] = []
    private static let pasteBegins = Array("\u{1B}[200~".utf8)
    private static let pasteEnds = Array("\u{1B}[201~".utf8)

    /// Whether bytes are waiting for what may still follow them.
    var isWaiting: Bool { !bytes.isEmpty }

    /// Takes what the terminal sent. Returns the keys that are complete.
    mutating func feed(_ more: some Sequence<UInt8>) -> [Key] {
        bytes += more
        var keys: [Key] = []
        while let (key, count) = next() {
            bytes.removeFirst(count)
            guard let key else { continue }
            // What is typed at once is drawn at once.
            if case .text(let text) = key, case .text(let before)? = keys.last {
                keys[keys.count - 1] = .text(before + text)
            } else {
                keys.append(key)
            }
        }
        return keys
    }

    /// Nothing follows: an escape byte that waits is the key itself, and half a character is dropped.
    mutating func flush() -> [Key] {
        defer { if !bytes.starts(with: Self.pasteBegins) { bytes = [] } }
        return bytes == [0x1B] ? [.escape] : []
    }

    /// The first key and its bytes; no key where they mean nothing. Nil while more must come.
    private func next() -> (key: Key?, count: Int)? {
        guard let first = bytes.first else { return nil }
        switch first {
        case 0x1B: return escaped()
        case 0x0D: return (.enter, 1)
        case 0x0A: return (.newline, 1)
        case 0x09: return (.tab, 1)
        case 0x08, 0x7F: return (.backspace, 1)
        case 1...26: return (.control(Character(UnicodeScalar(first + 96))), 1)
        case 0..<0x20: return (nil, 1)
        default: return character()
        }
    }

    private func character() -> (Key?, Int)? {
        let length =
            switch bytes[0] {
            case 0..<0x80: 1
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 0
            }
        guard length > 0 else { return (nil, 1) }
        let tail = bytes.dropFirst().prefix(length - 1)
        // The rest of a broken character is not swallowed with it.
        guard tail.allSatisfy({ 0x80..<0xC0 ~= $0 }) else { return (nil, 1) }
        guard bytes.count >= length else { return nil }
        return (String(validating: bytes.prefix(length), as: UTF8.self).map(Key.text), length)
    }

    private func escaped() -> (Key?, Int)? {
        guard bytes.count > 1 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "["): return bytes.starts(with: Self.pasteBegins) ? pasted() : sequence()
        case UInt8(ascii: "O"):
            guard bytes.count > 2 else { return nil }
            return (Self.final(bytes[2]), 3)
        case 0x0D, 0x0A: return (.newline, 2)
        // The escape key, and at once another.
        default: return (.escape, 1)
        }
    }

    /// `ESC [`, numbers, and a last byte that says what it is.
    private func sequence() -> (Key?, Int)? {
        let body = bytes.dropFirst(2)
        guard let last = body.firstIndex(where: { 0x40...0x7E ~= $0 }) else {
            // Nothing that long is a key.
            return body.count > 20 ? (nil, bytes.count) : nil
        }
        let number = body[..<last].prefix { $0 != UInt8(ascii: ";") }
        guard bytes[last] == UInt8(ascii: "~") else { return (Self.final(bytes[last]), last + 1) }
        let key: Key? =
            switch Int(String(decoding: number, as: UTF8.self)) {
            case 1, 7: .home
            case 3: .delete
            case 4, 8: .end
            case 5: .pageUp
            case 6: .pageDown
            case .some(let code) where 11...15 ~= code: .function(code - 10)
            case .some(let code) where 17...21 ~= code: .function(code - 11)
            case .some(let code) where 23...24 ~= code: .function(code - 12)
            default: nil
            }
        return (key, last + 1)
    }

    private func pasted() -> (Key?, Int)? {
        let body = bytes.dropFirst(Self.pasteBegins.count)
        guard let end = body.firstRange(of: Self.pasteEnds) else { return nil }
        let text = String(decoding: body[..<end.lowerBound], as: UTF8.self)
        return (.paste(Self.unified(text)), end.upperBound)
    }

    /// With newlines for whatever ended its lines.
    private static func unified(_ text: String) -> String {
        String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    private static func final(_ byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "Z"): .backTab
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(byte) - 0x4F)
        default: nil
        }
    }
}
