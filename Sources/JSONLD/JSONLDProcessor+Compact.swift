public import JSONText

extension JSONLDProcessor {
    /// The document in the words of a context.
    ///
    /// The context may be given as such or as an object with `@context`; the result carries it.
    /// - Throws: ``JSONLDError``
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#dom-jsonldprocessor-compact>
    public func compact(_ input: JSONValue, context: JSONValue) throws(JSONLDError) -> JSONValue {
        let session = Session(options: options, loader: loader)
        return try compact(remoteDocument(input, session), context: context, session)
    }

    /// A fetched document in the words of a context.
    public func compact(_ document: RemoteDocument, context: JSONValue) throws(JSONLDError) -> JSONValue {
        try compact(opened(document), context: context, Session(options: options, loader: loader))
    }

    private func compact(
        _ document: RemoteDocument, context: JSONValue, _ session: Session
    ) throws(JSONLDError) -> JSONValue {
        let expanded = try expanded(document, isFrame: false, session)
        return try compact(expanded: expanded, context: context, documentURL: document.documentURL, session)
    }

    /// A document that is known to be in expanded form, such as one made by ``fromRDF(_:)``, in the words of a
    /// context.
    public func compact(expanded: JSONValue, context: JSONValue) throws(JSONLDError) -> JSONValue {
        try compact(
            expanded: expanded.asArray, context: context, documentURL: nil, Session(options: options, loader: loader))
    }

    /// Steps 5 to 9 of `compact`.
    func compact(
        expanded: [JSONValue], context: JSONValue, documentURL: String?, _ session: Session, hasGraph: Bool = false
    ) throws(JSONLDError) -> JSONValue {
        let context = context.localContext  // 6
        let active = try compactionContext(context, documentURL: documentURL, session)
        let compaction = compaction(session)
        let result = try compaction.compact(.array(expanded), of: .none, in: active, depth: 1)  // 9
        return .object(try complete(result, context: context, active, compaction, hasGraph: hasGraph))
    }

    /// The algorithm.
    func compaction(_ session: Session) -> Compaction {
        Compaction(session: session, compactArrays: options.compactArrays, ordered: options.ordered)
    }

    /// Steps 7 and 8: the context in force at first.
    func compactionContext(
        _ context: JSONValue, documentURL: String?, _ session: Session
    ) throws(JSONLDError) -> ActiveContext {
        let contextBase = (documentURL ?? options.base).flatMap { BaseIRI($0) }  // 5
        let base = (options.base ?? (options.compactToRelative ? documentURL : nil)).flatMap { BaseIRI($0) }
        let initial = ActiveContext(base: base, originalBase: base, growth: session.growth)
        return try session.process(context, in: initial, baseURL: contextBase)
    }

    /// Steps 9.1 to 9.3: an object, with the context; a flattened document has `@graph` even around a single node.
    func complete(
        _ result: JSONValue, context: JSONValue, _ active: ActiveContext, _ compaction: Compaction,
        hasGraph: Bool = false
    ) throws(JSONLDError) -> JSONObject {
        var object: JSONObject
        switch result {
        case .object(let single) where hasGraph && !single.isEmpty:
            object = [compaction.alias(of: .graph, in: active): .array([result])]
        case .object(let single): object = single
        case .array(let items) where items.isEmpty: object = [:]
        case .array: object = [compaction.alias(of: .graph, in: active): result]
        default: object = [:]
        }
        let isEmpty = context.isNull || context.isEmptyObject || context.isEmptyArray
        guard !isEmpty else { return object }
        var withContext = JSONObject(minimumCapacity: object.count + 1)
        withContext.append(newName: Keyword.context.rawValue, context)
        for member in object.members where member.name != Keyword.context.rawValue {
            withContext.append(newName: member.name, member.value)
        }
        return withContext
    }
}
