internal import ByteText

/// An IRI that references are resolved against, in its parts.
///
///     https://example.org/a/b?q#f
///     └scheme └authority  └path └query, without the fragment, which no resolution uses
/// - Spec: RFC 3986 §5.2, without normalization.
struct BaseIRI {
    /// The IRI as it was given.
    let string: String
    private let scheme: Substring.UTF8View
    private let authority: Substring.UTF8View?
    private let path: Substring.UTF8View
    private let query: Substring.UTF8View?

    /// The parts of an absolute IRI; `nil` if it is none.
    init?(_ iri: String) {
        let parts = Parts(iri)
        guard let scheme = parts.scheme else { return nil }
        string = iri
        self.scheme = scheme
        authority = parts.authority
        path = parts.path
        query = parts.query
    }

    /// The IRI that a reference stands for (§5.2.2).
    func resolve(_ reference: String) -> String {
        let parts = Parts(reference)
        if let scheme = parts.scheme {
            return Self.text(scheme, parts.authority, Self.withoutDots(Array(parts.path)), parts.query, parts.fragment)
        }
        if parts.authority != nil {
            return Self.text(scheme, parts.authority, Self.withoutDots(Array(parts.path)), parts.query, parts.fragment)
        }
        if parts.path.isEmpty {
            return Self.text(scheme, authority, Array(path), parts.query ?? query, parts.fragment)
        }
        let target: [UInt8]
        if parts.path.first == UInt8(ascii: "/") {
            target = Self.withoutDots(Array(parts.path))
        } else {
            // §5.2.3: the base's path up to its last slash.
            var merged: [UInt8] = []
            if authority != nil, path.isEmpty {
                merged.append(UInt8(ascii: "/"))
            } else if let slash = path.lastIndex(of: UInt8(ascii: "/")) {
                merged.append(contentsOf: path[...slash])
            }
            merged.append(contentsOf: parts.path)
            target = Self.withoutDots(merged)
        }
        return Self.text(scheme, authority, target, parts.query, parts.fragment)
    }

    /// A reference that resolves to an IRI, as short as steps up and down the path make it; the IRI itself where it
    /// shares no scheme and authority with the base.
    func relativeReference(to iri: String) -> String {
        let parts = Parts(iri)
        guard let scheme = parts.scheme, scheme.elementsEqual(self.scheme),
            Self.areSame(parts.authority, authority)
        else { return iri }
        let baseSegments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let segments = parts.path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard path.first == UInt8(ascii: "/") || path.isEmpty, parts.path.first == UInt8(ascii: "/") else {
            return iri
        }
        // The last segment stays unless a fragment or query can stand for the whole document.
        let kept = parts.fragment == nil && parts.query == nil ? 1 : 0
        var common = 0
        while common < baseSegments.count, common < segments.count - kept,
            baseSegments[common].elementsEqual(segments[common])
        {
            common += 1
        }
        let samePath = common == baseSegments.count && common == segments.count
        if samePath, !Self.areSame(parts.query, query), parts.query == nil { common -= 1 }
        var result: [UInt8] = []
        if common < segments.count {
            if common == baseSegments.count { common -= 1 }
            for _ in common..<(baseSegments.count - 1) { result.append(contentsOf: "../".utf8) }
            for (offset, segment) in segments[common...].enumerated() {
                if offset > 0 { result.append(UInt8(ascii: "/")) }
                result.append(contentsOf: segment)
            }
        }
        if let query = parts.query, !(samePath && Self.areSame(parts.query, self.query) && parts.fragment != nil) {
            result.append(UInt8(ascii: "?"))
            result.append(contentsOf: query)
        }
        if let fragment = parts.fragment {
            result.append(UInt8(ascii: "#"))
            result.append(contentsOf: fragment)
        }
        if result.isEmpty { return "./" }
        let reference = String(decoding: result, as: UTF8.self)
        // A first segment with a colon would read as a scheme, an empty one as an authority.
        let needsDot = Parts(reference).scheme != nil || result.first == UInt8(ascii: "/")
        let candidate = needsDot ? "./" + reference : reference
        return resolve(candidate).hasSameBytes(as: iri) ? candidate : iri
    }

    private static func areSame(_ left: Substring.UTF8View?, _ right: Substring.UTF8View?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?): left.elementsEqual(right)
        default: false
        }
    }

    /// §5.3
    private static func text(
        _ scheme: Substring.UTF8View, _ authority: Substring.UTF8View?, _ path: [UInt8],
        _ query: Substring.UTF8View?, _ fragment: Substring.UTF8View?
    ) -> String {
        var result: [UInt8] = []
        result.append(contentsOf: scheme)
        result.append(UInt8(ascii: ":"))
        if let authority {
            result.append(contentsOf: "//".utf8)
            result.append(contentsOf: authority)
        }
        result.append(contentsOf: path)
        if let query {
            result.append(UInt8(ascii: "?"))
            result.append(contentsOf: query)
        }
        if let fragment {
            result.append(UInt8(ascii: "#"))
            result.append(contentsOf: fragment)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// §5.2.4, segment by segment.
    private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: ".")) else { return path }
        let isAbsolute = path.first == UInt8(ascii: "/")
        var output: [[UInt8]] = []
        var segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        if isAbsolute { segments.removeFirst() }
        for (offset, segment) in segments.enumerated() {
            let isLast = offset == segments.count - 1
            if segment == [UInt8(ascii: ".")] {
                if isLast { output.append([]) }
            } else if segment == [UInt8(ascii: "."), UInt8(ascii: ".")] {
                if !output.isEmpty { output.removeLast() }
                if isLast { output.append([]) }
            } else {
                output.append(segment)
            }
        }
        var result: [UInt8] = isAbsolute ? [UInt8(ascii: "/")] : []
        for (offset, segment) in output.enumerated() {
            if offset > 0 { result.append(UInt8(ascii: "/")) }
            result += segment
        }
        return result
    }

    /// The parts of a reference (RFC 3986, appendix B).
    private struct Parts {
        var scheme: Substring.UTF8View?
        var authority: Substring.UTF8View?
        var path: Substring.UTF8View
        var query: Substring.UTF8View?
        var fragment: Substring.UTF8View?

        init(_ text: String) {
            var rest = Substring(text).utf8
            if let end = IRIForm.schemeEnd(text) {
                scheme = rest[..<end]
                rest = rest[rest.index(after: end)...]
            }
            if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
                fragment = rest[rest.index(after: hash)...]
                rest = rest[..<hash]
            }
            if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
                query = rest[rest.index(after: mark)...]
                rest = rest[..<mark]
            }
            if rest.starts(with: "//".utf8) {
                rest = rest.dropFirst(2)
                let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
                authority = rest[..<slash]
                rest = rest[slash...]
            }
            path = rest
        }
    }
}

/// What a text looks like, before anybody resolves it.
enum IRIForm {
    /// Where the colon after a scheme stands.
    static func schemeEnd(_ text: String) -> String.Index? {
        let bytes = text.utf8
        guard let first = bytes.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else { return nil }
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                continue
            case UInt8(ascii: ":"): return index
            default: return nil
            }
        }
        return nil
    }

    /// Whether a text begins like a blank node identifier.
    static func isBlankNode(_ text: String) -> Bool { text.utf8.starts(with: "_:".utf8) }

    /// Whether a text has the form of an IRI: a scheme, and no white space.
    static func isAbsolute(_ text: String) -> Bool {
        schemeEnd(text) != nil && !text.utf8.contains { $0 <= 0x20 }
    }

    /// Whether a text has the form of an IRI or of a blank node identifier.
    static func isResource(_ text: String) -> Bool { isBlankNode(text) || isAbsolute(text) }

    /// Whether a text may stand in RDF as an IRI: a scheme, and no character that an IRI cannot hold.
    static func isWellFormed(_ text: String) -> Bool {
        guard schemeEnd(text) != nil else { return false }
        let bytes = text.utf8.span
        for offset in 0..<bytes.count {
            switch bytes[offset] {
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
                UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
                return false
            default: continue
            }
        }
        return true
    }

    /// Whether a text has the form of a language tag: parts of one to eight letters or digits, the first of letters.
    /// - Spec: BCP 47 §2.2.9, the syntax only.
    static func isLanguageTag(_ text: String) -> Bool {
        var isFirst = true
        for part in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
            guard (1...8).contains(part.count) else { return false }
            for byte in part {
                let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
                guard isLetter || (!isFirst && byte &- UInt8(ascii: "0") < 10) else { return false }
            }
            isFirst = false
        }
        return true
    }
}
