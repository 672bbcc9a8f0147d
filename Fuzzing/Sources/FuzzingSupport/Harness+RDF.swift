internal import ByteText
internal import JSONLD
internal import JSONText
internal import Localization
internal import RDFCanon
internal import RDFModel
internal import RDFSyntax

extension Harness {
    /// N-Triples.
    public static let ntriples = rdf(.ntriples)
    /// N-Quads.
    public static let nquads = rdf(.nquads)
    /// Turtle.
    public static let turtle = rdf(.turtle)
    /// TriG.
    public static let trig = rdf(.trig)
    /// RDF/XML.
    public static let rdfxml = rdf(.rdfxml)

    /// What must hold of every reader of RDF: errors stand in the text; what is read whole is read in pieces too; what
    /// was read can be written and read again as the same.
    private static func rdf(_ format: RDFFormat) -> Harness {
        Harness { bytes in
            let options = RDFReaderOptions(base: IRI(unchecked: "http://example.org/dir/file"), sourceName: "input")
            let whole = outcome(bytes, format, options, piece: bytes.count + 1, plenty: .max)
            // Pieces of a size that depends on the input, so that a find can be found again.
            let size = 1 + Int(truncatingIfNeeded: UInt(bitPattern: bytes.count) &* 7919 % 61)
            let pieces = outcome(bytes, format, options, piece: size, plenty: 1 + size % 7)
            switch (whole, pieces) {
            case (.failure(let error), .failure(let other)):
                check(error, in: bytes)
                // Of two mistakes in a row, the parser of XML names the one that it has bytes enough to see.
                guard format != .rdfxml else { return false }
                demand(
                    error.range.lowerBound == other.range.lowerBound, "\(error) whole, \(other) in pieces of \(size)")
                demand(error.problem == other.problem, "\(error) whole, \(other) in pieces of \(size)")
                return false
            case (.success(let quads), .success(let others)):
                demand(quads == others, "other statements in pieces of \(size)")
                // Writing costs more than reading: a quarter of the inputs, by what they hold, so that finds come again.
                if bytes.reduce(0, { $0 &+ Int($1) }) % 4 == 0 { checkWriting(quads) }
                return true
            case (.success, .failure(let error)): demand(false, "\(error), only in pieces of \(size)")
            case (.failure(let error), .success): demand(false, "\(error), only whole and not in pieces of \(size)")
            }
            return false
        }
    }

    private static func outcome(
        _ bytes: [UInt8], _ format: RDFFormat, _ options: RDFReaderOptions, piece: Int, plenty: Int
    ) -> Result<[Quad], RDFSyntaxError> {
        // With few terms it is a sink that forgets, for which long statements are cut.
        var sink = ForgetfulSink(after: plenty)
        do {
            var reader = try RDFReader(format: format, options: options)
            var (buffer, offset) = ([UInt8](), 0)
            repeat {
                let end = min(offset + piece, bytes.count)
                buffer += bytes[offset..<end]
                offset = end
                let taken = try reader.read(buffer.span, isFinal: offset == bytes.count, into: &sink)
                demand(taken <= buffer.count, "more taken than given")
                buffer.removeFirst(taken)
            } while offset < bytes.count
            return .success(sink.collector.quads())
        } catch let error as RDFSyntaxError {
            return .failure(error)
        } catch {
            fatalError("another error: \(error)")
        }
    }

    /// Whether an error stands at a place of the text, and can be said.
    private static func check(_ error: RDFSyntaxError, in bytes: [UInt8]) {
        let (from, to) = (error.range.lowerBound, error.range.upperBound)
        demand(from.offset >= 0 && from.offset <= to.offset && to.offset <= bytes.count, "\(error): at \(error.range)")
        // In UTF-16, which only XML may be in, the byte of a line feed need not be one.
        guard !bytes.contains(0) else { return }
        demand(TextPosition(of: from.offset, in: bytes.span).line == from.line, "\(error): on another line")
        demand(!error.description(in: .french).isEmpty && !error.offendingText.utf8.contains(0x0A), "\(error)")
    }

    /// Writes statements in both of our families of syntaxes and reads them again.
    private static func checkWriting(_ quads: [Quad]) {
        do {
            let distinct = Array(Set(quads))
            for (format, bytes) in [
                (RDFFormat.nquads, try LineWriter.nquads(distinct)), (.trig, try TurtleWriter.trig(distinct)),
            ] {
                let again = try RDFDocument(bytes, format: format).quads
                demand(again.count == distinct.count, "\(format): \(distinct.count) statements became \(again.count)")
                guard distinct.count <= 64 else { continue }
                let difference = try DatasetPair(old: distinct, new: again).difference(workLimit: 20_000)
                demand(difference.isEmpty, "\(format): written and read again is another graph")
            }
        } catch is CanonicalizationError {
            // Too alike to compare in a moment.
        } catch {
            fatalError("what was read cannot be written and read again: \(error)")
        }
    }

    /// JSON-LD: whatever becomes RDF is RDF that can be written.
    public static let jsonld = Harness { bytes in
        guard let document = try? JSONValue(json: bytes.span) else { return false }
        var options = JSONLDOptions()
        options.base = "http://example.org/dir/file"
        let processor = JSONLDProcessor(options: options)
        do {
            let expanded = try processor.expand(document)
            var sink = QuadCollector()
            try processor.toRDF(document, into: &sink)
            checkWriting(sink.quads())
            // Node by node, as large documents are read, it states the same.
            var nodes = ForgetfulSink(after: 1 + bytes.count % 7)
            try processor.toRDF(json: bytes.span, into: &nodes)
            demand(nodes.collector.quads() == sink.quads(), "other statements node by node")
            _ = try? processor.compact(expanded, context: document["@context"] ?? [:])
            _ = try? processor.flatten(document)
            return true
        } catch let error as JSONLDError {
            demand(!error.description(in: .french).isEmpty, "nothing is said")
            var nodes = ForgetfulSink(after: 1 + bytes.count % 7)
            let isRead = (try? processor.toRDF(json: bytes.span, into: &nodes)) != nil
            demand(!isRead, "\(error), but not node by node")
            return false
        } catch {
            fatalError("another error: \(error)")
        }
    }
}
