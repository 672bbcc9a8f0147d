internal import Localization
internal import RDFModel

extension SPARQLResult {
    /// Reads a document of query results.
    ///
    /// Blank nodes keep their labels, which mean something within the document only. From CSV, which does not say what
    /// its values are, come blank nodes where a cell begins with `_:`, and plain literals for all else.
    /// - Throws: ``ResultsSyntaxError``.
    /// - Complexity: O(*n*).
    public init(reading bytes: Span<UInt8>, format: ResultsFormat) throws(ResultsSyntaxError) {
        switch format {
        case .json: self = try JSONResultsReader(byteCount: bytes.count).read(bytes)
        case .xml:
            var reader = XMLResultsReader(byteCount: bytes.count)
            self = try reader.read(bytes)
        case .csv: self = try SeparatedResultsReader.readCSV(bytes)
        case .tsv: self = try SeparatedResultsReader.readTSV(bytes)
        }
    }

    /// Reads a document of query results.
    public init(reading bytes: [UInt8], format: ResultsFormat) throws(ResultsSyntaxError) {
        try self.init(reading: bytes.span, format: format)
    }
}

/// What readers hold a document to.
enum ReadingLimits {
    /// How deep triple terms may nest.
    static let tripleDepth = 64
    /// How many variables a document may have.
    static let variables = 10_000

    /// How many cells a table may have: unbound variables cost no bytes in JSON and XML, so that without a bound a small
    /// document of many variables and empty rows would fill the memory.
    static func cells(byteCount: Int) -> Int { 1_000_000 + byteCount }
}

/// Checks that the parts of a term are what they must be; the message of an error is completed by the readers.
enum TermChecks {
    static func iri(_ text: String) throws(ResultsFault) -> IRI {
        do { return try IRI(text) } catch { throw ResultsFault(.notAnIRI, text) }
    }

    static func literal(
        _ text: String, datatype: String?, language: String?, direction: String?
    ) throws(ResultsFault) -> Term {
        var base: BaseDirection?
        if let direction {
            guard let known = BaseDirection(rawValue: direction), language != nil else {
                throw ResultsFault(.direction)
            }
            base = known
        }
        if let language {
            guard isLanguageTag(language) else { throw ResultsFault(.notALanguageTag, language) }
            // Some writers give the datatype of a text in a language too; it says nothing new.
            return .literal(Literal(text, language: language, direction: base))
        }
        guard let datatype else { return .literal(Literal(text)) }
        return .literal(Literal(text, datatype: try iri(datatype)))
    }

    static func tripleTerm(_ subject: Term, _ predicate: Term, _ object: Term) throws(ResultsFault) -> Term {
        guard subject.isResource else {
            throw ResultsFault(.tripleSubject)
        }
        guard case .iri(let predicate) = predicate else {
            throw ResultsFault(.triplePredicate)
        }
        return .tripleTerm(Triple(subject, predicate, object))
    }

    /// `[a-zA-Z]+(-[a-zA-Z0-9]+)*`
    static func isLanguageTag(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { index, part in
            !part.isEmpty
                && part.allSatisfy { byte in
                    (byte | 0x20) &- UInt8(ascii: "a") < 26 || (index > 0 && byte &- UInt8(ascii: "0") < 10)
                }
        }
    }
}

/// What is wrong with a value, before a reader has said where.
struct ResultsFault: Error {
    let problem: ResultsMessage
    let arguments: [String]

    init(_ problem: ResultsMessage, _ arguments: String...) { self.init(problem, arguments) }

    init(_ problem: ResultsMessage, _ arguments: [String]) {
        self.problem = problem
        self.arguments = arguments
    }
}
