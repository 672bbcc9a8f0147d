internal import ByteText
internal import RDFModel
internal import TripleStore
internal import XSDValues

/// The terms of one query: those of the snapshot, and those that the query computes.
///
/// A term has one id: a computed term that the store knows gets the store's id, any other one of its own, marked by
/// ``TermID/isComputed``. So two ids of a query are equal exactly if the terms are.
final class QueryTerms {
    let dictionary: TermDictionary
    private let limits: LimitGuard
    private var computed: [Term] = []
    /// The values of computed terms, for constants, which are read again and again.
    private var computedValues: [ExpressionValue] = []
    private var computedIDs: [Term: TermID] = [:]
    /// Small integers come out of COUNT, STRLEN and YEAR by the thousand.
    private var integerIDs: [Int: TermID] = [:]
    /// Values of literals that were parsed, by the end of their ids; empty before the first.
    private var parsed: [ParsedValue?] = []
    private let trueID: TermID
    private let falseID: TermID
    /// Whether numbers of single precision can occur: in the data, or since the query has or makes them.
    private(set) var mayHaveFloats: Bool

    init(dictionary: TermDictionary, limits: LimitGuard) {
        self.dictionary = dictionary
        self.limits = limits
        mayHaveFloats = dictionary.types.contains { $0.xsd == .float }
        // Placeholders until all parts are set; `undefined` is no id of a literal.
        let literals = [true, false].map { Literal($0 ? "true" : "false", datatype: XSD.boolean) }
        var ids: [TermID] = []
        for literal in literals {
            if let known = dictionary.id(of: .literal(literal)) {
                ids.append(known)
            } else {
                let id = TermID(.literal, index: computed.count, isComputed: true)
                computed.append(.literal(literal))
                computedValues.append(ExpressionValue(literal))
                computedIDs[.literal(literal)] = id
                ids.append(id)
            }
        }
        (trueID, falseID) = (ids[0], ids[1])
    }

    /// How many terms the query has computed.
    var computedCount: Int { computed.count }

    /// The id of a term, a new one if neither the store nor the query has it.
    func id(of term: Term) -> TermID {
        if let id = dictionary.id(of: term) { return id }
        if let id = computedIDs[term] { return id }
        let kind: TermID.Kind =
            switch term {
            case .blankNode: .blankNode
            case .iri: .iri
            case .literal: .literal
            case .tripleTerm: .tripleTerm
            }
        guard computed.count < TermID.maximumCount else {
            limits.fail(.memoryLimit(TermID.maximumCount * Self.bytesPerTerm))
            return .undefined
        }
        if case .literal(let literal) = term, case .typed(XSD.float) = literal.kind { mayHaveFloats = true }
        limits.note(Self.bytesPerTerm + term.textLength)
        let id = TermID(kind, index: computed.count, isComputed: true)
        computed.append(term)
        let value = ExpressionValue(term)
        limits.hasWorked(value.cost)
        computedValues.append(value)
        computedIDs[term] = id
        return id
    }

    /// Says that the query may make numbers of single precision.
    func noteFloats() { mayHaveFloats = true }

    /// About what a computed term takes in the tables, its text apart.
    private static let bytesPerTerm = 128

    /// The id of the term for a value in canonical form.
    func id(of value: ExpressionValue) -> TermID {
        switch value {
        case .boolean(let value): return value ? trueID : falseID
        case .number(.integer(let integer)):
            guard let word = integer.word else { return id(of: value.term) }
            if let id = integerIDs[word] { return id }
            let id = id(of: value.term)
            integerIDs[word] = id
            return id
        default: return id(of: value.term)
        }
    }

    /// The id of a result; `undefined` for an error.
    func id(of result: ExpressionResult) -> TermID {
        switch result {
        case .error: .undefined
        case .term(let id): id
        case .value(let value): id(of: value)
        }
    }

    /// The term of an id.
    /// - Precondition: the id is defined and one of this query.
    func term(_ id: TermID) -> Term { id.isComputed ? computed[id.index] : dictionary.term(id) }

    /// Gives the term of an id to a sink.
    /// - Precondition: the id is defined and one of this query.
    func write(_ id: TermID, to sink: inout some TermSink) {
        if id.isComputed { sink.term(computed[id.index]) } else { dictionary.write(id, to: &sink) }
    }

    /// The value that a term stands for. What is long counts as work.
    func value(_ id: TermID) -> ExpressionValue {
        let value = readValue(id)
        let cost = value.cost
        if cost > 0 { limits.hasWorked(cost) }
        return value
    }

    private func readValue(_ id: TermID) -> ExpressionValue {
        if id.isComputed { return computedValues[id.index] }
        guard id.isLiteral else {
            return id.isIRI ? .iri(dictionary.text(id)) : ExpressionValue(dictionary.term(id))
        }
        switch dictionary.value(id) {
        case .integer(let value): return .number(NumericValue(Int(value)))
        case .decimal(let mantissa, let scale):
            return .number(.decimal(XSDDecimal(unscaled: BigInteger(Int(mantissa)), scale: scale)))
        case .float(let value): return .number(.float(Float(value)))
        case .double(let value): return .number(.double(value))
        case .boolean(let value): return .boolean(value)
        case .text:
            let type = dictionary.type(id)
            guard type.hasLanguage else { return .string(dictionary.text(id)) }
            return .languageString(
                dictionary.text(id), language: String(decoding: type.language, as: UTF8.self),
                direction: type.direction)
        case .largeNumber, .temporal, .otherTemporal, .other: return parsedValue(id)
        }
    }

    /// The value of a literal whose text must be parsed: those that were read last are at hand, since comparing two takes
    /// a tenth of parsing one.
    private func parsedValue(_ id: TermID) -> ExpressionValue {
        let place = id.index & (Self.rememberedValues - 1)
        if parsed.isEmpty { parsed = [ParsedValue?](repeating: nil, count: Self.rememberedValues) }
        if let known = parsed[place], known.id == id { return known.value }
        let value = ExpressionValue(dictionary.term(id))
        // What is long is not kept.
        if case .temporal = value { parsed[place] = ParsedValue(id: id, value: value) }
        return value
    }

    private struct ParsedValue {
        let id: TermID
        let value: ExpressionValue
    }

    /// A power of two.
    private static let rememberedValues = 1 << 15

    /// The value of a literal that is a machine integer; `nil` for all else.
    @inline(__always)
    func integer(_ id: TermID) -> Int? {
        guard id.isLiteral, !id.isComputed, let value = dictionary.machineInteger(id) else { return nil }
        return Int(value)
    }

    /// The value of a result; `nil` for an error.
    func value(_ result: ExpressionResult) -> ExpressionValue? {
        switch result {
        case .error: nil
        case .term(let id): value(id)
        case .value(let value): value
        }
    }

    /// The length of the text or the lexical form of a result, in bytes; 0 for what is not known before it is made.
    func textLength(_ result: ExpressionResult) -> Int {
        switch result {
        case .error: 0
        case .term(let id): withText(id) { $0.count }
        case .value(.string(let text)), .value(.languageString(let text, _, _)), .value(.iri(let text)):
            text.utf8.count
        case .value: 0
        }
    }

    /// The term of a result; `nil` for an error.
    func term(_ result: ExpressionResult) -> Term? {
        limits.hasWorked(textLength(result) / LimitGuard.bytesPerRow)
        return switch result {
        case .error: nil
        case .term(let id): term(id)
        case .value(let value): value.term
        }
    }

    /// Gives the bytes of an IRI, a lexical form or a label.
    func withText<Result>(_ id: TermID, _ body: (Span<UInt8>) -> Result) -> Result {
        guard id.isComputed else { return dictionary.withText(id, body) }
        let text: String =
            switch computed[id.index] {
            case .iri(let iri): iri.string
            case .literal(let literal): literal.lexicalForm
            case .blankNode(let node): node.label
            case .tripleTerm: ""
            }
        return body(text.utf8.span)
    }

    /// Gives the bytes of a text of the store and whether it has no language; `nil` for all else, which must go through
    /// its value.
    ///
    /// Most texts that functions look at come from the store, and need not become a `String` for that.
    @inline(__always)
    func withStoredText<Result>(_ result: ExpressionResult, _ body: (Span<UInt8>, Bool) -> Result) -> Result? {
        guard case .term(let id) = result, id.isLiteral, !id.isComputed, dictionary.value(id) == .text else {
            return nil
        }
        let isSimple = dictionary.typeNumber(id) == 0
        return dictionary.withText(id) { text in
            limits.hasWorked(text.count / LimitGuard.bytesPerRow)
            return body(text, isSimple)
        }
    }

    /// Gives the bytes of an IRI or of the lexical form of a literal to a function; `nil` for other terms, and for what a
    /// query has computed.
    func withStoredForm<Result>(_ result: ExpressionResult, _ body: (Span<UInt8>) -> Result) -> Result? {
        guard case .term(let id) = result, id.isIRI || id.isLiteral, !id.isComputed else { return nil }
        return dictionary.withText(id) { text in
            limits.hasWorked(text.count / LimitGuard.bytesPerRow)
            return body(text)
        }
    }

    /// Whether a literal is a text: a simple literal or one in a language.
    func isText(_ id: TermID) -> Bool {
        guard id.isLiteral else { return false }
        if id.isComputed { return value(id).asString != nil }
        return dictionary.value(id) == .text
    }

    /// The order of ORDER BY for two terms, `undefined` before all; zero where it sees no difference.
    func sortOrder(_ left: TermID, _ right: TermID) -> Int {
        if left == right { return 0 }
        if !left.isDefined || !right.isDefined || left.kind != right.kind { return left < right ? -1 : 1 }
        // Triple terms are compared part by part; the order of their ids means nothing.
        if !left.isTripleTerm, dictionary.isOrdered(left), dictionary.isOrdered(right) {
            let (leftRank, rightRank) = (dictionary.orderRank(left), dictionary.orderRank(right))
            return leftRank == rightRank ? 0 : leftRank < rightRank ? -1 : 1
        }
        return value(left).sortOrder(to: value(right))
    }
}

extension Term {
    /// How many bytes its texts have.
    fileprivate var textLength: Int {
        switch self {
        case .iri(let iri): iri.string.utf8.count
        case .blankNode(let node): node.label.utf8.count
        case .literal(let literal): literal.lexicalForm.utf8.count
        case .tripleTerm: 0
        }
    }
}
