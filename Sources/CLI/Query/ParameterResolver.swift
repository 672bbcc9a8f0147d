internal import ByteText
internal import Localization
internal import Questions
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLEngine
internal import TripleStore

/// Finds in the data the things that the values of a question's parameters name, whatever the accents, case or form.
///
/// A question compares texts and IRIs as they are, so that it runs in any engine; what people write is therefore put
/// into the form of the data before it is asked. What names nothing is an error that gives the nearest names: the answer
/// would be empty or “no”, and what is unknown is not no.
struct ParameterResolver {
    let snapshot: StoreSnapshot
    /// Takes what is to be said besides the answer.
    let note: (String) -> Void

    /// How many names an error gives.
    private static let listed = 24
    private static let listedNear = 5

    /// The bindings with values in the form of the data.
    /// - Throws: ``QuestionError`` for a value that names nothing.
    func resolve(_ bindings: [Binding], of question: Question) throws -> [Binding] {
        try bindings.map { binding in try resolve(binding, question.parameter(of: binding)) }
    }

    private func resolve(_ binding: Binding, _ parameter: Question.Parameter) throws -> Binding {
        guard let source = ParameterSource(parameter.kind) else { return binding }
        let asked = try? binding.term(of: parameter.kind)
        if source.isCode {
            // A code that is none is an error by itself; one that the data does not have is said.
            guard case .literal(let code)? = try binding.term(of: parameter.kind) as Term? else { return binding }
            let known = candidates(source).map(\.label)
            let isKnown = known.contains { label in
                parameter.kind == .icd10 ? label.hasPrefix(code.lexicalForm) : label == code.lexicalForm
            }
            if !isKnown {
                note(QuestionMessage.unknownCode.text(in: .current, parameter.name, code.lexicalForm))
            }
            return binding
        }
        let text = Self.text(asked, binding)
        guard !text.isEmpty else { throw QuestionError(parameter.kind.complaint, parameter.name, binding.value) }
        let candidates = candidates(source)
        guard !candidates.isEmpty else {
            guard asked != nil else { throw QuestionError(parameter.kind.complaint, parameter.name, binding.value) }
            note(QuestionMessage.nothingToLookUp.text(in: .current, parameter.name, text))
            return binding
        }
        if let asked, let exact = candidates.first(where: { $0.value == asked || $0.thing == asked }) {
            return Self.binding(binding.name, exact.value)
        }
        let wanted = Self.folded(text)
        if let found = candidates.first(where: { $0.folded == wanted }) {
            return Self.binding(binding.name, found.value)
        }
        throw unknown(text, wanted, parameter, source, candidates)
    }

    // MARK: Candidates

    /// The names of everything that a parameter of a kind may name, sorted; none where the data does not say.
    func names(of kind: Question.Kind) -> [String] {
        guard let source = ParameterSource(kind) else { return [] }
        return Set(candidates(source).map(\.label)).filter { !$0.isEmpty }.sorted { $0.precedesInBytes($1) }
    }

    private struct Candidate {
        let thing: Term
        /// What is put in the place of the variable.
        let value: Term
        let label: String
        let folded: [UInt8]
    }

    /// The things of the data, by each of their names.
    private func candidates(_ source: ParameterSource) -> [Candidate] {
        guard
            let query = try? QueryParser.parse(
                source.query, options: .init(predeclaredPrefixes: CommonPrefixes.predeclared)),
            case .solutions(let solutions)? = try? QueryEngine(snapshot).execute(query),
            let rows = try? solutions.rows()
        else { return [] }
        var result: [Candidate] = []
        for row in rows {
            guard let thing = row[0], let value = row[1], let label = row[2] else { continue }
            let text =
                switch label {
                case .literal(let literal): literal.lexicalForm
                case .iri(let iri):
                    iri.string.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map(String.init) ?? ""
                default: ""
                }
            for name in [text] + source.otherNames(of: text) {
                result.append(Candidate(thing: thing, value: value, label: name, folded: Self.folded(name)))
            }
        }
        return result
    }

    // MARK: Errors

    private func unknown(
        _ text: String, _ wanted: [UInt8], _ parameter: Question.Parameter, _ source: ParameterSource,
        _ candidates: [Candidate]
    ) -> QuestionError {
        var seen: Set<Term> = []
        let ranked = candidates.compactMap { candidate in
            Self.distance(wanted, candidate.folded).map { ($0, candidate) }
        }
        .sorted { ($0.0, $0.1.label) < ($1.0, $1.1.label) }
        .map(\.1).filter { seen.insert($0.thing).inserted }
        // A short list is given whole, the nearest first.
        var listed = ranked.prefix(Self.listedNear).map { shown($0, source) }
        if source.isClosed {
            let rest = candidates.filter { candidate in
                candidate.label.contains { !$0.isASCII || $0.isLetter } && seen.insert(candidate.thing).inserted
            }
            let all = ranked.dropFirst(Self.listedNear) + rest
            listed += all.prefix(max(0, Self.listed - listed.count)).map { shown($0, source) }
        }
        guard !listed.isEmpty else { return QuestionError(.unknownValue, parameter.name, text) }
        return QuestionError(.unknownValueAmong, parameter.name, text, listed.joined(separator: ", "))
    }

    private func shown(_ candidate: Candidate, _ source: ParameterSource) -> String {
        guard source.isClosed, case .iri = candidate.thing else {
            return QueryMessage.quoted.text(in: .current, candidate.label)
        }
        let name = DatasetDescription.best(names(of: candidate.thing))
        let short = FragmentText(prefixes: CommonPrefixes.map).text(candidate.thing)
        return name.map { short + " (" + $0 + ")" } ?? short
    }

    private func names(of thing: Term) -> [Term] {
        guard let subject = snapshot.dictionary.id(of: thing),
            let predicate = snapshot.dictionary.id(of: .iri(IRI(unchecked: ParameterSource.prefLabel)))
        else { return [] }
        let run = snapshot.run(matching: IDPattern(subject: subject, predicate: predicate))
        return (0..<run.count).map { snapshot.dictionary.term(run.id(.object, row: $0)) }
    }

    /// How far a name is from the one that is sought: by letters, or by words that begin alike; `nil` if it is not near.
    private static func distance(_ wanted: [UInt8], _ name: [UInt8]) -> Int? {
        let bound = max(1, min(wanted.count, name.count) / 3)
        if let distance = EditDistance.between(wanted, name, atMost: bound) { return distance }
        let words = name.split(separator: 0x20)
        let sought = wanted.split(separator: 0x20).filter { $0.count > 2 }
        guard !sought.isEmpty, sought.allSatisfy({ word in words.contains { $0.starts(with: word) } }) else {
            return nil
        }
        return 100 + name.count
    }

    // MARK: Texts

    private static func folded(_ text: String) -> [UInt8] {
        let folded = TextFolding.folded(text)
        // The number of a region may be written without its zero.
        guard folded.first == UInt8(ascii: "0") else { return folded }
        return Array(folded.drop { $0 == UInt8(ascii: "0") })
    }

    /// What a value says: a text, the last part of an IRI, or the bare words of something that is no term.
    private static func text(_ term: Term?, _ binding: Binding) -> String {
        switch term {
        case .literal(let literal)?: return literal.lexicalForm
        case .iri(let iri)?: return iri.string.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? ""
        default:
            // A text in quotation marks, or a prefixed name of which the prefix is none.
            if let plain = try? binding.term(of: .text), case .literal(let literal) = plain {
                return literal.lexicalForm.split(separator: ":").last.map(String.init) ?? ""
            }
            return ""
        }
    }

    private static func binding(_ name: String, _ value: Term) -> Binding {
        // Written with no prefix, it is read the same whatever is declared.
        Binding(name: name, value: FragmentText(prefixes: PrefixMap()).text(value))
    }
}

extension Question.Kind {
    /// What is said of a text that writes no term of this kind.
    fileprivate var complaint: QuestionMessage {
        switch self {
        case .role, .territory: .badIRI
        case .language: .badLanguage
        default: .badText
        }
    }
}
