internal import JSONText

/// What the context of schema.org says of the terms that we use.
///
/// These are facts of the vocabulary: which values are IRIs, and which are dates. A test compares them with the
/// official context where that is at hand. No export and no proof reads anything from the network.
enum SchemaOrgContext {
    /// The IRI by which documents name the context.
    static let iri = "https://schema.org/"

    /// The terms that we use, as the official context defines them: what a document is written with.
    ///
    /// Without the names that the context has for `@type` and `@id`: most readers of such files process no context, and
    /// see a type and an IRI by their keywords only.
    static let document: JSONValue = [
        "@context": [
            "@vocab": "http://schema.org/",
            "schema": "http://schema.org/",
            "contentUrl": ["@id": "schema:contentUrl", "@type": "@id"],
            "dateModified": ["@id": "schema:dateModified", "@type": "Date"],
            "datePublished": ["@id": "schema:datePublished", "@type": "Date"],
            "dissolutionDate": ["@id": "schema:dissolutionDate", "@type": "Date"],
            "foundingDate": ["@id": "schema:foundingDate", "@type": "Date"],
            "isBasedOn": ["@id": "schema:isBasedOn", "@type": "@id"],
            "license": ["@id": "schema:license", "@type": "@id"],
            "url": ["@id": "schema:url", "@type": "@id"],
        ]
    ]

    /// The dataset with its files, and each organization with the conditions and places that it names.
    static let frame: JSONValue = [
        "@type": ["Dataset", "NGO"],
        "@embed": "@always",
        "@omitDefault": true,
        "knowsAbout": ["@embed": "@always", "@omitDefault": true],
    ]

    /// What organizations share: the conditions they speak for, and the places they serve.
    static let sharedFrame: JSONValue = [
        "@type": ["MedicalCondition", "DefinedTerm", "AdministrativeArea"],
        "@embed": "@always",
        "@omitDefault": true,
    ]
}
