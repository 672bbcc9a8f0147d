public import JSONText
internal import RDFModel

/// The operations of JSON-LD 1.1: expand, compact, flatten, frame, to and from RDF.
///
///     let processor = JSONLDProcessor()
///     let expanded = try processor.expand(JSONValue(json: text))
///     let compacted = try processor.compact(expanded, context: context)
///
/// Inputs are not changed. A processor is a value: options and a loader, and nothing else.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/>, <https://www.w3.org/TR/json-ld11-framing/>
public struct JSONLDProcessor: Sendable {
    /// How documents are processed.
    public var options: JSONLDOptions
    /// Where remote documents and contexts come from.
    public var loader: any DocumentLoader

    /// A processor; one that refuses remote documents where no loader is given.
    public init(options: JSONLDOptions = JSONLDOptions(), loader: any DocumentLoader = RefusingLoader()) {
        self.options = options
        self.loader = loader
    }

    /// The document in expanded form: an array of nodes, without contexts.
    ///
    /// A string is the IRI of a remote document.
    /// - Throws: ``JSONLDError``
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-expand>
    public func expand(_ input: JSONValue) throws(JSONLDError) -> JSONValue {
        try expand(try remoteDocument(input, Session(options: options, loader: loader)))
    }

    /// A fetched document in expanded form.
    public func expand(_ document: RemoteDocument) throws(JSONLDError) -> JSONValue {
        .array(try expanded(opened(document), isFrame: false, Session(options: options, loader: loader)))
    }

    // MARK: Steps that the operations share

    /// The document that an input is, or names.
    func remoteDocument(
        _ input: JSONValue, _ session: Session, extractsAll: Bool = false
    ) throws(JSONLDError) -> RemoteDocument {
        guard case .string(let iri) = input else { return RemoteDocument(input, documentURL: nil) }
        return try session.document(at: iri, extractsAll: options.extractAllScripts ?? extractsAll)
    }

    /// A document that was given, its scripts taken out where it is HTML.
    func opened(_ document: RemoteDocument, extractsAll: Bool = false) throws(JSONLDError) -> RemoteDocument {
        try document.withoutHTML(extractsAll: options.extractAllScripts ?? extractsAll)
    }

    /// The IRI that references in a document are relative to at first.
    func base(of document: RemoteDocument) -> BaseIRI? {
        let base = (options.base ?? document.documentURL).flatMap { BaseIRI($0) }
        guard let own = document.baseReference else { return base }
        return BaseIRI(base?.resolve(own) ?? own) ?? base
    }

    /// Steps 5 to 7 of `expand`: the algorithm, and the context that is in force at first.
    func expansion(
        of document: RemoteDocument, isFrame: Bool, _ session: Session
    ) throws(JSONLDError) -> (Expansion, ActiveContext) {
        let documentURL = (document.documentURL ?? options.base).flatMap { BaseIRI($0) }
        var active = ActiveContext(  // 5
            base: base(of: document), originalBase: documentURL, growth: session.growth)
        if let context = options.expandContext {  // 6
            active = try session.process(context.localContext, in: active, baseURL: documentURL)
        }
        if let context = document.contextURL {  // 7
            active = try session.process(.string(context), in: active, baseURL: BaseIRI(context))
        }
        let expansion = Expansion(
            session: session, isFrame: isFrame, ordered: options.ordered, baseURL: documentURL)
        return (expansion, active)
    }

    /// Steps 5 to 8 of `expand`.
    func expanded(
        _ document: RemoteDocument, isFrame: Bool, _ session: Session
    ) throws(JSONLDError) -> [JSONValue] {
        let (expansion, active) = try expansion(of: document, isFrame: isFrame, session)
        let result = try expansion.expand(document.document, of: .none, in: active, depth: 1)  // 8
        if let object = result?.object, object.isOnly(.graph) { return object[Keyword.graph]?.asArray ?? [] }
        return result?.asArray ?? []
    }
}
