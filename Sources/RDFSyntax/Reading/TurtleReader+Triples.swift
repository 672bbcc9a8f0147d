internal import ByteText
internal import Localization
internal import RDFModel

// Triples: subjects, predicate-object lists, blank node property lists, collections, and the reification of RDF 1.2.

extension TurtleReader {
    /// `triples`, without the full stop.
    mutating func triples<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws {
        let start = scanner.position
        switch scanner.peek(bytes) {
        case ASCII.openBracket:
            let (subject, isEmpty) = try blankNodePropertyList(bytes, into: &sink)
            try scanner.skipSpace(bytes)
            // A property list says something already; an empty one is a mere subject.
            if !isEmpty, endsTriples(scanner.peek(bytes)) { return }
            try predicateObjectList(bytes, of: subject, into: &sink)
        case ASCII.openParenthesis:
            let subject = try collection(bytes, into: &sink)
            try predicateObjectList(bytes, of: subject, into: &sink)
        case ASCII.less where scanner.peek(bytes, ahead: 1) == ASCII.less:
            if scanner.peek(bytes, ahead: 2) == ASCII.openParenthesis { throw scanner.expected(.expectedSubject) }
            let subject = try reifiedTriple(bytes, into: &sink)
            try scanner.skipSpace(bytes)
            if endsTriples(scanner.peek(bytes)) { return }
            try predicateObjectList(bytes, of: subject, into: &sink)
        default:
            guard let subject = try resource(bytes, into: &sink) else {
                scanner.position = start
                throw scanner.expected(.expectedSubject)
            }
            try predicateObjectList(bytes, of: subject, into: &sink)
        }
    }

    private func endsTriples(_ byte: UInt8) -> Bool { byte == ASCII.dot || byte == ASCII.closeBrace }

    /// `predicateObjectList`, or what is left of it after a predicate.
    mutating func predicateObjectList<Sink: QuadSink>(
        _ bytes: Span<UInt8>, of subject: TermHandle, from first: TermHandle? = nil, into sink: inout Sink
    ) throws {
        var first = first
        while true {
            try scanner.skipSpace(bytes)
            let predicate = if let first { first } else { try verb(bytes, into: &sink) }
            first = nil
            try objectList(bytes, of: subject, predicate, into: &sink)
            guard scanner.peek(bytes) == ASCII.semicolon else { return }
            while scanner.peek(bytes) == ASCII.semicolon {
                scanner.position &+= 1
                try scanner.skipSpace(bytes)
            }
            switch scanner.peek(bytes) {
            case ASCII.dot, ASCII.closeBracket, ASCII.closeBrace, ASCII.bar: return
            default: try cut(OpenStatement(subject: subject), sinkIsFull: sink.wantsToForgetTerms)
            }
        }
    }

    /// `objectList`; white space after it is taken along.
    private mutating func objectList<Sink: QuadSink>(
        _ bytes: Span<UInt8>, of subject: TermHandle, _ predicate: TermHandle, into sink: inout Sink
    ) throws {
        while true {
            try scanner.skipSpace(bytes)
            let object = try object(bytes, into: &sink)
            try emit(subject, predicate, object, into: &sink)
            try scanner.skipSpace(bytes)
            let byte = scanner.peek(bytes)
            if byte == ASCII.tilde || byte == ASCII.openBrace {
                try annotation(bytes, of: subject, predicate, object, into: &sink)
            }
            guard scanner.peek(bytes) == ASCII.comma else { return }
            scanner.position &+= 1
            try cut(
                OpenStatement(subject: subject, predicate: predicate), sinkIsFull: sink.wantsToForgetTerms)
        }
    }

    /// `verb`
    private mutating func verb<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        switch scanner.peek(bytes) {
        case ASCII.less where scanner.peek(bytes, ahead: 1) != ASCII.less:
            return try iri(bytes, into: &sink)
        case let byte where byte == ASCII.colon || byte.isLetter || byte >= 0x80:
            let start = scanner.position
            let word = try scanner.word(bytes)
            if scanner.peek(bytes) != ASCII.colon, word.count == 1, bytes[start] == UInt8(ascii: "a") {
                return try handle(of: .type, into: &sink)
            }
            scanner.position = start
            guard try prefixedName(bytes) else { throw scanner.expected(.expectedPredicate) }
            return try sink.iri(scanner.iri.span)
        default:
            throw scanner.expected(.expectedPredicate)
        }
    }

    /// `blankNodePropertyList`, or `ANON` with its brackets empty.
    mutating func blankNodePropertyList<Sink: QuadSink>(
        _ bytes: Span<UInt8>, into sink: inout Sink
    ) throws -> (node: TermHandle, isEmpty: Bool) {
        let start = scanner.position
        scanner.position += 1
        let node = try freshBlankNode(into: &sink)
        try scanner.skipSpace(bytes)
        if scanner.peek(bytes) == ASCII.closeBracket {
            scanner.position += 1
            return (node, true)
        }
        try enter(from: start)
        try predicateObjectList(bytes, of: node, into: &sink)
        guard scanner.peek(bytes) == ASCII.closeBracket else { throw scanner.expected(.expectedCloser, "]") }
        scanner.position += 1
        depth -= 1
        return (node, false)
    }

    /// `collection`
    mutating func collection<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let start = scanner.position
        scanner.position += 1
        try enter(from: start)
        var head: TermHandle?
        var last: TermHandle?
        while true {
            try scanner.skipSpace(bytes)
            if scanner.peek(bytes) == ASCII.closeParenthesis { break }
            guard scanner.position < bytes.count else { throw scanner.expected(.expectedCloser, ")") }
            let item = try object(bytes, into: &sink)
            let cell = try freshBlankNode(into: &sink)
            if let last {
                try emit(last, try handle(of: .rest, into: &sink), cell, into: &sink)
            } else {
                head = cell
            }
            try emit(cell, try handle(of: .first, into: &sink), item, into: &sink)
            last = cell
        }
        scanner.position += 1
        depth -= 1
        let end = try handle(of: .nil, into: &sink)
        if let last { try emit(last, try handle(of: .rest, into: &sink), end, into: &sink) }
        return head ?? end
    }

    // MARK: RDF 1.2

    /// `annotation`: reifiers and annotation blocks, in any number. A block belongs to the reifier before it, or to a
    /// new one.
    private mutating func annotation<Sink: QuadSink>(
        _ bytes: Span<UInt8>, of subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle,
        into sink: inout Sink
    ) throws {
        var reifier: TermHandle?
        while true {
            let start = scanner.position
            if scanner.peek(bytes) == ASCII.tilde {
                let node = try reifierNode(bytes, into: &sink)
                try reify(subject, predicate, object, by: node, into: &sink)
                reifier = node
            } else if scanner.peek(bytes) == ASCII.openBrace, scanner.peek(bytes, ahead: 1) == ASCII.bar {
                scanner.position += 2
                try scanner.require12(from: start)
                try enter(from: start)
                let node: TermHandle
                if let reifier {
                    node = reifier
                } else {
                    node = try freshBlankNode(into: &sink)
                    try reify(subject, predicate, object, by: node, into: &sink)
                }
                reifier = nil
                try predicateObjectList(bytes, of: node, into: &sink)
                guard scanner.peek(bytes) == ASCII.bar, scanner.peek(bytes, ahead: 1) == ASCII.closeBrace else {
                    throw scanner.expected(.expectedCloser, "|}")
                }
                scanner.position += 2
                depth -= 1
            } else {
                return
            }
            try scanner.skipSpace(bytes)
        }
    }

    private mutating func reify<Sink: QuadSink>(
        _ subject: TermHandle, _ predicate: TermHandle, _ object: TermHandle, by reifier: TermHandle,
        into sink: inout Sink
    ) throws {
        let term = try sink.tripleTerm(subject, predicate, object)
        try emit(reifier, try handle(of: .reifies, into: &sink), term, into: &sink)
    }

    /// `reifier`: `~` and perhaps a name.
    private mutating func reifierNode<Sink: QuadSink>(
        _ bytes: Span<UInt8>, into sink: inout Sink
    ) throws -> TermHandle {
        let start = scanner.position
        scanner.position += 1
        try scanner.require12(from: start)
        try scanner.skipSpace(bytes)
        if let name = try resource(bytes, into: &sink) { return name }
        if scanner.peek(bytes) == ASCII.openBracket { return try anonymous(bytes, into: &sink) }
        return try freshBlankNode(into: &sink)
    }

    /// `ANON`
    private mutating func anonymous<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        scanner.position += 1
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.closeBracket else { throw scanner.expected(.expectedCloser, "]") }
        scanner.position += 1
        return try freshBlankNode(into: &sink)
    }

    /// `reifiedTriple`: `<< s p o >>`, perhaps with a reifier, whose node it stands for.
    mutating func reifiedTriple<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let start = scanner.position
        scanner.position += 2
        try scanner.require12(from: start)
        try enter(from: start)
        try scanner.skipSpace(bytes)
        let subject: TermHandle
        switch scanner.peek(bytes) {
        case ASCII.less where scanner.peek(bytes, ahead: 1) == ASCII.less:
            guard scanner.peek(bytes, ahead: 2) != ASCII.openParenthesis else {
                throw scanner.expected(.expectedSubject)
            }
            subject = try reifiedTriple(bytes, into: &sink)
        case ASCII.openBracket:
            subject = try anonymous(bytes, into: &sink)
        default:
            guard let node = try resource(bytes, into: &sink) else { throw scanner.expected(.expectedSubject) }
            subject = node
        }
        try scanner.skipSpace(bytes)
        let predicate = try verb(bytes, into: &sink)
        try scanner.skipSpace(bytes)
        let object = try plainObject(bytes, mayBeReified: true, into: &sink)
        try scanner.skipSpace(bytes)
        var reifier: TermHandle?
        if scanner.peek(bytes) == ASCII.tilde {
            reifier = try reifierNode(bytes, into: &sink)
            try scanner.skipSpace(bytes)
        }
        guard scanner.peek(bytes) == ASCII.greater, scanner.peek(bytes, ahead: 1) == ASCII.greater else {
            throw scanner.expected(.expectedCloser, ">>")
        }
        scanner.position += 2
        depth -= 1
        let node = if let reifier { reifier } else { try freshBlankNode(into: &sink) }
        try reify(subject, predicate, object, by: node, into: &sink)
        return node
    }

    /// `tripleTerm`: `<<( s p o )>>`.
    mutating func tripleTerm<Sink: QuadSink>(_ bytes: Span<UInt8>, into sink: inout Sink) throws -> TermHandle {
        let start = scanner.position
        scanner.position += 3
        try scanner.require12(from: start)
        try enter(from: start)
        try scanner.skipSpace(bytes)
        let subject: TermHandle
        if scanner.peek(bytes) == ASCII.openBracket {
            subject = try anonymous(bytes, into: &sink)
        } else {
            guard let node = try resource(bytes, into: &sink) else {
                throw scanner.expected(.expectedTripleTermSubject)
            }
            subject = node
        }
        try scanner.skipSpace(bytes)
        let predicate = try verb(bytes, into: &sink)
        try scanner.skipSpace(bytes)
        let object = try plainObject(bytes, mayBeReified: false, into: &sink)
        try scanner.skipSpace(bytes)
        guard scanner.peek(bytes) == ASCII.closeParenthesis, scanner.peek(bytes, ahead: 1) == ASCII.greater,
            scanner.peek(bytes, ahead: 2) == ASCII.greater
        else { throw scanner.expected(.expectedCloser, ")>>") }
        scanner.position += 3
        depth -= 1
        return try sink.tripleTerm(subject, predicate, object)
    }

    /// `rtObject`, or `ttObject`, which is no reified triple: an object without a list or properties of its own.
    private mutating func plainObject<Sink: QuadSink>(
        _ bytes: Span<UInt8>, mayBeReified: Bool, into sink: inout Sink
    ) throws -> TermHandle {
        switch scanner.peek(bytes) {
        case ASCII.openBracket: return try anonymous(bytes, into: &sink)
        case ASCII.openParenthesis: throw scanner.expected(.expectedTripleTermObject)
        case ASCII.less where scanner.peek(bytes, ahead: 1) == ASCII.less && !mayBeReified:
            guard scanner.peek(bytes, ahead: 2) == ASCII.openParenthesis else {
                throw scanner.expected(.expectedTripleTermObject)
            }
        default: break
        }
        return try object(bytes, into: &sink)
    }
}
