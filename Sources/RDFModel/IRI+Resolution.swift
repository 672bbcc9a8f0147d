internal import ByteText

/// The five components of an IRI reference, as ranges of its bytes.
/// - Spec: RFC 3986 §4.1 and appendix B; RFC 3987 §2.2 has the same shape with more characters.
public struct IRIReferenceComponents: Sendable {
    /// Before the first `:`, if that is a scheme.
    public private(set) var scheme: Range<Int>?
    /// After `//`.
    public private(set) var authority: Range<Int>?
    /// Always there, and perhaps empty.
    public private(set) var path: Range<Int>
    /// After the first `?`, without it.
    public private(set) var query: Range<Int>?
    /// After the first `#`, without it.
    public private(set) var fragment: Range<Int>?

    /// Takes a reference apart; every text has components, so nothing is checked here.
    /// - Complexity: O(*n*).
    public init(_ text: Span<UInt8>) {
        var end = text.count
        if let hash = text.firstIndex(of: UInt8(ascii: "#"), in: 0..<end) {
            fragment = (hash + 1)..<end
            end = hash
        }
        if let mark = text.firstIndex(of: UInt8(ascii: "?"), in: 0..<end) {
            query = (mark + 1)..<end
            end = mark
        }
        var start = 0
        if let length = text.schemeLength, length < end {
            scheme = 0..<length
            start = length + 1
        }
        if start + 2 <= end, text[start] == UInt8(ascii: "/"), text[start + 1] == UInt8(ascii: "/") {
            let slash = text.firstIndex(of: UInt8(ascii: "/"), in: (start + 2)..<end) ?? end
            authority = (start + 2)..<slash
            start = slash
        }
        path = start..<end
    }
}

extension Span where Element == UInt8 {
    /// The length of the scheme with which an absolute IRI begins, its `:` not counted; `nil` for a relative reference.
    /// - Spec: RFC 3986 §3.1.
    public var schemeLength: Int? {
        for index in indices {
            switch self[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if index == 0 { return nil }
            case UInt8(ascii: ":"):
                return index == 0 ? nil : index
            default:
                return nil
            }
        }
        return nil
    }

    fileprivate func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        for index in range where self[index] == byte { return index }
        return nil
    }
}

/// A base IRI taken apart once, against which relative references are resolved.
/// - Spec: RFC 3986 §5.2, strict: a reference with a scheme is absolute even when the scheme is that of the base.
public struct IRIResolver: Sendable {
    /// The base.
    public let base: IRI
    private let bytes: [UInt8]
    private let components: IRIReferenceComponents

    /// A resolver for a base IRI.
    public init(base: IRI) {
        self.base = base
        let text = Array(base.string.utf8)
        bytes = text
        components = IRIReferenceComponents(text.span)
    }

    /// Appends the target IRI of a reference to an output.
    /// - Complexity: O(*n*) in the bytes of base and reference.
    public func resolve(_ reference: Span<UInt8>, into output: inout [UInt8]) {
        let parts = IRIReferenceComponents(reference)
        if let scheme = parts.scheme {
            output.append(reference, scheme)
            output.append(UInt8(ascii: ":"))
            output.appendAuthority(reference, parts.authority)
            output.appendWithoutDotSegments(reference.extracting(parts.path))
            output.append(reference, query: parts.query)
        } else {
            if let scheme = components.scheme {
                output.append(bytes.span, scheme)
                output.append(UInt8(ascii: ":"))
            }
            if let authority = parts.authority {
                output.appendAuthority(reference, authority)
                output.appendWithoutDotSegments(reference.extracting(parts.path))
                output.append(reference, query: parts.query)
            } else {
                output.appendAuthority(bytes.span, components.authority)
                if parts.path.isEmpty {
                    output.append(bytes.span, components.path)
                    if parts.query != nil {
                        output.append(reference, query: parts.query)
                    } else {
                        output.append(bytes.span, query: components.query)
                    }
                } else {
                    if reference[parts.path.lowerBound] == UInt8(ascii: "/") {
                        output.appendWithoutDotSegments(reference.extracting(parts.path))
                    } else {
                        output.appendWithoutDotSegments(merged(reference, parts.path).span)
                    }
                    output.append(reference, query: parts.query)
                }
            }
        }
        if let fragment = parts.fragment {
            output.append(UInt8(ascii: "#"))
            output.append(reference, fragment)
        }
    }

    /// RFC 3986 §5.2.3: the path of the base up to its last slash, then that of the reference.
    private func merged(_ reference: Span<UInt8>, _ path: Range<Int>) -> [UInt8] {
        var merged: [UInt8] = []
        if components.authority != nil, components.path.isEmpty {
            merged.append(UInt8(ascii: "/"))
        } else if let slash = components.path.last(where: { bytes[$0] == UInt8(ascii: "/") }) {
            merged.append(contentsOf: bytes[components.path.lowerBound...slash])
        }
        merged.append(reference, path)
        return merged
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
        for index in range { append(text[index]) }
    }

    fileprivate mutating func appendAuthority(_ text: Span<UInt8>, _ authority: Range<Int>?) {
        guard let authority else { return }
        append(UInt8(ascii: "/"))
        append(UInt8(ascii: "/"))
        append(text, authority)
    }

    fileprivate mutating func append(_ text: Span<UInt8>, query: Range<Int>?) {
        guard let query else { return }
        append(UInt8(ascii: "?"))
        append(text, query)
    }

    /// RFC 3986 §5.2.4, segment by segment: `.` goes, `..` takes the segment before it away, the rest is kept.
    ///
    /// A path that begins without a slash keeps none; one that ends in a dot segment ends in a slash.
    fileprivate mutating func appendWithoutDotSegments(_ path: Span<UInt8>) {
        let floor = count
        var index = 0
        // A dot segment before any slash (`./x`, `../x`, `.`) is dropped with its slash, as steps A and D say.
        while let length = path.dotSegmentLength(at: index) {
            index += length
            guard index < path.count else { return }
            index += 1
        }
        while index < path.count {
            // Here stands a slash, or the first segment of a path without one.
            let start = index
            if path[index] == UInt8(ascii: "/") { index += 1 }
            if start < index, let length = path.dotSegmentLength(at: index) {
                index += length
                if length == 2 { removeLastSegment(above: floor) }
                if index == path.count { append(UInt8(ascii: "/")) }
                continue
            }
            while index < path.count, path[index] != UInt8(ascii: "/") { index += 1 }
            append(path, start..<index)
        }
    }

    private mutating func removeLastSegment(above floor: Int) {
        while count > floor {
            if removeLast() == UInt8(ascii: "/") { return }
        }
    }
}

extension Span where Element == UInt8 {
    /// 1 or 2 where a whole segment is `.` or `..`, `nil` elsewhere.
    fileprivate func dotSegmentLength(at start: Int) -> Int? {
        var index = start
        while index < count, index - start < 3, self[index] == UInt8(ascii: ".") { index += 1 }
        let length = index - start
        guard length == 1 || length == 2, index == count || self[index] == UInt8(ascii: "/") else { return nil }
        return length
    }
}

extension IRI {
    /// The IRI that a reference means where this IRI is the base.
    ///
    /// An absolute reference is kept as it is written, dot segments included: RDF names things by the very text.
    /// - Throws: ``IRIError`` for what is no reference.
    /// - Spec: RFC 3986 §5.2.
    public func resolving(_ reference: String) throws(IRIError) -> IRI {
        try IRI(reference: reference, base: self)
    }

    /// The IRI that a reference means with regard to a base.
    /// - Throws: ``IRIError``; its reason is `noBase` for a relative reference without a base.
    public init(reference: String, base: IRI?) throws(IRIError) {
        if reference.utf8.span.schemeLength != nil {
            try self.init(reference)
            return
        }
        guard let base else { throw IRIError(text: reference, reason: .noBase) }
        if let fault = reference.utf8.span.iriFault(isReference: true) {
            throw IRIError(text: reference, reason: fault.reason)
        }
        var output: [UInt8] = []
        IRIResolver(base: base).resolve(reference.utf8.span, into: &output)
        self.init(unchecked: String(decoding: output, as: UTF8.self))
    }
}
