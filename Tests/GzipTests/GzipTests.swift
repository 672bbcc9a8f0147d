import Testing

@testable import Gzip

/// Data that others packed, what we pack ourselves, and data that is damaged in every way.
@Suite struct GzipTests {
    private func packed(_ text: [UInt8], pieces: Int = .max) throws -> [UInt8] {
        let deflater = try Deflater()
        var result: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            deflater.deflate(Array(rest.prefix(pieces)).span, into: &result)
            rest = rest.dropFirst(pieces)
        }
        deflater.finish(into: &result)
        return result
    }

    private func unpacked(
        _ data: [UInt8], piece: Int = 1 << 16, atMost count: Int = 1 << 16, limits: Inflater.Limits = .init()
    ) throws -> [UInt8] {
        let inflater = try Inflater(limits: limits)
        var result: [UInt8] = []
        var rest: [UInt8] = []
        var position = 0
        while true {
            let before = result.count
            let taken = try inflater.inflate(rest.span, into: &result, atMost: count)
            rest.removeFirst(taken)
            if result.count - before == count { continue }
            guard position < data.count else { break }
            rest += data[position..<min(position + piece, data.count)]
            position = min(position + piece, data.count)
        }
        try inflater.finish()
        return result
    }

    /// `printf 'lys\n' | gzip -n`, as GNU gzip 1.12 packs it.
    static let byOthers: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0xA9, 0x2C, 0xE6, 0x02, 0x00, 0x53, 0x07,
        0x53, 0xEF, 0x04, 0x00, 0x00, 0x00,
    ]

    static let text = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7 ^ $0) }

    @Test func whatOthersPackedIsRead() throws {
        #expect(try unpacked(Self.byOthers) == Array("lys\n".utf8))
    }

    @Test(arguments: [1, 7, 1000, 1 << 20]) func textComesBackInPiecesOfAnySize(_ piece: Int) throws {
        let data = try packed(Self.text, pieces: max(piece, 100))
        #expect(try unpacked(data, piece: piece) == Self.text)
        #expect(try unpacked(data, piece: max(piece, 50), atMost: 99) == Self.text)
    }

    @Test func nothingComesBackAsNothing() throws { #expect(try unpacked(packed([])) == []) }

    @Test func membersFollowOneAnother() throws {
        let data = try Self.byOthers + packed([]) + packed(Self.text) + Self.byOthers
        #expect(try unpacked(data) == Array("lys\n".utf8) + Self.text + Array("lys\n".utf8))
        #expect(try unpacked(data, piece: 1) == Array("lys\n".utf8) + Self.text + Array("lys\n".utf8))
    }

    @Test func theSameBytesGiveTheSameData() throws {
        let data = try packed(Self.text)
        #expect(try data == packed(Self.text))
        // No time, and no system.
        #expect(Array(data[..<10]) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    }

    @Test func everyTruncationIsAnError() throws {
        for length in 0..<Self.byOthers.count {
            #expect(throws: GzipError.truncated) { try unpacked(Array(Self.byOthers[..<length])) }
        }
    }

    @Test func everyFlippedByteOfTheDataIsNoticed() throws {
        // Bytes 3 to 9 are flags, time and system, of which some say nothing.
        for index in Array(0..<3) + Array(10..<Self.byOthers.count) {
            var data = Self.byOthers
            data[index] ^= 0x5A
            #expect(throws: GzipError.self, "\(index)") { try unpacked(data) }
        }
    }

    @Test func whatFollowsIsAnError() throws {
        #expect(throws: GzipError.trailingBytes) { try unpacked(Self.byOthers + [0]) }
        #expect(throws: GzipError.trailingBytes) { try unpacked(Self.byOthers + Array("lys".utf8), piece: 1) }
        #expect(throws: GzipError.corrupt("incorrect header check")) { try unpacked(Self.byOthers + [0x1F, 0x00]) }
        #expect(throws: GzipError.corrupt("incorrect header check")) { try unpacked(Array("lys\n".utf8)) }
    }

    @Test func aBombIsStopped() throws {
        let bomb = try packed([UInt8](repeating: 0, count: 4 << 20))
        var limits = Inflater.Limits()
        #expect(try unpacked(bomb, limits: limits).count == 4 << 20)
        limits.freeBytes = 1 << 20
        #expect(throws: GzipError.tooLarge(ratio: 400)) { try unpacked(bomb, limits: limits) }
        limits.ratio = 2000
        #expect(try unpacked(bomb, limits: limits).count == 4 << 20)
    }
}
