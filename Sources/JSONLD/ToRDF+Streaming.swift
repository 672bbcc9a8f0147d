internal import ByteText
public import JSONText
internal import Localization
public import RDFModel

// To RDF without the whole document: the elements of the array that a document is, or that its `@graph` is, are read,
// expanded and pushed one by one. Since no node map is needed, the statements are the same, in the same order.

extension JSONLDProcessor {
    /// Pushes what a document says into a sink, as ``toRDF(_:into:)`` does of a document that has been read.
    ///
    /// A document that is an array, or an object of `@graph` with an array and perhaps `@context`, is never held
    /// whole: beside the text there is one element at a time. Other documents are read first. An error may come after
    /// statements have been pushed.
    /// - Parameters:
    ///   - bytes: the text of the document.
    ///   - documentURL: the IRI of the document, against which its references resolve.
    ///   - reading: how the text is read.
    /// - Throws: `JSONError` for a text that is no JSON, ``JSONLDError``, or what the sink throws.
    /// - Complexity: O(*n*) in the bytes, on average; memory for the largest element, and for the terms until the sink
    ///   asks to let go of them.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-tordf>
    public func toRDF(
        json bytes: Span<UInt8>, documentURL: String? = nil, reading: JSONReadingOptions = JSONReadingOptions(),
        into sink: inout some QuadSink
    ) throws {
        guard let parts = StreamedParts(bytes) else {
            let document = try JSONValue(json: bytes, options: reading)
            if case .string = document { return try toRDF(document, into: &sink) }
            return try toRDF(RemoteDocument(document, documentURL: documentURL), into: &sink)
        }
        let session = Session(options: options, loader: loader)
        let document = RemoteDocument(.null, documentURL: documentURL)
        var (expansion, active) = try expansion(of: document, isFrame: false, session)
        if let context = parts.context {
            let local = try JSONValue(json: bytes, part: context, options: reading)
            do {
                active = try session.context(embedded: local, in: active, baseURL: expansion.baseURL)
            } catch {
                throw error.inside(Keyword.context.rawValue)
            }
        }
        var conversion = ToRDF(session: session)
        var index = 0
        try JSONValue.readElements(json: bytes, part: parts.elements, depth: parts.depth, options: reading) { element in
            let expanded: JSONValue?
            do throws(JSONLDError) {
                expanded = try expansion.expand(
                    element, of: parts.property, in: active, depth: parts.depth + 2)
            } catch {
                throw parts.depth == 0 ? error.inside(index) : error.inside(index).inside(Keyword.graph.rawValue)
            }
            for node in expanded?.asArray ?? [] { try conversion.convertNode(node, into: &sink) }
            index += 1
        }
    }
}

/// Where the elements of a document stand that can go one by one.
private struct StreamedParts {
    /// The array.
    let elements: Range<Int>
    /// The context that is in force in it, if the document has one.
    let context: Range<Int>?
    /// The property that the array is the value of.
    let property: ActiveProperty
    /// Inside how many others the array stands.
    let depth: Int

    init?(_ bytes: Span<UInt8>) {
        switch JSONOutline(of: bytes, maximumMembers: 2) {
        case nil: return nil
        case .array(let range)?: (elements, context, property, depth) = (range, nil, .none, 0)
        case .object(let members)?:
            var (graph, context): (Range<Int>?, Range<Int>?)
            for member in members {
                let name = String(utf8: bytes.extracting(member.name))
                switch Keyword(name) {
                case .graph? where graph == nil && member.isArray: graph = member.value
                case .context? where context == nil: context = member.value
                default: return nil
                }
            }
            guard let graph else { return nil }
            (elements, self.context, property, depth) = (graph, context, .keyword(.graph), 1)
        }
    }
}
