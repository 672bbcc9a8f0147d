internal import Gzip
internal import JSONLD
public import RDFModel
public import RDFSyntax
internal import TripleStore
#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension RDFStore {
    /// Adds the statements of a document, all of them or none.
    ///
    /// - Parameters:
    ///   - bytes: the document, in UTF-8; packed by gzip or not.
    ///   - format: the syntax that it is written in.
    ///   - base: the IRI against which its relative references resolve.
    ///   - graph: the graph for statements of which the document does not name the graph.
    /// - Returns: the number of statements that are new.
    /// - Throws: `RDFSyntaxError`, `JSONError` and `JSONLDError` with the place of a mistake, `GzipError`, `StoreError`.
    /// - Complexity: O(*n*) in the statements of the store and the document.
    @discardableResult
    public func load(
        _ bytes: [UInt8], format: RDFFormat, base: IRI? = nil, into graph: GraphName = .defaultGraph
    ) async throws -> Int {
        try await WorkPool.shared.run { [self] in
            try read(bytes, format, base: base, name: "", into: graph)
        }
    }

    /// Adds the statements of a file, all of them or none.
    ///
    /// - Parameters:
    ///   - path: the path of the file, absolute or from the working directory.
    ///   - format: the syntax that it is written in; by default the one that its name tells.
    ///   - graph: the graph for statements of which the document does not name the graph.
    /// - Returns: the number of statements that are new.
    /// - Throws: ``UnknownFormatError`` for a name that tells none, what Foundation throws where the file cannot be read,
    ///   and as ``load(_:format:base:into:)``.
    @discardableResult
    public func load(
        file path: String, format: RDFFormat? = nil, into graph: GraphName = .defaultGraph
    ) async throws -> Int {
        guard let format = format ?? RDFFormat(fileName: path) else { throw UnknownFormatError(path: path) }
        return try await WorkPool.shared.run { [self] in
            let url = URL(filePath: path)
            let bytes = [UInt8](try Data(contentsOf: url))
            return try read(bytes, format, base: try? IRI(url.absoluteString), name: path, into: graph)
        }
    }

    private func read(
        _ bytes: [UInt8], _ format: RDFFormat, base: IRI?, name: String, into graph: GraphName
    ) throws -> Int {
        let bytes = try bytes.starts(with: [0x1F, 0x8B]) ? Inflater.text(of: bytes.span) : bytes
        return try store.load(into: graph) { loader in
            loader.reserve(bytes: bytes.count)
            guard format == .jsonld else {
                let options = RDFReaderOptions(base: base, sourceName: name)
                try RDFReader.read(bytes.span, format: format, options: options, into: &loader)
                return
            }
            var reading = JSONReadingOptions()
            reading.sourceName = name
            try JSONLDProcessor(loader: contexts).toRDF(
                json: bytes.span, documentURL: base?.string, reading: reading, into: &loader)
        }
    }
}

/// That the name of a file does not tell in which syntax it is written.
public struct UnknownFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the file.
    public let path: String

    /// The error and its cure.
    public var description: String {
        let endings = RDFFormat.allCases.flatMap(\.fileExtensions).map { "." + $0 }.joined(separator: ", ")
        return "\(path): the name does not tell a format; give the format, or use one of \(endings)"
    }
}
