public import JSONText
public import RDFModel

// To RDF without the whole document. Since no node map is needed, the statements are the same, in the same order.

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
        let session = Session(options: options, loader: loader)
        var conversion = ToRDF(session: session)
        let isStreamed = try forEachNode(json: bytes, documentURL: documentURL, reading: reading, session) { node in
            try conversion.convertNode(node, into: &sink)
        }
        if isStreamed { return }
        let document = try JSONValue(json: bytes, options: reading)
        if case .string = document { return try toRDF(document, into: &sink) }
        try toRDF(RemoteDocument(document, documentURL: documentURL), into: &sink)
    }
}
