internal import ByteText
internal import CRaptor
internal import Localization
internal import RDFModel
internal import RDFSyntax

/// Writes triples with Raptor. The graph must have passed the pre-flight: Raptor alters some graphs without a word.
///
/// The bytes depend on the triples and the prefixes alone: both are handed over sorted, prefixes that no IRI uses are
/// left out, and blank nodes are numbered in the order in which they come.
struct RaptorSerializer {
    /// Raptor's name of the syntax.
    enum Syntax: String {
        case turtle
        case rdfxml
        /// Grouped by subject, with types as element names; not safe with blank nodes.
        case rdfxmlAbbreviated = "rdfxml-abbrev"
    }

    let syntax: Syntax

    /// The document of triples that are sorted and unique, and have been numbered.
    /// - Throws: ``RDFSyntaxError`` with what Raptor said, or where it could not write.
    func write(_ triples: [Triple], _ numbered: NumberedTriples, prefixes: PrefixMap) throws -> [UInt8] {
        try write(numbered, declaring: usedPrefixes(triples, prefixes))
    }

    /// The document of triples that are sorted and unique, with so many prefixes declared.
    func write(_ triples: NumberedTriples, declaring prefixes: [(name: String, namespace: IRI)]) throws -> [UInt8] {
        try RaptorPool.shared.withWorld { world in
            try write(triples, declaring: prefixes, to: world)
            // Freed, the stream has handed on all that was written.
            guard world.inbox.messages.isEmpty, !world.inbox.outputFailed else { throw Self.failure(world.inbox) }
            return world.inbox.output
        }
    }

    private func write(
        _ triples: NumberedTriples, declaring prefixes: [(name: String, namespace: IRI)], to world: RaptorWorld
    ) throws {
        guard let serializer = unsafe raptor_new_serializer(world.pointer, syntax.rawValue) else {
            throw Self.failure(world.inbox)
        }
        defer { unsafe raptor_free_serializer(serializer) }
        unsafe raptor_serializer_set_option(serializer, RAPTOR_OPTION_RELATIVE_URIS, nil, 0)
        unsafe raptor_serializer_set_option(serializer, RAPTOR_OPTION_WRITE_BASE_URI, nil, 0)
        for (name, namespace) in prefixes {
            let result = unsafe withRaptorText(name) { name in
                unsafe withRaptorText(namespace.string) { namespace in
                    unsafe lys_raptor_set_namespace(world.pointer, serializer, name, namespace)
                }
            }
            guard result == 0 else { throw Self.failure(world.inbox) }
        }
        guard let stream = unsafe lys_raptor_new_output(world.pointer, world.handlers) else {
            throw Self.failure(world.inbox)
        }
        defer { unsafe raptor_free_iostream(stream) }
        guard unsafe raptor_serializer_start_to_iostream(serializer, nil, stream) == 0 else {
            throw Self.failure(world.inbox)
        }
        var labels: [BlankNode: String] = [:]
        // Each is made once, and lent to every statement that has it.
        var terms = unsafe [UnsafeMutablePointer<raptor_term>?](repeating: nil, count: triples.terms.count)
        defer { unsafe terms.forEach { unsafe raptor_free_term($0) } }
        func term(_ number: Int) -> UnsafeMutablePointer<raptor_term>? {
            if unsafe terms[number] == nil {
                unsafe terms[number] = unsafe self.term(triples.terms[number], world, &labels)
            }
            return unsafe terms[number]
        }
        for triple in triples.triples {
            let result = unsafe lys_raptor_serialize(
                world.pointer, serializer, term(triple.subject), term(triple.predicate), term(triple.object))
            guard result == 0 else { throw Self.failure(world.inbox) }
        }
        guard unsafe raptor_serializer_serialize_end(serializer) == 0 else { throw Self.failure(world.inbox) }
    }

    /// The prefixes that are needed, in the order of their names. Raptor declares `rdf:` itself.
    private func usedPrefixes(_ triples: [Triple], _ prefixes: PrefixMap) -> [(name: String, namespace: IRI)] {
        var abbreviations = Abbreviations(prefixes)
        for triple in triples {
            abbreviations.use(triple.predicate)
            // XML has names for elements only: properties and types.
            if syntax == .turtle {
                abbreviations.use(triple.subject)
                abbreviations.use(triple.object)
            } else if triple.predicate == RDF.type {
                abbreviations.use(triple.object)
            }
        }
        return Self.declared(abbreviations.entries.filter(\.isUsed).map { ($0.name, $0.namespace) })
    }

    /// The prefixes as they are declared, of those that are used.
    static func declared(_ prefixes: [(name: String, namespace: IRI)]) -> [(name: String, namespace: IRI)] {
        prefixes.filter { $0.namespace.string != RDF.namespace && $0.name != "rdf" }
            .sorted { $0.name.precedesInBytes($1.name) }
    }

    private func term(
        _ term: Term, _ world: RaptorWorld, _ labels: inout [BlankNode: String]
    ) -> UnsafeMutablePointer<raptor_term>? {
        switch term {
        case .iri(let iri):
            return unsafe withRaptorText(iri.string) { unsafe lys_raptor_new_iri(world.pointer, $0) }
        case .blankNode(let node):
            let label = labels[node, default: "b\(labels.count + 1)"]
            labels[node] = label
            return unsafe withRaptorText(label) { unsafe lys_raptor_new_blank(world.pointer, $0) }
        case .literal(let literal):
            let datatype: String =
                if case .typed(let datatype) = literal.kind, datatype != XSD.string {
                    datatype.string
                } else { "" }
            return unsafe withRaptorText(literal.lexicalForm) { text in
                unsafe withRaptorText(datatype) { datatype in
                    unsafe withRaptorText(literal.language ?? "") { language in
                        unsafe lys_raptor_new_literal(world.pointer, text, datatype, language)
                    }
                }
            }
        case .tripleTerm:
            return nil
        }
    }

    private static func failure(_ inbox: RaptorInbox) -> RDFSyntaxError {
        let place = TextPosition()..<TextPosition()
        guard let message = inbox.messages.first else { return RDFSyntaxError(.writeFailed, at: place) }
        return RDFSyntaxError(.raptor, arguments: [message.text], at: place)
    }
}
