internal import CFuzzer

/// Changes of whole tokens and lines, so that a good share of inputs gets past the first bytes of a reader.
///
/// Half of the time libFuzzer changes bytes as it always does; else a token is exchanged, dropped, doubled or changed
/// inside, or a line comes from another input that a reader took. Where readers take less than a fifth, half of the
/// changes are small ones of inputs that were taken.
enum TokenMutator {
    // libFuzzer calls everything from one thread.
    nonisolated(unsafe) private static var tokens: [[UInt8]] = []
    nonisolated(unsafe) private static var lines: [[UInt8]] = []
    nonisolated(unsafe) private static var inputs: [[UInt8]] = []
    nonisolated(unsafe) private static var learned = 0
    private static let poolSize = 512

    /// Keeps some tokens and a line of an input for others.
    static func learn(_ bytes: [UInt8]) {
        unsafe learned += 1
        // Often at first, then now and then.
        guard unsafe learned < 2000 || learned % 64 == 0, bytes.count < 4096 else { return }
        let ranges = cut(bytes)
        guard let token = ranges.randomElement() else { return }
        let line = line(of: bytes, at: token.lowerBound)
        unsafe keep(Array(bytes[token]), in: &tokens)
        unsafe keep(Array(bytes[line]), in: &lines)
        unsafe keep(bytes, in: &inputs)
    }

    private static func keep(_ piece: [UInt8], in pool: inout [[UInt8]]) {
        if pool.count < poolSize { pool.append(piece) } else { pool[unsafe (learned &* 7919) % poolSize] = piece }
    }

    /// Cuts bytes into runs of blanks, texts in quotation marks, texts in angle brackets, words, and single signs.
    static func cut(_ bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = start + 1
            func skip(while isInside: (UInt8) -> Bool) {
                while end < bytes.count, isInside(bytes[end]) { end += 1 }
            }
            switch bytes[start] {
            case 0x20, 0x09, 0x0A, 0x0D: skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            case 0x22, 0x27:
                while end < bytes.count, bytes[end] != bytes[start], bytes[end] != 0x0A {
                    end += bytes[end] == 0x5C ? 2 : 1
                }
                end = min(end + 1, bytes.count)
            case 0x3C:
                skip { $0 != 0x3E && $0 != 0x20 && $0 != 0x0A }
                end = min(end + 1, bytes.count)
            case let byte where isWord(byte): skip(while: isWord)
            default: break
            }
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x3A, 0x80...: true
        default: false
        }
    }

    private static func line(of bytes: [UInt8], at place: Int) -> Range<Int> {
        var (start, end) = (place, place)
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return start..<min(end + 1, bytes.count)
    }

    /// An input changed in one place.
    static func mutate(_ bytes: [UInt8], limit: Int, by generator: inout Dice) -> [UInt8] {
        let ranges = cut(bytes)
        guard let token = ranges.randomElement(using: &generator) else { return bytewise(bytes, limit: limit) }
        var result = bytes
        let other = ranges.randomElement(using: &generator) ?? token
        switch UInt8.random(in: 0..<10, using: &generator) {
        case 0: result.removeSubrange(token)
        case 1: result.replaceSubrange(token, with: bytes[other])
        case 2: result.insert(contentsOf: bytes[token], at: other.lowerBound)
        case 3, 4: result.replaceSubrange(token, with: pick(unsafe tokens, like: bytes[token], &generator))
        case 5: result.insert(contentsOf: pick(unsafe tokens, like: nil, &generator), at: token.lowerBound)
        case 6: result.replaceSubrange(token, with: bytewise(Array(bytes[token]), limit: token.count + 8))
        case 7: result.removeSubrange(line(of: bytes, at: token.lowerBound))
        case 8: result.insert(contentsOf: bytes[line(of: bytes, at: token.lowerBound)], at: 0)
        default:
            let place = line(of: bytes, at: token.lowerBound)
            result.insert(contentsOf: pick(unsafe lines, like: nil, &generator), at: place.lowerBound)
        }
        return Array(result.prefix(limit))
    }

    /// An input that was taken, changed a little: a word or a text exchanged or changed in a letter, a line doubled, or
    /// blanks between two tokens; `nil` where none was taken yet.
    static func taken(limit: Int, by generator: inout Dice) -> [UInt8]? {
        guard var bytes = unsafe inputs.randomElement(using: &generator) else { return nil }
        let ranges = cut(bytes)
        guard let token = ranges.randomElement(using: &generator) else { return nil }
        let text = bytes[token]
        switch UInt8.random(in: 0..<5, using: &generator) {
        case 0: bytes.replaceSubrange(token, with: pick(unsafe tokens, like: text, &generator))
        case 1, 2:
            let places = token.filter { isWord(bytes[$0]) }
            guard let place = places.randomElement(using: &generator) else { fallthrough }
            bytes[place] = Array("0123456789abcxyzABCXYZ_".utf8).randomElement(using: &generator) ?? 0x30
        case 3: bytes.insert(0x20, at: token.lowerBound)
        default:
            let line = line(of: bytes, at: token.lowerBound)
            bytes.insert(contentsOf: bytes[line], at: line.lowerBound)
        }
        return Array(bytes.prefix(limit))
    }

    /// A piece of the pool, of the kind of another where that is found soon.
    private static func pick(_ pool: [[UInt8]], like token: ArraySlice<UInt8>?, _ generator: inout Dice) -> [UInt8] {
        for _ in 0..<8 {
            guard let piece = pool.randomElement(using: &generator) else { return Array(token ?? []) }
            guard let first = token?.first, piece.first != first else { return piece }
        }
        return Array(token ?? [])
    }

    /// libFuzzer's own change.
    static func bytewise(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        var buffer = bytes + [UInt8](repeating: 0, count: max(limit - bytes.count, 0))
        let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            unsafe LLVMFuzzerMutate(buffer.baseAddress, min(bytes.count, limit), limit)
        }
        return Array(buffer.prefix(count))
    }
}

/// Numbers from the seed that libFuzzer gives for each change.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// What libFuzzer calls to change an input.
@c(LLVMFuzzerCustomMutator)
public func mutateInput(_ data: UnsafeMutablePointer<UInt8>?, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
    guard let data = unsafe data else { return 0 }
    if seed % 2 == 0 { return unsafe LLVMFuzzerMutate(data, count, limit) }
    var dice = Dice(state: UInt64(seed))
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
    let changed =
        (Tally.isLow ? TokenMutator.taken(limit: limit, by: &dice) : nil)
        ?? TokenMutator.mutate(bytes, limit: limit, by: &dice)
    _ = unsafe UnsafeMutableBufferPointer(start: data, count: limit).update(fromContentsOf: changed)
    return changed.count
}
