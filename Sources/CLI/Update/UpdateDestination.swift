internal import CFiles
internal import JSONLD
internal import JSONText
internal import Localization
internal import RDFModel
internal import RDFSyntax
internal import TripleStore
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where the changed data goes, and in which format.
struct UpdateDestination {
    /// `nil` is standard output.
    private let file: String?
    /// `nil` is TriG where there are named graphs, else Turtle.
    private let format: RDFFormat?

    /// - Throws: ``Exit`` for a format that is none.
    init(output: String?, format: String?) throws {
        file = output == "-" ? nil : output
        if let format {
            guard let named = RDFFormat(named: format) else { throw Self.unknown(format) }
            self.format = named
        } else if let file {
            guard let named = RDFFormat(fileName: file) else { throw Self.unknown(file) }
            self.format = named
        } else {
            self.format = nil
        }
    }

    private static func unknown(_ format: String) -> Exit {
        let known = RDFFormat.allCases.map { "\($0.name) (.\($0.fileExtension))" }.joined(separator: ", ")
        return Exit(.usage, UpdateMessage.unknownFormat, format, known)
    }

    /// Writes a dataset.
    /// - Throws: ``Exit`` where the format cannot hold it, or the file cannot be written; then the file is as it was.
    func write(_ snapshot: StoreSnapshot, prefixes: PrefixMap) throws {
        let format = format ?? (snapshot.namedQuadCount > 0 ? .trig : .turtle)
        guard format.holdsDatasets || snapshot.namedQuadCount == 0 else {
            throw Exit(.usage, UpdateMessage.formatHasNoGraphs, format.name)
        }
        let bytes = try document(snapshot.quads(), format, prefixes)
        if let file { try replace(file, with: bytes) } else { try Console.write(bytes) }
    }

    private func document(_ quads: [Quad], _ format: RDFFormat, _ prefixes: PrefixMap) throws -> [UInt8] {
        switch format {
        case .turtle, .trig: return try TurtleWriter.trig(quads, prefixes: prefixes)
        case .ntriples, .nquads: return try LineWriter.nquads(quads.sorted())
        case .rdfxml:
            do { return try RDFXMLSerialization.write(quads.map(\.triple), prefixes: prefixes) } catch {
                throw Exit(.badData, text: error.description(in: .current))
            }
        case .jsonld:
            var options = JSONLDOptions()
            options.ordered = true
            let expanded = try JSONLDProcessor(options: options).fromRDF(quads.sorted())
            return JSONWriter(layout: .pretty).bytes(expanded) + [UInt8(ascii: "\n")]
        }
    }

    /// Writes beside a file and puts the new one in its place in one step.
    private func replace(_ file: String, with bytes: [UInt8]) throws {
        let beside = file + ".\(getpid()).tmp"
        var code = unsafe bytes.withUnsafeBytes { unsafe lys_write_synced(beside, $0.baseAddress, $0.count) }
        if code == 0, unsafe rename(beside, file) != 0 { code = errno }
        guard code == 0 else {
            _ = unsafe unlink(beside)
            throw Exit(.cannotCreate, UpdateMessage.cannotWrite, file, unsafe String(cString: strerror(code)))
        }
    }
}
