internal import ByteText
public import JSONText

// The elements of the array that a document is, or that its `@graph` is, are read and expanded one by one: what is done
// with a node can be done before the next one is read, while all that it is made of is at hand.

extension JSONLDProcessor {
    /// Calls a body with the nodes of a document in expanded form, one by one: they are the elements of what
    /// ``expand(_:)`` makes of it.
    ///
    /// - Parameters:
    ///   - bytes: the text of the document.
    ///   - documentURL: the IRI of the document, against which its references resolve.
    ///   - reading: how the text is read.
    /// - Returns: `false`, before anything is called, where the document must be read whole: where it is no array, nor an
    ///   object of `@graph` with an array and perhaps `@context`.
    /// - Throws: `JSONError` for a text that is no JSON, ``JSONLDError``, or what the body throws; nodes may have come
    ///   before.
    /// - Complexity: as ``expand(_:)``, with memory for the largest element.
    public func expandNodes(
        json bytes: Span<UInt8>, documentURL: String? = nil, reading: JSONReadingOptions = JSONReadingOptions(),
        _ body: (JSONValue) throws -> Void
    ) throws -> Bool {
        try forEachNode(
            json: bytes, documentURL: documentURL, reading: reading, Session(options: options, loader: loader), body)
    }

    /// Calls a body with the nodes of a document in the words of a context, one by one: they are the elements of
    /// `@graph` in what ``compact(_:context:)`` makes of it, or the only node.
    ///
    /// - Parameters:
    ///   - begin: called first, with what the context calls `@graph`.
    /// - Returns: `false` as ``expandNodes(json:documentURL:reading:_:)``.
    /// - Throws: as ``expandNodes(json:documentURL:reading:_:)``.
    public func compactNodes(
        json bytes: Span<UInt8>, documentURL: String? = nil, context: JSONValue,
        reading: JSONReadingOptions = JSONReadingOptions(), begin: (String) throws -> Void,
        _ body: (JSONValue) throws -> Void
    ) throws -> Bool {
        let session = Session(options: options, loader: loader)
        var compactor: NodeCompactor?
        return try forEachNode(json: bytes, documentURL: documentURL, reading: reading, session) {
            // After the context of the document, as the errors of the two come otherwise.
            let made = try NodeCompactor(self, context: context, documentURL: documentURL, session)
            compactor = made
            try begin(made.graph)
        } _: { node in
            if let compactor { try body(try compactor.compact(node)) }
        }
    }

    /// Calls a body with the nodes of a document in expanded form; `false` where it must be read whole.
    /// - Parameter begin: called once the context of the document has been processed.
    func forEachNode(
        json bytes: Span<UInt8>, documentURL: String?, reading: JSONReadingOptions, _ session: Session,
        begin: () throws -> Void = {}, _ body: (JSONValue) throws -> Void
    ) throws -> Bool {
        guard let parts = StreamedParts(bytes) else { return false }
        let (expansion, active) = try expansion(
            of: parts, json: bytes, documentURL: documentURL, reading: reading, session)
        try begin()
        var index = 0
        try JSONValue.readElements(json: bytes, part: parts.elements, depth: parts.depth, options: reading) { element in
            let expanded: JSONValue?
            do throws(JSONLDError) {
                expanded = try expansion.expand(element, of: parts.property, in: active, depth: parts.depth + 2)
            } catch {
                throw parts.depth == 0 ? error.inside(index) : error.inside(index).inside(Keyword.graph.rawValue)
            }
            index += 1
            try expanded.forEachNode(body)
        }
        return true
    }

    /// The algorithm, and the context in which the elements stand.
    func expansion(
        of parts: StreamedParts, json bytes: Span<UInt8>, documentURL: String?, reading: JSONReadingOptions,
        _ session: Session
    ) throws -> (Expansion, ActiveContext) {
        let document = RemoteDocument(.null, documentURL: documentURL)
        let expansion: Expansion
        var active: ActiveContext
        (expansion, active) = try self.expansion(of: document, isFrame: false, session)
        if let context = parts.context {
            let local = try JSONValue(json: bytes, part: context, options: reading)
            do {
                active = try session.context(embedded: local, in: active, baseURL: expansion.baseURL)
            } catch {
                throw error.inside(Keyword.context.rawValue)
            }
        }
        return (expansion, active)
    }
}

/// Where the elements of a document stand that can go one by one.
struct StreamedParts: Sendable {
    /// The array.
    let elements: Range<Int>
    /// Commas at which the array can be divided.
    let breaks: [Int]
    /// The context that is in force in it, if the document has one.
    let context: Range<Int>?
    /// Inside how many others the array stands: none, or the document.
    let depth: Int

    /// The property that the array is the value of.
    var property: ActiveProperty { depth == 0 ? .none : .keyword(.graph) }

    init?(_ bytes: Span<UInt8>) {
        switch JSONOutline(of: bytes, maximumMembers: 2) {
        case nil: return nil
        case .array(let range, let breaks)?: (elements, self.breaks, context, depth) = (range, breaks, nil, 0)
        case .object(let members)?:
            var (graph, context): (JSONOutline.Member?, Range<Int>?)
            for member in members {
                let name = String(utf8: bytes.extracting(member.name))
                switch Keyword(name) {
                case .graph? where graph == nil && member.isArray: graph = member
                case .context? where context == nil: context = member.value
                default: return nil
                }
            }
            guard let graph else { return nil }
            (elements, breaks, self.context, depth) = (graph.value, graph.breaks, context, 1)
        }
    }
}
