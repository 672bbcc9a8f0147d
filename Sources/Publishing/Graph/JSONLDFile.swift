internal import ByteText
internal import JSONLD
internal import JSONText
internal import RDFModel

/// A graph as a JSON-LD document for readers: trees of the things that matter, in the terms of a context.
///
/// The trees come from framing, so they are the standard's and not ours: RDF → expanded → framed. Each tree is whole in
/// itself, so that a thing may be told in several. What trees share, such as a condition, has a tree of its own as well,
/// whether or not another tells it: it stays where it is when an organization comes or goes. What no frame matches
/// follows, flat, so that the document holds the whole graph.
struct JSONLDFile {
    /// The context, as a document with a member `@context`.
    let context: JSONValue
    /// What to make trees of.
    let frame: JSONValue
    /// What to make trees of after those, of what they share; nothing if there is none.
    var sharedFrame: JSONValue?

    /// The document of a graph.
    /// - Throws: `JSONLDError`.
    /// - Complexity: O(*n* · *d*), where *d* is how often a node is told again inside the trees.
    func document(of quads: [Quad]) throws -> JSONObject {
        let processor = JSONLDProcessor(options: Self.options)
        let expanded = try processor.fromRDF(quads)
        var trees: [JSONValue] = []
        for frame in [frame, sharedFrame].compactMap({ $0 }) {
            trees += Self.nodes(of: try processor.frame(expanded: expanded, frame: withContext(frame)))
        }
        let told = Self.describedNodes(in: trees)
        let rest = (expanded.array ?? []).filter { node in
            node["@id"]?.string.map { !told.contains(ByteKey($0)) } ?? true
        }
        let flat = Self.nodes(of: try processor.compact(expanded: .array(rest), context: context))
        let order = MemberOrder(context: context)
        return ["@context": context.localContext, "@graph": .array((trees + flat).map(order.applied))]
    }

    /// The bytes of a document, indented, a line break at the end.
    ///
    /// `<` stands as an escape: inside the script of a page, a text with `</script>` or `<!--` would end the script.
    static func bytes(of document: JSONObject) -> [UInt8] {
        let bytes = JSONWriter(layout: .pretty).bytes(.object(document)) + [UInt8(ascii: "\n")]
        guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
        // In JSON it can only be part of a string.
        return bytes.flatMap { $0 == UInt8(ascii: "<") ? Array(#"\u003C"#.utf8) : [$0] }
    }

    /// Reads a document that was written here.
    /// - Parameter contexts: the documents that stand for remote contexts, by their IRIs.
    static func quads(of bytes: [UInt8], contexts: [String: JSONValue] = [:]) throws -> [Quad] {
        var collector = QuadCollector()
        try JSONLDProcessor(options: options, loader: MemoryLoader(contexts))
            .toRDF(JSONValue(json: bytes.span), into: &collector)
        return collector.quads()
    }

    private static var options: JSONLDOptions {
        var options = JSONLDOptions()
        options.ordered = true
        options.useNativeTypes = true
        options.omitGraph = false
        return options
    }

    private func withContext(_ frame: JSONValue) -> JSONValue {
        guard var object = frame.object else { return frame }
        object["@context"] = context.localContext
        return .object(object)
    }

    /// The nodes of a compacted document.
    private static func nodes(of document: JSONValue) -> [JSONValue] {
        if let graph = document["@graph"] { return graph.array ?? [graph] }
        guard var object = document.object else { return document.array ?? [] }
        object.removeValue(of: "@context")
        return object.isEmpty ? [] : [.object(object)]
    }

    /// The nodes of which a tree says more than their name.
    private static func describedNodes(in trees: [JSONValue]) -> Set<ByteKey> {
        var described: Set<ByteKey> = []
        var pending = trees
        while let value = pending.popLast() {
            switch value {
            case .array(let elements): pending += elements
            case .object(let object):
                if object.count > 1, let id = (object["id"] ?? object["@id"])?.string { described.insert(ByteKey(id)) }
                pending += object.map(\.value)
            case .null, .bool, .number, .string: break
            }
        }
        return described
    }
}

/// The order in which members stand: that of the context, so that a reader meets the names of an organization first
/// and where they come from last. It means nothing to JSON-LD.
private struct MemberOrder {
    private let positions: [ByteKey: Int]

    init(context: JSONValue) {
        let names = context.localContext.object?.names ?? []
        positions = Dictionary(names.enumerated().map { (ByteKey($1), $0) }) { first, _ in first }
    }

    /// A value with the members of every object in it in this order; names unknown to the context come last, by bytes.
    func applied(to value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(applied))
        case .object(let object):
            .object(
                object.sorted { precedes($0.name, $1.name) }.reduce(into: JSONObject()) { ordered, member in
                    ordered.append(newName: member.name, applied(to: member.value))
                })
        case .null, .bool, .number, .string: value
        }
    }

    /// Where a member stands; `nil` where the context does not know it. An IRI and a type stand first.
    private func position(_ name: String) -> Int? {
        switch name {
        case "@id": -2
        case "@type": -1
        default: positions[ByteKey(name)]
        }
    }

    private func precedes(_ left: String, _ right: String) -> Bool {
        switch (position(left), position(right)) {
        case (let left?, let right?): left < right
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): left.precedesInBytes(right)
        }
    }
}
