internal import JSONLD
internal import JSONText
internal import Localization
internal import RDFModel

/// JSON-LD, as every command writes it that makes it of statements: sorted, in the words of the prefixes that are of use,
/// each node read back from its text before it is written.
struct JSONLDSerialization {
    /// The prefixes to choose from.
    let prefixes: PrefixMap

    /// What takes statements to be written.
    static func collector() -> JSONLDCollector { JSONLDCollector(options: options, sortsValues: true) }

    /// Statements come back from it as they were, whatever the default of the specification.
    private static var options: JSONLDOptions {
        var options = JSONLDOptions()
        options.ordered = true
        options.compactToRelative = false
        options.keepsStatements = true
        options.limits = RunLimits.current
        return options
    }

    /// Writes the nodes as the elements of `@graph`, or a node alone as the document.
    /// - Throws: `JSONLDError`, which names a statement that JSON-LD cannot say, or what the output throws.
    func write(_ collector: inout JSONLDCollector, to output: ([UInt8]) throws -> Void) throws {
        var used = UsedNamespaces(prefixes)
        for name in collector.resourceNames { used.note(name) }
        let context = JSONValue.object(used.context)
        var writer = NodeWriter(.member("@graph", context: context, keepsArray: false))
        try collector.forEachNode(compactedBy: JSONLDProcessor(options: Self.options), context: context) { node in
            writer.add(node)
            guard writer.bytes.count >= 1 << 20 else { return }
            try output(writer.bytes)
            writer.removeBytes()
        }
        writer.finish()
        try output(writer.bytes)
    }

    /// The document of statements.
    /// - Parameter other: the option that names a format which holds them in any case.
    /// - Throws: ``Exit`` that names a statement which JSON-LD cannot say.
    func document(of quads: some Sequence<Quad>, insteadUse other: String) throws -> [UInt8] {
        var collector = Self.collector()
        var bytes: [UInt8] = []
        do {
            for quad in quads { try collector.add(quad) }
            try write(&collector) { bytes += $0 }
        } catch let error as JSONLDError where error.code != .limitExceeded {
            throw Exit(.badData, InputMessage.formatCannotHold, "jsonld", error.message(in: .current), other)
        }
        return bytes
    }
}

extension UsedNamespaces {
    /// The prefixes as a context. The empty prefix can be no term, and a prefix that is also the scheme of an IRI, as
    /// `tel` may be, would make that IRI another: they are left out.
    fileprivate var context: JSONObject {
        var context = JSONObject()
        for (name, namespace) in pairs where !name.isEmpty && !name.hasPrefix("@") && name != "_" {
            let isPlain = namespace.string.utf8.last.map { ":/?#[]@".utf8.contains($0) } ?? false
            var definition = JSONObject()
            definition.append(newName: "@id", .string(namespace.string))
            definition.append(newName: "@prefix", .bool(true))
            context.append(newName: name, isPlain ? .string(namespace.string) : .object(definition))
        }
        return context
    }
}
