public import RDFModel

/// Prefixes that need no declaration where ``QueryParser/Options/predeclaredPrefixes`` says so, and that error messages
/// propose: our own, those of the vocabularies we publish in, and those of the ontologies of diseases.
public enum CommonPrefixes {
    /// Prefixes and namespaces, one prefix for each namespace: those that are written.
    public static let map = PrefixMap(table)

    /// All prefixes that are understood: those of ``map``, and other usual names of the same namespaces.
    public static let predeclared: PrefixMap = {
        var all = map
        for (name, namespace) in PrefixMap(synonyms).pairs { all[name] = namespace }
        return all
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
        "vann": "http://purl.org/vocab/vann/",
        "bibo": "http://purl.org/ontology/bibo/",
        "cc": "http://creativecommons.org/ns#",
        "odrl": "http://www.w3.org/ns/odrl/2/",
        "sd": "http://www.w3.org/ns/sparql-service-description#",
        "ldp": "http://www.w3.org/ns/ldp#",
        "hydra": "http://www.w3.org/ns/hydra/core#",
        "qb": "http://purl.org/linked-data/cube#",
        "dqv": "http://www.w3.org/ns/dqv#",
        "dcatap": "http://data.europa.eu/r5r/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "skosxl": "http://www.w3.org/2008/05/skos-xl#",
        "earl": "http://www.w3.org/ns/earl#",
        "doap": "http://usefulinc.com/ns/doap#",
        "sioc": "http://rdfs.org/sioc/ns#",
        "gr": "http://purl.org/goodrelations/v1#",
        "gn": "http://www.geonames.org/ontology#",
        "geosparql": "http://www.opengis.net/ont/geosparql#",
        "sf": "http://www.opengis.net/ont/sf#",
        "ssn": "http://www.w3.org/ns/ssn/",
        "sosa": "http://www.w3.org/ns/sosa/",
        "oa": "http://www.w3.org/ns/oa#",
        "dbo": "http://dbpedia.org/ontology/",
        "dbr": "http://dbpedia.org/resource/",
        "dbp": "http://dbpedia.org/property/",
        "wd": "http://www.wikidata.org/entity/",
        "wdt": "http://www.wikidata.org/prop/direct/",
        "wikibase": "http://wikiba.se/ontology#",
        "obo": "http://purl.obolibrary.org/obo/",
        "oboInOwl": "http://www.geneontology.org/formats/oboInOwl#",
        "ORDO": "http://www.orpha.net/ORDO/Orphanet_",
        "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
        "HP": "http://purl.obolibrary.org/obo/HP_",
        "OMIM": "https://omim.org/entry/",
        "ICD10": "http://id.who.int/icd/release/10/",
    ]

    private static let synonyms: KeyValuePairs<String, String> = [
        "dct": "http://purl.org/dc/terms/",
        "dc11": "http://purl.org/dc/elements/1.1/",
        "dce": "http://purl.org/dc/elements/1.1/",
        "dcmitype": "http://purl.org/dc/dcmitype/",
        "sdo": "https://schema.org/",
        "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "shacl": "http://www.w3.org/ns/shacl#",
        "dbpedia": "http://dbpedia.org/resource/",
        "oio": "http://www.geneontology.org/formats/oboInOwl#",
        "cube": "http://purl.org/linked-data/cube#",
        "orpha": "http://www.orpha.net/ORDO/Orphanet_",
        "Orphanet": "http://www.orpha.net/ORDO/Orphanet_",
        "mondo": "http://purl.obolibrary.org/obo/MONDO_",
        "hp": "http://purl.obolibrary.org/obo/HP_",
    ]
}

extension PrefixMap {
    fileprivate init(_ table: KeyValuePairs<String, String>) {
        self.init()
        for (name, namespace) in table { self[name] = IRI(unchecked: namespace) }
    }
}
