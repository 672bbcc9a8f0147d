@testable import OrganizationDirectory

/// A directory made up for these tests in which every column of every table and every key is filled, and for each of
/// them another value. None of it is a fact.
enum KeeperFields {
    static let files: [String: String] = [
        "organizations.csv": """
        id,name_fr,name_en,acronym,website,conditions,conditions_fr,scope,territory,city,languages,founded,dissolved,\
        roles,source,source_note,mission_fr,mission_en,former_names,status,replaced_by,reviewed_on,source_date,identifiers
        alpha,Alpha,Alpha En,ALP,https://alpha.example.org,first disease,première maladie,rare,Laval,Laville,fr,1990,,\
        awareness,https://alpha.example.org/about,a note,une mission,a mission,Vieil Alpha,active,,2025-01-02,2024-01-02,\
        NEQ:1140000000
        beta,Bêta,Beta,,,first disease,première maladie,rare,Laval,,,1980,2001,awareness,general-knowledge,,,,,merged,\
        alpha,,,

        """,
        "conditions.csv": """
        id,label_en,label_fr,orpha_code,mondo_id,omim,icd10,rare,source,code_check,note,synonyms_fr,synonyms_en,broader,\
        reviewed_on,source_date
        first,first disease,première maladie,ORPHA:11,MONDO:0000011,OMIM:100011,E84,yes,https://example.org/codes,\
        verified,a note,autre,other,second,2025-01-02,2024-01-02
        second,second disease,seconde maladie,,,,,,,,,,,,,

        """,
        "activities.csv": """
        organization,role,condition,stakeholders,since,until,source,source_note,reviewed_on,source_date
        alpha,care-access-liaison,first disease,government,2001,2004,https://alpha.example.org/a,a note,2025-01-02,2024-01-02

        """,
        "programmes.csv": """
        id,organization,name_fr,name_en,kind,conditions,page,since,until,source,source_note,reviewed_on,source_date
        fund,alpha,Un fonds,A fund,research-funding,first disease,https://alpha.example.org/fund,2010,2012,\
        https://alpha.example.org/f,a note,2025-01-02,2024-01-02

        """,
        "consultations.csv": """
        id,organization,name_fr,name_en,body,technology,conditions,opened,closed,submission,source,source_note,\
        reviewed_on,source_date
        plasma,alpha,Un avis,An opinion,INESSS,drug,first disease,2020-01-02,2020-02-03,https://alpha.example.org/m.pdf,\
        https://alpha.example.org/avis,a note,2025-01-02,2024-01-02

        """,
        "memberships.csv": """
        member,group,kind,since,until,source,source_note,reviewed_on,source_date
        beta,alpha,chapter,1985,2000,https://alpha.example.org/members,a note,2025-01-02,2024-01-02

        """,
        "publication.yaml": """
        title: { fr: Essai, en: Trial }
        description: { fr: Un essai, en: A trial }
        publisher:
          iri: https://example.org/publisher
          name: { fr: Nous, en: We }
          homepage: https://example.org/we
        contact: { name: { fr: Bureau, en: Desk }, email: desk@example.org, url: https://example.org/desk, iri: "https://example.org/desk#id" }
        licence: https://creativecommons.org/licenses/by/4.0/
        attributions:
          - id: orphanet
            name: { fr: Nomenclature, en: Nomenclature }
            homepage: https://www.orphadata.com/
            licence: https://creativecommons.org/licenses/by/3.0/
            sources: [Orphanet nomenclature]
        base: https://example.org/d/
        issued: 2026-01-31
        compiled: 2026-01-15
        version: 1.2.3
        languages: [fr, en]
        notes: en
        private: [secret]
        keywords: { fr: [mot], en: [word] }
        themes: ["http://publications.europa.eu/resource/authority/data-theme/HEAL"]
        frequency: http://publications.europa.eu/resource/authority/frequency/IRREG
        spatial: https://w3id.org/lys/territory/quebec

        """,
    ]

    /// Another value for a field.
    struct Change: Sendable, CustomStringConvertible {
        let file: String
        /// The column or key; keys inside keys are parted by a dot.
        let field: String
        /// The text that is exchanged, where it first stands.
        let old: String
        let new: String
        /// Other exchanges that must come with it, so that the tables still agree.
        var also: [(file: String, old: String, new: String)] = []

        var description: String { "\(file):\(field)" }
    }

    private static func table(_ file: String, _ changes: [(String, String, String)]) -> [Change] {
        changes.map { Change(file: file, field: $0.0, old: $0.1, new: $0.2) }
    }

    private static let evidence = [
        ("source_note", "a note", "another note"), ("reviewed_on", "2025-01-02", "2025-01-03"),
        ("source_date", "2024-01-02", "2024-01-03"),
    ]

    static let changes: [Change] =
        table(
            "organizations.csv",
            [
                ("name_fr", "alpha,Alpha,", "alpha,Alphe,"), ("name_en", "Alpha En", "Alpha Eng"),
                ("acronym", "ALP", "ALF"), ("website", "https://alpha.example.org,", "https://alfa.example.org,"),
                ("scope", ",rare,Laval,Laville", ",cancer,Laval,Laville"),
                ("territory", "Laval,Laville", "Estrie,Laville"),
                ("city", "Laville", "Lavil"), ("languages", ",fr,1990", ",en,1990"), ("founded", "1990", "1991"),
                ("dissolved", "2001", "2002"), ("roles", "awareness,https", "rights-advocacy,https"),
                ("source", "https://alpha.example.org/about", "https://alpha.example.org/us"),
                ("mission_fr", "une mission", "une autre"), ("mission_en", "a mission", "another"),
                ("former_names", "Vieil Alpha", "Ancien Alpha"), ("status", ",merged,", ",dissolved,"),
                ("replaced_by", "merged,alpha,", "merged,,"), ("identifiers", "NEQ:1140000000", "NEQ:1140000001"),
            ] + evidence)
        + [
            Change(
                file: "organizations.csv", field: "id", old: "\nbeta,", new: "\nbeton,",
                also: [("memberships.csv", "beta,", "beton,")]),
            Change(
                file: "organizations.csv", field: "conditions", old: "first disease,première",
                new: "second disease,première",
                also: [("organizations.csv", "second disease,première maladie", "second disease,seconde maladie")]),
            // A check of the column before: its words are published where the condition has them.
            Change(
                file: "organizations.csv", field: "conditions_fr", old: "première maladie", new: "1re maladie",
                also: [
                    ("organizations.csv", "première maladie", "1re maladie"),
                    ("conditions.csv", "première maladie", "1re maladie"),
                ]),
            Change(
                file: "conditions.csv", field: "label_en", old: "second disease", new: "another disease"),
            Change(file: "conditions.csv", field: "label_fr", old: "seconde maladie", new: "autre maladie"),
            Change(
                file: "conditions.csv", field: "id", old: "\nsecond,", new: "\nseconde,",
                also: [("conditions.csv", ",other,second,", ",other,seconde,")]),
        ]
        + table(
            "conditions.csv",
            [
                ("orpha_code", "ORPHA:11", "ORPHA:12"), ("mondo_id", "MONDO:0000011", "MONDO:0000012"),
                ("omim", "OMIM:100011", "OMIM:100012"), ("icd10", "E84", "E85"), ("rare", ",yes,", ",no,"),
                ("source", "https://example.org/codes", "Orphanet nomenclature 2023"),
                ("code_check", "verified", ""), ("note", "a note", "another note"), ("synonyms_fr", "autre", "autres"),
                ("synonyms_en", "other", "others"), ("broader", ",other,second,", ",other,,"),
            ] + evidence.dropFirst())
        + table(
            "activities.csv",
            [
                ("organization", "alpha,care", "beta,care"), ("role", "care-access-liaison", "awareness"),
                ("condition", "first disease", "second disease"), ("stakeholders", "government", "industry"),
                ("since", "2001", "2002"), ("until", "2004", "2005"),
                ("source", "https://alpha.example.org/a", "https://alpha.example.org/b"),
            ] + evidence)
        + table(
            "programmes.csv",
            [
                ("id", "\nfund", "\nfonds"), ("organization", "fund,alpha", "fund,beta"),
                ("name_fr", "Un fonds", "Le fonds"),
                ("name_en", "A fund", "The fund"), ("kind", "research-funding", "access-to-innovation"),
                ("conditions", "first disease", "second disease"),
                ("page", "https://alpha.example.org/fund", "https://alpha.example.org/funds"),
                ("since", "2010", "2011"),
                ("until", "2012", "2013"), ("source", "https://alpha.example.org/f,", "https://alpha.example.org/g,"),
            ] + evidence)
        + table(
            "consultations.csv",
            [
                ("id", "plasma", "sang"), ("organization", "plasma,alpha", "plasma,beta"),
                ("name_fr", "Un avis", "L'avis"),
                ("name_en", "An opinion", "The opinion"), ("body", "INESSS", "INSPQ"), ("technology", "drug", "policy"),
                ("conditions", "first disease", "second disease"), ("opened", "2020-01-02", "2020-01-03"),
                ("closed", "2020-02-03", "2020-02-04"),
                ("submission", "https://alpha.example.org/m.pdf", "https://alpha.example.org/n.pdf"),
                ("source", "https://alpha.example.org/avis", "https://alpha.example.org/lavis"),
            ] + evidence)
        + table(
            "memberships.csv",
            [
                ("member", "beta,alpha", "alpha,beta"), ("kind", "chapter", "member"), ("since", "1985", "1986"),
                ("until", "2000", "2001"),
                ("source", "https://alpha.example.org/members", "https://alpha.example.org/us"),
            ] + evidence)
        + [Change(file: "memberships.csv", field: "group", old: "beta,alpha", new: "alpha,beta")]
        + table(
            "publication.yaml",
            [
                ("title", "Essai", "Essais"), ("description", "A trial", "Another trial"),
                ("publisher.iri", "https://example.org/publisher", "https://example.org/editor"),
                ("publisher.name", "Nous", "Vous"),
                ("publisher.homepage", "https://example.org/we", "https://example.org/us"),
                ("contact.name", "Bureau", "Guichet"), ("contact.email", "desk@example.org", "info@example.org"),
                ("contact.url", "url: https://example.org/desk", "url: https://example.org/info"),
                ("contact.iri", "desk#id", "desk#me"),
                ("licence", "licenses/by/4.0", "licenses/by-sa/4.0"), ("attributions.id", "id: orphanet", "id: orpha"),
                ("attributions.name", "en: Nomenclature", "en: The nomenclature"),
                ("attributions.homepage", "https://www.orphadata.com/", "https://www.orpha.net/"),
                ("attributions.licence", "licenses/by/3.0", "licenses/by/2.0"),
                ("attributions.sources", "[Orphanet nomenclature]", "[Orphanet]"),
                ("base", "https://example.org/d/", "https://example.org/e/"), ("issued", "2026-01-31", "2026-02-01"),
                ("compiled", "2026-01-15", "2026-01-16"), ("version", "1.2.3", "1.2.4"),
                ("languages", "[fr, en]", "[en, fr]"), ("notes", "notes: en", "notes: fr"),
                ("keywords", "[word]", "[words]"), ("themes", "HEAL", "SOCI"), ("frequency", "IRREG", "ANNUAL"),
                ("spatial", "territory/quebec", "territory/canada"),
            ])

    /// The fields that the readers know, of every file; `private` has an effect of its own.
    static let known: [String: Set<String>] = [
        "organizations.csv": columns(OrganizationReader.columns), "conditions.csv": columns(ConditionReader.columns),
        "activities.csv": columns(ActivityTables.activityColumns),
        "programmes.csv": columns(ActivityTables.programmeColumns),
        "consultations.csv": columns(ActivityTables.consultationColumns),
        "memberships.csv": columns(ActivityTables.membershipColumns),
        "publication.yaml": Set(PublicationReader.keys)
            .subtracting(["private", "publisher", "attributions", "contact"])
            .union(PublicationReader.publisherKeys.map { "publisher." + $0 })
            .union(PublicationReader.attributionKeys.map { "attributions." + $0 })
            .union(ContactReader.keys.map { "contact." + $0 }),
    ]

    private static func columns(_ columns: Sheet.Columns) -> Set<String> { Set(columns.required + columns.optional) }
}
