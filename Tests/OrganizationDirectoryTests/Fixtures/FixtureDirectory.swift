import Localization
import OrganizationDirectory

/// A directory made up for tests, with every column and table that the real one leaves empty. None of it is a fact.
enum FixtureDirectory {
    static let organizations = """
        id,name_fr,name_en,acronym,website,conditions,conditions_fr,scope,territory,city,languages,founded,roles,source,\
        source_note,mission_fr,mission_en,former_names,status,replaced_by,reviewed_on,source_date,identifiers
        alpha,Alpha Québec,Alpha Quebec,AQ,https://alpha.example.org,first disease;rare disease,\
        première maladie;maladie rare,rare,Montréal;16,Longueuil,fr;en,1999-03-25,awareness;research-funding,\
        https://alpha.example.org/about,seen on its page,"Une mission,
        en deux lignes",A mission,Old Alpha;Older Alpha,active,,2025-02-03,2019-06-07,\
        NEQ:1140000000;BN:123456789RR0001
        beta,Bêta,,,,second disease,seconde maladie,cancer,Québec,,,,,general-knowledge,,,,,merged,alpha,,,

        """

    static let conditions = """
        id,label_en,label_fr,orpha_code,mondo_id,omim,icd10,rare,source,code_check,note,synonyms_fr,synonyms_en,broader
        first,first disease,première maladie,ORPHA:11,MONDO:0000011,OMIM:100011,E84,yes,Orphanet nomenclature 2023,\
        verified,,un synonyme;un autre,a synonym,second
        second,second disease,seconde maladie,,MONDO:0000012,,E84,no,,close,,,,
        rare-disease,rare disease,maladie rare,,,,,yes,,,,,,

        """

    static let activities = """
        organization,role,condition,stakeholders,since,until,source,source_note
        alpha,care-access-liaison,first disease,health-professionals;government,2001,2004-05-06,https://alpha.example.org/a,

        """

    static let programmes = """
        id,organization,name_fr,name_en,kind,conditions,page,since,until,source,source_note
        fund,alpha,Un fonds,A fund,research-funding,first disease,https://alpha.example.org/fund,2010,,general-knowledge,
        access,alpha,Un accès,,access-to-innovation,,,,,general-knowledge,

        """

    static let consultations = """
        id,organization,name_fr,name_en,body,technology,conditions,opened,closed,submission,source,source_note
        plasma,alpha,Un avis,An opinion,INESSS,blood-product,first disease,2020-01-02,2020-02-03,\
        https://alpha.example.org/memo.pdf,https://alpha.example.org/avis,

        """

    static let memberships = """
        member,group,kind,since,until,source,source_note
        beta,alpha,chapter,2000,,general-knowledge,

        """

    static let publication = """
        title: { fr: Essai, en: Trial }
        description: { fr: Un essai, en: A trial }
        publisher:
          iri: https://example.org/publisher
          name: { fr: Nous, en: We }
        licence: https://creativecommons.org/licenses/by/4.0/
        attributions:
          - id: orphanet
            name: { fr: Orphanet, en: Orphanet }
            homepage: https://www.orphadata.com/
            licence: https://creativecommons.org/licenses/by/4.0/
            sources: [Orphanet nomenclature]
        base: https://example.org/d/
        issued: 2026-01-31
        compiled: 2026-01-15
        version: 1.2.3
        languages: [fr, en]
        notes: en

        """

    /// The bytes of all files, by name.
    static let files: [String: [UInt8]] = [
        "organizations.csv": Array(organizations.utf8), "conditions.csv": Array(conditions.utf8),
        "activities.csv": Array(activities.utf8), "programmes.csv": Array(programmes.utf8),
        "consultations.csv": Array(consultations.utf8), "memberships.csv": Array(memberships.utf8),
        "publication.yaml": Array(publication.utf8),
    ]

    /// The files, with the first occurrence of a text in one of them exchanged for another.
    static func replacing(_ old: String, with new: String, in file: String) -> [String: [UInt8]] {
        var changed = files
        let text = String(decoding: files[file] ?? [], as: UTF8.self)
        guard let range = text.range(of: old) else { return [:] }
        changed[file] = Array(text.replacingCharacters(in: range, with: new).utf8)
        return changed
    }

    /// The errors of the files after an exchange, in a language.
    static func errors(_ old: String, _ new: String, in file: String, _ language: Language) -> [String] {
        Directory.load(files: replacing(old, with: new, in: file)).errors.map { $0.text(in: language) }
    }
}

extension String {
    /// The first place of a text, byte by byte.
    func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].utf8.starts(with: text.utf8),
                let end = utf8.index(start, offsetBy: text.utf8.count, limitedBy: utf8.endIndex)
            {
                return start..<end
            }
            start = utf8.index(after: start)
        }
        return nil
    }

    /// The text with a range exchanged.
    func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
