internal import ByteText
internal import Localization
internal import RDFModel

// Units: directives, triples up to their full stop, the opening and closing of a graph.

extension TurtleReader {
    /// `statement` of Turtle; `block` of TriG in pieces.
    mutating func unit<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> Effect {
        if let openStatement {
            try predicateObjectList(bytes, of: openStatement.subject, from: openStatement.predicate, into: &sink)
            try endOfTriples(bytes)
            return .none
        }
        let byte = scanner.peek(bytes)
        if isInBlock {
            if byte == ASCII.closeBrace {
                scanner.position += 1
                return .closeBlock
            }
            try triples(bytes, into: &sink)
            try endOfTriples(bytes)
            return .none
        }
        switch byte {
        case ASCII.at:
            return try atDirective(bytes)
        case ASCII.openBrace where hasGraphs:
            scanner.position += 1
            return .openBlock(nil)
        default:
            if byte.isLetter, let effect = try keyword(bytes, into: &sink) { return effect }
        }
        return try triplesOrGraph(bytes, into: &sink)
    }

    /// The full stop, which may be left out at the end of a block.
    private mutating func endOfTriples(_ bytes: Span<UInt8>) throws {
        if isInBlock {
            try scanner.skipSpace(bytes)
            if scanner.peek(bytes) == ASCII.closeBrace { return }
        }
        try dot(bytes)
    }

    /// The full stop.
    private mutating func dot(_ bytes: Span<UInt8>) throws {
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.dot else {
            let isGraph = scanner.peek(bytes) == ASCII.openBrace
            throw scanner.expected(isGraph ? (isInBlock ? .nestedGraph : .graphInTriples) : .expectedDot)
        }
        scanner.position += 1
    }

    /// `directive` in the manner of SPARQL, or `GRAPH`: a word that no colon follows; `nil` for any other word.
    private mutating func keyword<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> Effect? {
        let start = scanner.position
        let word = bytes.extracting(try scanner.word(bytes))
        if scanner.peek(bytes) != ASCII.colon {
            if word.isTextWithoutCase("prefix") { return try prefixDeclaration(bytes) }
            if word.isTextWithoutCase("base") { return try baseDeclaration(bytes) }
            if word.isTextWithoutCase("version") {
                try versionSpecifier(bytes, from: start)
                return Effect.none
            }
            if hasGraphs, word.isTextWithoutCase("graph") {
                try scanner.skipSpace(bytes)
                guard let name = try graphName(bytes, into: &sink) else { throw scanner.expected(.expectedGraphName) }
                try scanner.skipSpace(bytes)
                guard scanner.peek(bytes) == ASCII.openBrace else { throw scanner.expected(.expectedGraphBlock) }
                scanner.position += 1
                return .openBlock(name)
            }
        }
        scanner.position = start
        return nil
    }

    /// `prefixID`, `base` and `version`, which end in a full stop.
    private mutating func atDirective(_ bytes: Span<UInt8>) throws -> Effect {
        let start = scanner.position
        scanner.position += 1
        let word = bytes.extracting(try scanner.word(bytes))
        let effect: Effect
        if word.isText("prefix") {
            effect = try prefixDeclaration(bytes)
        } else if word.isText("base") {
            effect = try baseDeclaration(bytes)
        } else if word.isText("version") {
            try versionSpecifier(bytes, from: start)
            effect = .none
        } else {
            throw scanner.fault(.unknownDirective, from: start)
        }
        try dot(bytes)
        return effect
    }

    /// `PNAME_NS IRIREF`
    private mutating func prefixDeclaration(_ bytes: Span<UInt8>) throws -> Effect {
        try scanner.skipSpace(bytes)
        let name = try scanner.word(bytes)
        guard scanner.peek(bytes) == ASCII.colon else { throw scanner.expected(.expectedPrefixName) }
        scanner.position += 1
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.less else { throw scanner.expected(.expectedIRI) }
        let namespace = try resolvedIRI(bytes)
        var copy: [UInt8] = []
        copy.append(copying: bytes.extracting(name))
        return .prefix(name: copy, namespace: namespace)
    }

    /// `IRIREF`
    private mutating func baseDeclaration(_ bytes: Span<UInt8>) throws -> Effect {
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.less else { throw scanner.expected(.expectedIRI) }
        let text = try resolvedIRI(bytes)
        return .base(IRI(unchecked: String(decoding: text, as: UTF8.self)))
    }

    /// `VersionSpecifier`: any version is accepted, for the grammar is the same.
    private mutating func versionSpecifier(_ bytes: Span<UInt8>, from start: Int) throws {
        try scanner.require12(from: start)
        try scanner.skipSpace(bytes)
        let quote = scanner.peek(bytes)
        guard quote == ASCII.quote || quote == ASCII.apostrophe,
            !(scanner.peek(bytes, ahead: 1) == quote && scanner.peek(bytes, ahead: 2) == quote)
        else { throw scanner.expected(.expectedVersion) }
        _ = try scanner.string(bytes, mayBeLong: false)
    }

    /// `triplesOrGraph` and `triples2` of TriG, `triples` of Turtle, with the full stop.
    private mutating func triplesOrGraph<Sink: QuadSink>(
        _ bytes: Span<UInt8>, into sink: inout Sink
    ) throws -> Effect {
        if hasGraphs, let name = try graphName(bytes, into: &sink) {
            try scanner.skipSpace(bytes)
            if scanner.peek(bytes) == ASCII.openBrace {
                scanner.position += 1
                return .openBlock(name)
            }
            // It was a subject.
            try predicateObjectList(bytes, of: name, into: &sink)
            try dot(bytes)
            return .none
        }
        try triples(bytes, into: &sink)
        try dot(bytes)
        return .none
    }

    /// `labelOrSubject`; `nil`, with nothing taken, where something else stands.
    private mutating func graphName<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle? {
        let start = scanner.position
        switch scanner.peek(bytes) {
        case ASCII.less:
            return scanner.peek(bytes, ahead: 1) == ASCII.less ? nil : try iri(bytes, into: &sink)
        case ASCII.underscore:
            return try blankNode(bytes, into: &sink)
        case ASCII.openBracket:
            scanner.position += 1
            try scanner.skipSpace(bytes)
            guard scanner.peek(bytes) == ASCII.closeBracket else {
                scanner.position = start
                return nil
            }
            scanner.position += 1
            return try freshBlankNode(into: &sink)
        // A word that no colon follows is left to those who know what is expected here.
        case let byte where byte == ASCII.colon || byte.isLetter || byte >= 0x80:
            return try iri(bytes, into: &sink)
        default:
            return nil
        }
    }
}
