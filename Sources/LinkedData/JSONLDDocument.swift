public import JSONLD
public import JSONText
public import RDFModel

/// A document of JSON-LD, in any of its forms.
///
/// ```swift
/// let document = try await JSONLDDocument(bytes)
/// let frame: JSONValue = ["@type": "http://www.w3.org/ns/org#Organization"]
/// print(String(decoding: try await document.framed(by: frame).bytes, as: UTF8.self))
/// ```
///
/// - Spec: <https://www.w3.org/TR/json-ld11-api/>, <https://www.w3.org/TR/json-ld11-framing/>
public struct JSONLDDocument: Sendable {
    /// The document.
    public let value: JSONValue
    /// The IRI of the document, against which its references resolve.
    public let base: String?
    private let contexts: any DocumentLoader

    /// A document that is at hand as a value.
    /// - Parameter contexts: where the contexts come from that it names; by default they are refused.
    public init(_ value: JSONValue, base: String? = nil, contexts: any DocumentLoader = RefusingLoader()) {
        self.value = value
        self.base = base
        self.contexts = contexts
    }

    /// Reads a document.
    /// - Throws: `JSONError` with the place of a mistake.
    public init(
        _ bytes: [UInt8], base: String? = nil, contexts: any DocumentLoader = RefusingLoader()
    ) async throws {
        let value = try await WorkPool.shared.run { try JSONValue(json: bytes.span) }
        self.init(value, base: base, contexts: contexts)
    }

    /// The document that says the same as some statements, in expanded form.
    /// - Throws: `JSONLDError`.
    public init(statements quads: [Quad], contexts: any DocumentLoader = RefusingLoader()) async throws {
        let value = try await WorkPool.shared.run { try JSONLDProcessor().fromRDF(quads) }
        self.init(value, contexts: contexts)
    }

    /// The text, indented, in UTF-8.
    public var bytes: [UInt8] { JSONWriter(layout: .pretty).bytes(value) }

    /// The expanded form: no context, every IRI written out.
    /// - Throws: `JSONLDError`.
    public func expanded() async throws -> JSONLDDocument {
        try await processed { try $0.expand($1) }
    }

    /// The compacted form, in the words of a context.
    /// - Throws: `JSONLDError`.
    public func compacted(with context: JSONValue) async throws -> JSONLDDocument {
        try await processed { try $0.compact($1, context: context) }
    }

    /// The trees that a frame asks for.
    /// - Throws: `JSONLDError`.
    public func framed(by frame: JSONValue) async throws -> JSONLDDocument {
        try await processed { try $0.frame($1, frame: RemoteDocument(frame, documentURL: base)) }
    }

    /// The statements that the document makes.
    /// - Throws: `JSONLDError`.
    public func statements() async throws -> [Quad] {
        try await WorkPool.shared.run {
            var collector = QuadCollector()
            try JSONLDProcessor(loader: contexts).toRDF(
                RemoteDocument(value, documentURL: base), into: &collector)
            return collector.quads()
        }
    }

    private func processed(
        _ operation: @escaping @Sendable (JSONLDProcessor, RemoteDocument) throws -> JSONValue
    ) async throws -> JSONLDDocument {
        let result = try await WorkPool.shared.run {
            try operation(JSONLDProcessor(loader: contexts), RemoteDocument(value, documentURL: base))
        }
        return JSONLDDocument(result, base: base, contexts: contexts)
    }
}
