/// A zip archive (APPNOTE 6.3.3) as office files need it: deflated or stored entries without dates, so that
/// the same contents give the same bytes. Names are ASCII; archive and entries are less than 4 GB.
struct Zip {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// Adds a file.
    mutating func add(_ name: String, _ text: String) {
        let content = Array(text.utf8)
        let deflated = Deflate.deflate(content)
        let isSmaller = deflated.count < content.count
        let stored = isSmaller ? deflated : content

        var entry: [UInt8] = []
        entry.append(UInt16(20))  // Version needed.
        entry.append(UInt16(0))  // Flags.
        entry.append(UInt16(isSmaller ? 8 : 0))  // Deflated or stored.
        entry.append(UInt16(0))  // Time.
        entry.append(UInt16(0x21))  // The earliest date there is, 1 January 1980.
        entry.append(CRC32.checksum(content))
        entry.append(UInt32(stored.count))
        entry.append(UInt32(content.count))
        entry.append(UInt16(name.utf8.count))
        entry.append(UInt16(0))  // Extra.

        let offset = UInt32(bytes.count)
        bytes.append(UInt32(0x0403_4B50))
        bytes += entry + name.utf8 + stored

        directory.append(UInt32(0x0201_4B50))
        directory.append(UInt16(20))  // Version made by.
        directory += entry
        directory.append(UInt16(0))  // Comment.
        directory.append(UInt16(0))  // Disk.
        directory.append(UInt16(0))  // Kind of content.
        directory.append(UInt32(0))  // Attributes.
        directory.append(offset)
        directory += name.utf8
        count += 1
    }

    /// The archive with all files added.
    func archive() -> [UInt8] {
        var end: [UInt8] = []
        end.append(UInt32(0x0605_4B50))
        end.append(UInt32(0))  // Disks.
        end.append(count)
        end.append(count)
        end.append(UInt32(directory.count))
        end.append(UInt32(bytes.count))
        end.append(UInt16(0))  // Comment.
        return bytes + directory + end
    }
}

extension [UInt8] {
    /// Appends a number, lowest byte first.
    fileprivate mutating func append(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
