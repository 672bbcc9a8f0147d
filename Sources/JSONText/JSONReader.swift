internal import ByteText

/// How JSON text is read.
public struct JSONReadingOptions: Sendable, Hashable {
    /// What to do with an object that has a name twice.
    public enum DuplicateNames: Sendable, Hashable {
        /// Refuse the document.
        case areErrors
        /// Keep the last value, in the place of the first.
        case lastWins
    }

    /// What to do with an escaped surrogate that has no other half.
    public enum LoneSurrogates: Sendable, Hashable {
        /// Refuse the document.
        case areErrors
        /// Read U+FFFD.
        case becomeReplacementCharacters
    }

    /// Objects with a name twice; an error by default.
    public var duplicateNames = DuplicateNames.areErrors
    /// Half surrogate pairs; an error by default.
    public var loneSurrogates = LoneSurrogates.areErrors
    /// How deep arrays and objects may nest; 512 by default.
    public var maximumDepth = 512
    /// How many bytes a document may have; 1 GiB by default.
    public var maximumByteCount = 1 << 30
    /// What the text is called in errors; by default it has no name.
    public var sourceName = ""

    /// The defaults.
    public init() {}
}

extension JSONValue {
    /// Reads a JSON text. A byte order mark at its beginning is passed over.
    /// - Throws: ``JSONError`` with the place.
    /// - Complexity: O(*n*) in the bytes, with hashing of names on average.
    public init(json bytes: Span<UInt8>, options: JSONReadingOptions = JSONReadingOptions()) throws(JSONError) {
        var reader = JSONReader(options: options)
        self = try reader.locating(in: bytes) { reader throws(JSONFault) in try reader.readDocument(bytes) }
    }

    /// Reads a JSON text.
    /// - Throws: ``JSONError`` with the place.
    public init(json text: String, options: JSONReadingOptions = JSONReadingOptions()) throws(JSONError) {
        try self.init(json: text.utf8.span, options: options)
    }
}

/// What is wrong at which offset; line and column are counted only once the reader has failed.
struct JSONFault: Error {
    let reason: JSONError.Reason
    let offset: Int
}

/// Reads one document: a recursive descent over bytes, a function for each rule of RFC 8259.
struct JSONReader {
    let options: JSONReadingOptions
    var offset = 0
    var depth = 0
    /// Whether an array that is read element by element has just been opened.
    var isFirstElement = false
    private var names = NameCache()
    private var scratch: [UInt8] = []
    /// How many members or elements the last object or array of each depth had: the next one is likely to be alike.
    private var lastCounts: [Int] = []
    private static let largestGuess = 64

    init(options: JSONReadingOptions) { self.options = options }

    /// `JSON-text = ws value ws`
    mutating func readDocument(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
        try checkLength(bytes)
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
        skipSpace(bytes)
        let value = try readValue(bytes)
        skipSpace(bytes)
        guard offset == bytes.count else { throw fault(.trailingText) }
        return value
    }

    func checkLength(_ bytes: Span<UInt8>) throws(JSONFault) {
        guard bytes.count <= options.maximumByteCount else {
            throw JSONFault(reason: .tooLong(limit: options.maximumByteCount), offset: 0)
        }
    }

    /// `value = false / null / true / object / array / number / string`
    mutating func readValue(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
        guard offset < bytes.count else { throw fault(.unexpectedEnd) }
        switch bytes[offset] {
        case UInt8(ascii: "\""):
            offset += 1
            return .string(try readString(bytes, isName: false))
        case UInt8(ascii: "{"): return try readObject(bytes)
        case UInt8(ascii: "["): return try readArray(bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber(bytes)
        case UInt8(ascii: "t"):
            try readWord("true", bytes)
            return .bool(true)
        case UInt8(ascii: "f"):
            try readWord("false", bytes)
            return .bool(false)
        case UInt8(ascii: "n"):
            try readWord("null", bytes)
            return .null
        default: throw unexpected(bytes, .value)
        }
    }

    /// `array = begin-array [ value *( value-separator value ) ] end-array`
    private mutating func readArray(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        skipSpace(bytes)
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") {
            leave()
            return .array([])
        }
        elements.reserveCapacity(guessedCount)
        while true {
            elements.append(try readValue(bytes))
            skipSpace(bytes)
            guard offset < bytes.count else { throw fault(.unexpectedEnd) }
            switch bytes[offset] {
            case UInt8(ascii: ","):
                offset += 1
                skipSpace(bytes)
            case UInt8(ascii: "]"):
                remember(count: elements.count)
                leave()
                return .array(elements)
            default: throw unexpected(bytes, .either(",", "]"))
            }
        }
    }

    /// `object = begin-object [ member *( value-separator member ) ] end-object`
    private mutating func readObject(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
        try enter()
        var object = JSONObject()
        skipSpace(bytes)
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") {
            leave()
            return .object(object)
        }
        object = JSONObject(minimumCapacity: guessedCount)
        while true {
            // member = string name-separator value
            guard offset < bytes.count else { throw fault(.unexpectedEnd) }
            guard bytes[offset] == UInt8(ascii: "\"") else { throw unexpected(bytes, .name) }
            let start = offset
            offset += 1
            let name = try readString(bytes, isName: true)
            skipSpace(bytes)
            guard offset < bytes.count else { throw fault(.unexpectedEnd) }
            guard bytes[offset] == UInt8(ascii: ":") else { throw unexpected(bytes, .sign(":")) }
            offset += 1
            skipSpace(bytes)
            if object.contains(name) {
                guard options.duplicateNames == .lastWins else {
                    throw JSONFault(reason: .duplicateName(name), offset: start)
                }
                object[name] = try readValue(bytes)
            } else {
                object.append(newName: name, try readValue(bytes))
            }
            skipSpace(bytes)
            guard offset < bytes.count else { throw fault(.unexpectedEnd) }
            switch bytes[offset] {
            case UInt8(ascii: ","):
                offset += 1
                skipSpace(bytes)
            case UInt8(ascii: "}"):
                remember(count: object.count)
                leave()
                return .object(object)
            default: throw unexpected(bytes, .either(",", "}"))
            }
        }
    }

    private mutating func readNumber(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
        guard let end = JSONNumber.end(in: bytes, from: offset) else { throw fault(.invalidNumber) }
        // A digit after a complete number means that the number began with a zero it must not have.
        if end < bytes.count, bytes[end] &- 0x30 < 10 { throw fault(.invalidNumber) }
        let text = String(utf8: bytes.extracting(offset..<end))
        offset = end
        return .number(JSONNumber(unchecked: text))
    }

    private mutating func readWord(_ word: StaticString, _ bytes: Span<UInt8>) throws(JSONFault) {
        let count = word.utf8CodeUnitCount
        for position in 0..<count {
            guard offset + position < bytes.count else {
                throw JSONFault(reason: .unexpectedEnd, offset: bytes.count)
            }
            guard unsafe bytes[offset + position] == word.utf8Start[position] else {
                throw unexpected(bytes, .sign("\(word)"))
            }
        }
        offset += count
    }

    /// The rest of a string whose opening quotation mark has been read.
    private mutating func readString(_ bytes: Span<UInt8>, isName: Bool) throws(JSONFault) -> String {
        let start = offset
        let end = bytes.offsetToEscape(from: start)
        guard end < bytes.count else { throw JSONFault(reason: .unexpectedEnd, offset: bytes.count) }
        if bytes[end] == UInt8(ascii: "\"") {
            offset = end + 1
            let text = bytes.extracting(start..<end)
            return isName ? try name(text, at: start) : try string(text, at: start)
        }
        return try readEscapedString(bytes, from: start, firstStop: end)
    }

    private mutating func readEscapedString(
        _ bytes: Span<UInt8>, from start: Int, firstStop: Int
    ) throws(JSONFault) -> String {
        scratch.removeAll(keepingCapacity: true)
        var (segment, stop) = (start, firstStop)
        while true {
            guard stop < bytes.count else { throw JSONFault(reason: .unexpectedEnd, offset: bytes.count) }
            for position in segment..<stop { scratch.append(bytes[position]) }
            offset = stop
            switch bytes[stop] {
            case UInt8(ascii: "\""):
                // Report bad UTF-8 at the byte itself, not in the unescaped copy.
                _ = try checkUTF8(bytes, from: start, to: stop)
                offset = stop + 1
                return String(utf8: scratch.span)
            case UInt8(ascii: "\\"): try readEscape(bytes)
            default: throw fault(.unescapedControl(bytes[stop]))
            }
            segment = offset
            stop = bytes.offsetToEscape(from: segment)
        }
    }

    /// `escape ( %x22 / %x5C / %x2F / %x62 / %x66 / %x6E / %x72 / %x74 / %x75 4HEXDIG )`
    private mutating func readEscape(_ bytes: Span<UInt8>) throws(JSONFault) {
        guard offset + 1 < bytes.count else { throw JSONFault(reason: .unexpectedEnd, offset: bytes.count) }
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""): scratch.append(0x22)
        case UInt8(ascii: "\\"): scratch.append(0x5C)
        case UInt8(ascii: "/"): scratch.append(0x2F)
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "u"): return try readUnicodeEscape(bytes)
        default: throw fault(.invalidEscape)
        }
        offset += 2
    }

    private mutating func readUnicodeEscape(_ bytes: Span<UInt8>) throws(JSONFault) {
        guard let unit = Self.codeUnit(in: bytes, at: offset) else { throw fault(.invalidEscape) }
        var scalar = Unicode.Scalar(UInt32(unit))
        var count = 6
        if (0xD800..<0xDC00).contains(unit), let low = Self.codeUnit(in: bytes, at: offset + 6),
            (0xDC00..<0xE000).contains(low)
        {
            scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
            count = 12
        }
        if scalar == nil, options.loneSurrogates == .areErrors { throw fault(.loneSurrogate) }
        scratch.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? Unicode.UTF8.EncodedScalar())
        offset += count
    }

    /// The code unit of `\uXXXX` at an offset.
    private static func codeUnit(in bytes: Span<UInt8>, at offset: Int) -> UInt16? {
        guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt16 = 0
        for position in (offset + 2)..<(offset + 6) {
            let byte = bytes[position]
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private func string(_ text: Span<UInt8>, at start: Int) throws(JSONFault) -> String {
        if text.isASCII { return String(ascii: text) }
        do {
            return String(copying: try UTF8Span(validating: text))
        } catch {
            throw JSONFault(reason: .invalidUTF8, offset: start + error.byteOffsets.lowerBound)
        }
    }

    /// The name that bytes spell; a name that comes again shares the text of its first appearance.
    private mutating func name(_ text: Span<UInt8>, at start: Int) throws(JSONFault) -> String {
        if let known = names.string(of: text) { return known }
        let name = try string(text, at: start)
        names.insert(name)
        return name
    }

    private func checkUTF8(_ bytes: Span<UInt8>, from start: Int, to end: Int) throws(JSONFault) {
        let text = bytes.extracting(start..<end)
        let valid = Self.validUTF8Count(text)
        guard valid == text.count else { throw JSONFault(reason: .invalidUTF8, offset: start + valid) }
    }

    private static func validUTF8Count(_ text: Span<UInt8>) -> Int {
        do {
            _ = try UTF8Span(validating: text)
            return text.count
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    mutating func skipSpace(_ bytes: Span<UInt8>) {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }

    mutating func enter() throws(JSONFault) {
        guard depth < options.maximumDepth, !StackSpace.isLow else {
            throw fault(.tooDeep(limit: min(depth, options.maximumDepth)))
        }
        depth += 1
        offset += 1
        if lastCounts.count < depth { lastCounts.append(1) }
    }

    private mutating func leave() {
        depth -= 1
        offset += 1
    }

    private var guessedCount: Int { lastCounts[depth - 1] }

    private mutating func remember(count: Int) { lastCounts[depth - 1] = min(count, Self.largestGuess) }

    func fault(_ reason: JSONError.Reason) -> JSONFault { JSONFault(reason: reason, offset: offset) }

    func unexpected(_ bytes: Span<UInt8>, _ expected: JSONError.Expectation) -> JSONFault {
        let rest = bytes.extracting(offset..<min(offset + 4, bytes.count))
        let scalar = String(utf8: rest).unicodeScalars.first ?? "\u{FFFD}"
        return fault(scalar == "\u{FFFD}" ? .invalidUTF8 : .unexpected(scalar, expected: expected))
    }
}
