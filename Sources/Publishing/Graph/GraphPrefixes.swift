internal import OrganizationDirectory
internal import RDFModel

/// The prefixes of the files that we publish, in the order in which they are declared.
enum GraphPrefixes {
    static let map: PrefixMap = [
        "lys": IRI(unchecked: LYS.namespace),
        "adms": IRI(unchecked: ADMS.namespace),
        "dcat": IRI(unchecked: DCAT.namespace),
        "dcterms": IRI(unchecked: DCTerms.namespace),
        "foaf": IRI(unchecked: FOAF.namespace),
        "org": IRI(unchecked: ORG.namespace),
        "prov": IRI(unchecked: PROV.namespace),
        "rdf": IRI(unchecked: RDF.namespace),
        "rdfs": IRI(unchecked: RDFS.namespace),
        "schema": IRI(unchecked: Schema.namespace),
        "skos": IRI(unchecked: SKOS.namespace),
        "spdx": IRI(unchecked: SPDX.namespace),
        "vcard": IRI(unchecked: VCard.namespace),
        "void": IRI(unchecked: VoID.namespace),
        "xsd": IRI(unchecked: XSD.namespace),
    ]
}
