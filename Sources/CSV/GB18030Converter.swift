import Glibc

/// Turns a stream of GB18030 into UTF-8 with the C library's iconv; sequences may be split over chunks.
struct GB18030Converter: ~Copyable {
    private let descriptor: iconv_t
    /// The beginning of a sequence that the last chunk cut off, at most three bytes.
    private var cutOff: [UInt8] = []
    /// Offset in the stream of the first byte not converted yet.
    private var offset: Int

    /// A converter for a stream that begins at `offset` of the whole text.
    init(offset: Int) throws(TextDecodingError) {
        guard let descriptor = iconv_open("UTF-8", "GB18030"), descriptor != iconv_t(bitPattern: -1) else {
            throw .converterMissing
        }
        self.descriptor = descriptor
        self.offset = offset
    }

    deinit { iconv_close(descriptor) }

    mutating func convert(_ chunk: [UInt8]) throws(TextDecodingError) -> [UInt8] {
        var input = cutOff.isEmpty ? chunk : cutOff + chunk
        var result: [UInt8] = []
        var used = 0
        var problem: Int32
        repeat {
            // Two bytes of GB18030 make up to three of UTF-8.
            let room = (input.count - used) / 2 * 3 + 16
            let part = convert(&input, from: used, room: room)
            if result.isEmpty { result = part.output } else { result += part.output }
            used += part.used
            problem = part.problem
        } while problem == E2BIG
        offset += used
        guard problem == 0 || problem == EINVAL else { throw .neitherEncoding(byteOffset: offset) }
        cutOff = Array(input[used...])
        return result
    }

    /// To be called at the end: the last sequence must be complete.
    func finish() throws(TextDecodingError) {
        if !cutOff.isEmpty { throw .neitherEncoding(byteOffset: offset) }
    }

    private struct Part {
        var output: [UInt8] = []
        var used = 0
        var problem: Int32 = 0
    }

    private func convert(_ input: inout [UInt8], from start: Int, room: Int) -> Part {
        var part = Part()
        input.withUnsafeMutableBytes { source in
            var next = source.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
            var left = source.count - start
            part.output = [UInt8](unsafeUninitializedCapacity: room) { target, written in
                var free = room
                target.withMemoryRebound(to: CChar.self) { target in
                    var end = target.baseAddress
                    if iconv(descriptor, &next, &left, &end, &free) == -1 { part.problem = errno }
                }
                written = room - free
            }
            part.used = source.count - start - left
        }
        return part
    }
}
