internal import ByteText

// A text read part by part: what is large about a document is mostly one array, whose elements can go one by one.

extension JSONValue {
    /// Reads a part of a JSON text that ``JSONOutline`` has found; errors name the place in the whole text.
    /// - Throws: ``JSONError`` with the place.
    /// - Complexity: O(*n*) in the bytes of the part.
    public init(
        json bytes: Span<UInt8>, part: Range<Int>, options: JSONReadingOptions = JSONReadingOptions()
    ) throws(JSONError) {
        var reader = JSONReader(options: options)
        self = try reader.locating(in: bytes) { reader throws(JSONFault) in try reader.readPart(bytes, part) }
    }

    /// Reads the elements of an array that is a part of a JSON text, one by one: none is held when the next one is
    /// read.
    /// - Parameters:
    ///   - part: where the array stands, as ``JSONOutline`` has found it.
    ///   - depth: inside how many others the array stands; counted for ``JSONReadingOptions/maximumDepth``.
    ///   - body: called with each element.
    /// - Throws: ``JSONError`` with the place in the whole text, or what the body throws.
    /// - Complexity: O(*n*) in the bytes of the part.
    public static func readElements(
        json bytes: Span<UInt8>, part: Range<Int>, depth: Int = 0, options: JSONReadingOptions = JSONReadingOptions(),
        _ body: (JSONValue) throws -> Void
    ) throws {
        var reader = JSONReader(options: options)
        try reader.locating(in: bytes) { reader throws(JSONFault) in
            try reader.openArray(bytes, from: part.lowerBound, depth: depth)
        }
        try reader.forEachElement(bytes, before: nil, body)
    }

    /// Reads the elements of a section of an array: what stands between two of the breaks that ``JSONOutline`` has
    /// found, or between one and a bracket. Sections that can all be read make an array that can be read.
    /// - Parameters:
    ///   - depth: inside how many others the elements stand, the array among them.
    /// - Throws: as ``readElements(json:part:depth:options:_:)``.
    /// - Complexity: O(*n*) in the bytes of the section.
    public static func readElements(
        json bytes: Span<UInt8>, section: Range<Int>, depth: Int, options: JSONReadingOptions = JSONReadingOptions(),
        _ body: (JSONValue) throws -> Void
    ) throws {
        var reader = JSONReader(options: options)
        try reader.locating(in: bytes) { reader throws(JSONFault) in
            try reader.openSection(bytes, from: section.lowerBound, depth: depth)
        }
        try reader.forEachElement(bytes, before: section.upperBound, body)
    }
}

extension JSONReader {
    /// Reads something of a text; what is wrong is said with its place.
    mutating func locating<Result>(
        in bytes: Span<UInt8>, _ read: (inout JSONReader) throws(JSONFault) -> Result
    ) throws(JSONError) -> Result {
        do {
            return try read(&self)
        } catch {
            throw JSONError(
                error.reason, at: TextPosition(of: error.offset, in: bytes), sourceName: options.sourceName)
        }
    }

    /// The value that takes up a part.
    fileprivate mutating func readPart(_ bytes: Span<UInt8>, _ part: Range<Int>) throws(JSONFault) -> JSONValue {
        try checkLength(bytes)
        offset = part.lowerBound
        let value = try readValue(bytes)
        guard offset == part.upperBound else { throw fault(.trailingText) }
        return value
    }

    /// Stands before the first element of the array that begins at an offset.
    fileprivate mutating func openArray(_ bytes: Span<UInt8>, from start: Int, depth: Int) throws(JSONFault) {
        try openSection(bytes, from: start, depth: depth)
        guard offset < bytes.count else { throw fault(.unexpectedEnd) }
        guard bytes[offset] == UInt8(ascii: "[") else { throw unexpected(bytes, .sign("[")) }
        try enter()
    }

    /// Stands before the first element of a section.
    fileprivate mutating func openSection(_ bytes: Span<UInt8>, from start: Int, depth: Int) throws(JSONFault) {
        try checkLength(bytes)
        offset = start
        for _ in 0..<depth { try enter() }
        // Entering goes past a bracket; those around the section are not read.
        offset = start
        isFirstElement = true
    }

    /// Calls a body with the elements up to the end of the section, or of the array where no end is given.
    fileprivate mutating func forEachElement(
        _ bytes: Span<UInt8>, before end: Int?, _ body: (JSONValue) throws -> Void
    ) throws {
        while true {
            let element = try locating(in: bytes) { reader throws(JSONFault) in
                if let end { return try reader.readElement(bytes, before: end) }
                return try reader.readElement(bytes)
            }
            guard let element else { return }
            try body(element)
        }
    }

    /// The next element; `nil` where the section ends.
    fileprivate mutating func readElement(_ bytes: Span<UInt8>, before end: Int) throws(JSONFault) -> JSONValue? {
        skipSpace(bytes)
        if !isFirstElement {
            if offset == end { return nil }
            guard offset < end, bytes[offset] == UInt8(ascii: ",") else { throw unexpected(bytes, .either(",", "]")) }
            offset += 1
            skipSpace(bytes)
        }
        isFirstElement = false
        return try readValue(bytes)
    }

    /// The next element; `nil` where the array ends.
    fileprivate mutating func readElement(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue? {
        skipSpace(bytes)
        guard offset < bytes.count else { throw fault(.unexpectedEnd) }
        let isFirst = isFirstElement
        isFirstElement = false
        switch bytes[offset] {
        case UInt8(ascii: "]"): return nil
        case UInt8(ascii: ",") where !isFirst:
            offset += 1
            skipSpace(bytes)
        case _ where isFirst: break
        default: throw unexpected(bytes, .either(",", "]"))
        }
        return try readValue(bytes)
    }
}
