public import RDFModel

extension DirectoryMapping {
    /// A code as a typed notation, as a link to the concept that it names, and for schema.org as a node.
    func add(_ code: Code, of condition: Condition, _ iri: IRI, to graph: inout StatementBuilder) {
        graph.add(iri, SKOS.notation, .literal(Literal(code.notation, datatype: code.system.datatype)))
        graph.add(iri, condition.match(with: code), code.target)
        guard condition.isMedicalCondition else { return }
        let node = iris.code(code)
        graph.add(iri, Schema.code, node)
        graph.add(node, types: Schema.medicalCode)
        graph.add(node, Schema.codeValue, text: code.notation)
        graph.add(node, Schema.codingSystem, text: code.system.name)
    }
}

extension Condition {
    /// How a condition relates to the concept of one of its codes.
    ///
    /// Never `owl:sameAs`. ICD-10 is always broader: one of its codes covers many diseases, and `skos:exactMatch` is
    /// transitive, so that it would make all of them one.
    fileprivate func match(with code: Code) -> IRI {
        if matchesExactly(code) { return SKOS.exactMatch }
        return code.system == .icd10 ? SKOS.broadMatch : SKOS.closeMatch
    }
}

extension Code {
    /// The concept that the code names, under the IRI of those who keep it.
    public var target: IRI {
        switch system {
        case .orpha: IRI(unchecked: "http://www.orpha.net/ORDO/Orphanet_" + localPart)
        case .mondo: IRI(unchecked: "http://purl.obolibrary.org/obo/MONDO_" + localPart)
        case .omim: IRI(unchecked: "https://omim.org/entry/" + localPart)
        case .icd10: IRI(unchecked: "http://id.who.int/icd/release/10/" + localPart)
        }
    }
}

extension CodeSystem {
    /// The datatype of notations in the system.
    fileprivate var datatype: IRI {
        switch self {
        case .orpha: LYS.orphaCode
        case .mondo: LYS.mondoCode
        case .omim: LYS.omimCode
        case .icd10: LYS.icd10Code
        }
    }
}
