public import RDFModel

/// Prefixes that need no declaration where ``QueryParser/Options/predeclaredPrefixes`` says so, and that error messages
/// propose: our own, those of the vocabularies we publish in, and those of the ontologies of diseases.
public enum CommonPrefixes {
    /// Prefixes and namespaces.
    public static let map: PrefixMap = {
        var map = PrefixMap()
        for (name, namespace) in table { map[name] = IRI(unchecked: namespace) }
        return map
    }()

    private static let table: KeyValuePairs<String, String> = [
        "lys": "https://w3id.org/lys/ns#",
        "role": "https://w3id.org/lys/role/",
        "territory": "https://w3id.org/lys/territory/",
        "field": "https://w3id.org/lys/field/",
        "scope": "https://w3id.org/lys/scope/",
        "basis": "https://w3id.org/lys/basis/",
        "status": "https://w3id.org/lys/status/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "org": "http://www.w3.org/ns/org#",
        "schema": "https://schema.org/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dctype": "http://purl.org/dc/dcmitype/",
        "prov": "http://www.w3.org/ns/prov#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "void": "http://rdfs.org/ns/void#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "adms": "http://www.w3.org/ns/adms#",
        "spdx": "http://spdx.org/rdf/terms#",
        "sh": "http://www.w3.org/ns/shacl#",
        "time": "http://www.w3.org/2006/time#",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "locn": "http://www.w3.org/ns/locn#",
        "sssom": "https://w3id.org/sssom/",
        "semapv": "https://w3id.org/semapv/vocab/",
        "obo": "http://purl.obolibrary.org/obo/",
        "oboInOwl": "http://www.geneontology.org/formats/oboInOwl#",
        "ORDO": "http://www.orpha.net/ORDO/Orphanet_",
        "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
        "HP": "http://purl.obolibrary.org/obo/HP_",
        "OMIM": "https://omim.org/entry/",
        "ICD10": "http://id.who.int/icd/release/10/",
    ]
}
