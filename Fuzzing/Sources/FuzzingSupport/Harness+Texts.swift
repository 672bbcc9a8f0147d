internal import ByteText
internal import Gzip
internal import JSONText
internal import Localization
internal import OrganizationDirectory
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLResults
internal import TabularText

extension Harness {
    /// JSON: what is read is written, compact and laid out, and read again as the same.
    public static let json = Harness { bytes in
        do {
            let value = try JSONValue(json: bytes.span)
            for layout in [JSONWriter.Layout.compact, .pretty] {
                let written = JSONWriter(layout: layout).bytes(value)
                demand(try JSONValue(json: written.span) == value, "written and read again is another value")
            }
            if let canonical = try? value.canonicalBytes() {
                let again = try JSONValue(json: canonical.span).canonicalBytes()
                demand(again == canonical, "the canonical form is none")
            }
            return true
        } catch let error as JSONError {
            demand(error.position.offset >= 0 && error.position.offset <= bytes.count, "\(error)")
            demand(TextPosition(of: error.position.offset, in: bytes.span).line == error.position.line, "\(error)")
            return false
        } catch {
            fatalError("another error: \(error)")
        }
    }

    /// CSV and TSV: what is read without a problem is written and read again cell by cell.
    public static let tables = Harness { bytes in
        let reading = TableReader().read(bytes, file: "input.csv")
        // Offsets are those of the text, which is up to three times as long where it was Windows-1252.
        for problem in reading.problems { demand(problem.position.offset <= 3 * bytes.count, "\(problem)") }
        guard let table = reading.table, reading.problems.isEmpty else { return false }
        let cells = ([table.header] + table.rows.map(\.cells)).map { $0.map(\.text) }
        let again = TableReader().read(TableWriter.csv(cells), file: "again.csv")
        // A line end inside a cell may be written another way, and a header without a comma may seem to have another
        // delimiter.
        if table.header.count > 1, let table = again.table {
            demand(table.rows.count == cells.count - 1, "\(cells.count - 1) rows became \(table.rows.count)")
        }
        return true
    }

    /// SPARQL queries: what is read is written and read again as the same.
    public static let query = sparql { text throws(SPARQLSyntaxError) in
        let query = try QueryParser.parse(text)
        let written = query.sparqlText
        do {
            demand(try QueryParser.parse(written) == query, "written as another query: \(written)")
        } catch {
            fatalError("written as what is no query: \(written): \(error)")
        }
    }

    /// SPARQL updates: what is read is written and read again as the same.
    public static let update = sparql { text throws(SPARQLSyntaxError) in
        let update = try QueryParser.parseUpdate(text)
        let written = update.sparqlText
        do {
            demand(try QueryParser.parseUpdate(written) == update, "written as another update: \(written)")
        } catch {
            fatalError("written as what is no update: \(written): \(error)")
        }
    }

    private static func sparql(_ test: @escaping @Sendable (String) throws(SPARQLSyntaxError) -> Void) -> Harness {
        Harness { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            do throws(SPARQLSyntaxError) {
                try test(text)
                return true
            } catch {
                demand(error.range.upperBound.offset <= text.utf8.count, "\(error)")
                demand(!error.rendered(in: .french).isEmpty, "nothing is said")
                return false
            }
        }
    }

    /// Query results in JSON.
    public static let resultsJSON = results(.json)
    /// Query results in XML.
    public static let resultsXML = results(.xml)
    /// Query results in CSV.
    public static let resultsCSV = results(.csv)
    /// Query results in TSV.
    public static let resultsTSV = results(.tsv)

    /// What is read is written and read again as the same, in every format that says what its values are.
    private static func results(_ format: ResultsFormat) -> Harness {
        Harness { bytes in
            do throws(ResultsSyntaxError) {
                let result = try SPARQLResult(reading: bytes.span, format: format)
                guard let written = try? result.document(in: format) else {
                    demand(false, "read, and refused by the writer of the same format")
                    return false
                }
                let again = try? SPARQLResult(reading: written.span, format: format)
                demand(again == result, "written and read again is another result")
                return true
            } catch {
                if let position = error.position { demand(position.offset <= bytes.count, "\(error)") }
                demand(!error.description(in: .french).isEmpty, "nothing is said")
                return false
            }
        }
    }

    /// `publication.yaml` beside two small tables.
    public static let publication = Harness { bytes in
        let loading = Directory.load(files: [
            "publication.yaml": bytes, "organizations.csv": Array("id,name_fr,name_en\na,A,A\n".utf8),
            "conditions.csv": Array("id,label_fr,label_en\n".utf8),
        ])
        for problem in loading.errors {
            demand(!problem.message.text(in: .french, arguments: problem.arguments).isEmpty, "nothing is said")
        }
        return !loading.errors.contains { $0.place.file == "publication.yaml" }
    }

    /// Gzip: what is unpacked is packed and unpacked again as the same, within the limits.
    public static let gzip = Harness { bytes in
        guard let output = unpacked(bytes) else { return false }
        do {
            let deflater = try Deflater()
            var packed: [UInt8] = []
            deflater.deflate(output.span, into: &packed)
            deflater.finish(into: &packed)
            demand(unpacked(packed) == output, "packed and unpacked again is something else")
        } catch {
            fatalError("\(error)")
        }
        return true
    }

    private static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
        do {
            let inflater = try Inflater()
            var (output, offset) = ([UInt8](), 0)
            while true {
                let (before, start) = (output.count, offset)
                offset += try inflater.inflate(bytes.span.extracting(offset..<bytes.count), into: &output, atMost: 1000)
                if offset == start, output.count == before { break }
            }
            try inflater.finish()
            return output
        } catch {
            return nil
        }
    }
}
