internal import ByteText
internal import JSONLD
internal import JSONText
internal import Localization
internal import RDFModel
internal import RDFSyntax

// To JSON-LD: the statements are held by node and property as they are read, and written node by node.

extension Conversion {
    /// Reads everything, then writes it.
    func convertToJSONLD(_ sources: [Source]) throws -> Result {
        var processing = JSONLDOptions()
        processing.ordered = true
        processing.compactToRelative = false
        processing.keepsStatements = true
        let collector = JSONLDCollector(options: processing, sortsValues: true)
        var sink = DocumentSink(BoundedCollector(collector, format: .jsonld), namedGraphs: namedGraphs)
        do {
            try read(sources, into: &sink)
            var used = UsedNamespaces(prefixes(declaredBy: sink.output.prefixes))
            for name in sink.output.output.resourceNames { used.note(name) }
            try write(&sink.output.output, JSONLDProcessor(options: processing), context: used.context)
        } catch let error as JSONLDError where error.source.isEmpty {
            throw cannotHold(error.description)
        }
        return Result(
            statements: sink.output.output.statements, writer: ConvertMessage.nativeWriter.text(in: .current))
    }

    /// Writes the nodes as the elements of `@graph`, or a node alone as the document.
    private func write(
        _ collector: inout JSONLDCollector, _ processor: JSONLDProcessor, context: JSONObject
    ) throws {
        var writer = NodeWriter(.member("@graph", context: .object(context), keepsArray: false))
        try collector.forEachNode(compactedBy: processor, context: .object(context)) { node in
            writer.add(node)
            guard writer.bytes.count >= 1 << 20 else { return }
            try output.write(writer.bytes)
            writer.removeBytes()
        }
        writer.finish()
        try output.write(writer.bytes)
    }

}

extension UsedNamespaces {
    /// The prefixes as a context. The empty prefix can be no term, and a prefix that is also the scheme of an IRI, as
    /// `tel` may be, would make that IRI another: they are left out.
    var context: JSONObject {
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
