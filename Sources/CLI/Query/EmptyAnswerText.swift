internal import ByteText
internal import Localization
internal import RDFModel
internal import SPARQLAlgebra
internal import SPARQLEngine

/// Says in words why an answer is empty.
struct EmptyAnswerText {
    private let fragments: FragmentText
    private let faults: FaultText

    init(prefixes: PrefixMap) {
        fragments = FragmentText(prefixes: prefixes)
        faults = FaultText(prefixes: prefixes)
    }

    /// The lines of the reasons; none where there are no reasons.
    func lines(_ reasons: [EmptyAnswerReason]) -> [String] {
        guard !reasons.isEmpty else { return [] }
        return [say(.intro)]
            + reasons.flatMap { reason in
                ["  " + text(reason.culprit)] + reason.nearMisses.map { "    " + text($0) }
            }
    }

    private func say(_ message: EmptyAnswerMessage, _ arguments: String...) -> String {
        message.text(in: .current, arguments: arguments)
    }

    private func text(_ culprit: EmptyAnswerReason.Culprit) -> String {
        switch culprit {
        case .triple(let triple): say(.triple, braced(fragments.text(triple)))
        case .path(let subject, let path, let object): say(.path, braced(fragments.text(subject, path, object)))
        case .together(let triple, let others):
            say(
                .together, braced(fragments.text(triple)),
                braced(others.map(fragments.text).joined(separator: " . ")))
        case .join: say(.join)
        case .filter(let expression, let count): say(.filter, fragments.text(expression), String(count))
        case .error(let expression, let errors, let count):
            errors == count ? faults.error(expression, count) : faults.partly(expression, errors, count)
        case .minus: say(.minus)
        case .graph(.iri(let iri)): say(.graph, fragments.text(.iri(iri)))
        case .graph(.variable(let variable)): say(.graph, variable.description)
        case .slice: say(.slice)
        case .values: say(.values)
        }
    }

    private func braced(_ text: String) -> String { "{ " + text + " }" }

    private func text(_ miss: EmptyAnswerReason.NearMiss) -> String {
        switch miss {
        case .absent(let term, nil): say(.absent, fragments.text(term))
        case .absent(let term, let nearest?): beside(.nearest, term, nearest)
        case .misspelled(let term, let meant): beside(.misspelled, term, .iri(meant))
        case .noProperty(let term): say(.noProperty, fragments.text(term))
        case .otherLiteral(let term, let found): say(.otherLiteral, fragments.text(term), fragments.text(found))
        case .otherProperties(let term, let properties):
            say(.otherProperties, fragments.text(term), list(properties.map { .iri($0) }))
        case .propertiesOf(let term, let properties):
            say(.propertiesOf, fragments.text(term), list(properties.map { .iri($0) }))
        case .otherGraphs(let graphs):
            say(
                .otherGraph,
                graphs.map { $0.map(fragments.text) ?? say(.defaultGraph) }.joined(separator: ", "))
        case .graphs(let graphs): graphs.isEmpty ? say(.noGraphs) : say(.graphs, list(graphs))
        case .fault(let fault): faults.text(fault)
        case .examples(let variable, let terms): say(.examples, variable.description, list(terms))
        }
    }

    /// A term and the one that is near: what looks the same in both is named.
    private func beside(_ message: EmptyAnswerMessage, _ term: Term, _ near: Term) -> String {
        let (text, other) = (fragments.text(term), fragments.text(near))
        return say(message, LookAlike.revealed(text, beside: other), LookAlike.revealed(other, beside: text))
    }

    private func list(_ terms: [Term]) -> String { terms.map(fragments.text).joined(separator: ", ") }
}
