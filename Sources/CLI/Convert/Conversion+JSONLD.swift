internal import JSONLD
internal import Localization
internal import RDFModel
internal import RDFSyntax

// To JSON-LD: the statements are held by node and property as they are read, and written node by node.

extension Conversion {
    /// Reads everything, then writes it.
    func convertToJSONLD(_ sources: [Source]) throws -> Result {
        var sink = DocumentSink(
            BoundedCollector(JSONLDSerialization.collector(), format: .jsonld), namedGraphs: namedGraphs)
        do {
            try read(sources, into: &sink)
            let serialization = JSONLDSerialization(prefixes: prefixes(declaredBy: sink.output.prefixes))
            try serialization.write(&sink.output.output) { [output] in try output.write($0) }
        } catch let error as JSONLDError where error.source.isEmpty && error.code != .limitExceeded {
            throw cannotHold(error.message(in: .current))
        }
        return Result(
            statements: sink.output.output.statements, writer: ConvertMessage.nativeWriter.text(in: .current))
    }
}
