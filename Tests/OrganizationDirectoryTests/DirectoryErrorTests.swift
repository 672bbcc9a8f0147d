import Localization
import OrganizationDirectory
import Testing

/// An error in one cell, and the line that the keeper reads in each language.
struct CellError: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let french: String
    let english: String

    var testDescription: String { english }

    init(_ file: String, _ old: String, _ new: String, fr french: String, en english: String) {
        self.file = file
        self.old = old
        self.new = new
        self.french = french
        self.english = english
    }

    static let words: [CellError] = [
        CellError(
            "organizations.csv", "awareness;", "awarness;",
            fr:
                "organizations.csv:2:roles: rôle inconnu « awarness » ; vouliez-vous dire « awareness » (sensibilisation du public) ?",
            en: "organizations.csv:2:roles: unknown role “awarness”; did you mean “awareness” (public awareness)?"),
        CellError(
            "organizations.csv", "first disease;", "Première maladi;",
            fr:
                "organizations.csv:2:conditions: affection inconnue « Première maladi » ; vouliez-vous dire « first disease » ?",
            en: "organizations.csv:2:conditions: unknown condition “Première maladi”; did you mean “first disease”?"),
        CellError(
            "organizations.csv", "first disease;", "xyz;",
            fr: "organizations.csv:2:conditions: affection inconnue « xyz »",
            en: "organizations.csv:2:conditions: unknown condition “xyz”"),
        CellError(
            "organizations.csv", "Montréal;16", "montrael;16",
            fr: "organizations.csv:2:territory: territoire inconnu « montrael » ; vouliez-vous dire « Montréal » ?",
            en: "organizations.csv:2:territory: unknown territory “montrael”; did you mean “Montréal”?"),
        CellError(
            "organizations.csv", "fr;en", "fr;bilingue",
            fr:
                "organizations.csv:2:languages: langue inconnue « bilingue » ; écrivez son code ou son nom (fr ou français, en ou anglais, es ou espagnol) et séparez les langues par des points-virgules",
            en:
                "organizations.csv:2:languages: unknown language “bilingue”; write its code or its name (fr or French, en or English, es or Spanish), and separate languages by semicolons"
        ),
        CellError(
            "organizations.csv", ",cancer,", ",cancers,",
            fr:
                "organizations.csv:3:scope: domaine inconnu « cancers » ; vouliez-vous dire « cancer » ? (ligne 4 du fichier texte)",
            en: "organizations.csv:3:scope: unknown scope “cancers”; did you mean “cancer”? (line 4 of the text file)"),
        CellError(
            "organizations.csv", ",merged,", ",gone,",
            fr: "organizations.csv:3:status: état inconnu « gone » (ligne 4 du fichier texte)",
            en: "organizations.csv:3:status: unknown status “gone” (line 4 of the text file)"),
        CellError(
            "organizations.csv", ",merged,alpha,", ",merged,alpa,",
            fr:
                "organizations.csv:3:replaced_by: organisme inconnu « alpa » ; vouliez-vous dire « alpha » ? (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3:replaced_by: unknown organization “alpa”; did you mean “alpha”? (line 4 of the text file)"
        ),
        CellError(
            "organizations.csv", ",merged,alpha,", ",merged,beta,",
            fr: "organizations.csv:3:replaced_by: « beta » renvoie à lui-même (ligne 4 du fichier texte)",
            en: "organizations.csv:3:replaced_by: “beta” refers to itself (line 4 of the text file)"),
        CellError(
            "organizations.csv", "NEQ:", "NEC:",
            fr:
                "organizations.csv:2:identifiers: registre inconnu « NEC:1140000000 » ; écrivez par exemple NEQ:1140000000 ; vouliez-vous dire « NEQ » (Registraire des entreprises du Québec) ? (ligne 3 du fichier texte)",
            en:
                "organizations.csv:2:identifiers: unknown register “NEC:1140000000”; write for example NEQ:1140000000; did you mean “NEQ” (Registraire des entreprises du Québec)? (line 3 of the text file)"
        ),
        CellError(
            "organizations.csv", "NEQ:1140000000", "NEQ:114",
            fr: "organizations.csv:2:identifiers: numéro mal formé « 114 » pour NEQ (ligne 3 du fichier texte)",
            en: "organizations.csv:2:identifiers: malformed number “114” for NEQ (line 3 of the text file)"),
        CellError(
            "conditions.csv", "ORPHA:11,MONDO:0000011,OMIM:100011,E84,yes",
            "ORPHA:11,MONDO:0000011,OMIM:100011,E84,maybe",
            fr:
                "conditions.csv:2:rare: « maybe » ne veut dire ni oui ni non ; si vous ne savez pas, laissez la cellule vide",
            en: "conditions.csv:2:rare: “maybe” means neither yes nor no; if you do not know, leave the cell empty"),
        CellError(
            "conditions.csv", "verified", "verifed",
            fr:
                "conditions.csv:2:code_check: degré de vérification inconnu « verifed » ; vouliez-vous dire « verified » (codes vérifiés) ?",
            en:
                "conditions.csv:2:code_check: unknown degree of checking “verifed”; did you mean “verified” (codes verified)?"
        ),
        CellError(
            "conditions.csv", "Orphanet nomenclature 2023", "Orfanet",
            fr:
                "conditions.csv:2:source: source inconnue « Orfanet » ; donnez une adresse, general-knowledge, ou une table nommée sous « attributions » dans publication.yaml",
            en:
                "conditions.csv:2:source: unknown source “Orfanet”; give an address, general-knowledge, or a table named under “attributions” in publication.yaml"
        ),
    ]

    static let names: [CellError] = [
        CellError(
            "organizations.csv", "\nbeta,", "\nBêta 1,",
            fr:
                "organizations.csv:3:id: identifiant mal formé « Bêta 1 » ; employez des lettres minuscules sans accent, des chiffres et des traits d’union simples (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3:id: malformed id “Bêta 1”; use lower-case letters without accents, digits and single hyphens (line 4 of the text file)"
        ),
        CellError(
            "organizations.csv", "\nbeta,", "\nalpha,",
            fr: "organizations.csv:3:id: l’identifiant « alpha » figure déjà à la ligne 2 (ligne 4 du fichier texte)",
            en: "organizations.csv:3:id: the id “alpha” stands in row 2 already (line 4 of the text file)"),
        CellError(
            "organizations.csv", "\nbeta,", "\n,",
            fr: "organizations.csv:3:id: la cellule est vide ; une valeur est nécessaire (ligne 4 du fichier texte)",
            en: "organizations.csv:3:id: the cell is empty; a value is needed (line 4 of the text file)"),
        CellError(
            "organizations.csv", "beta,Bêta,", "beta,,",
            fr: "organizations.csv:3:name_fr: aucun nom, ni en français ni en anglais (ligne 4 du fichier texte)",
            en: "organizations.csv:3:name_fr: no name, neither in French nor in English (line 4 of the text file)"),
        CellError(
            "conditions.csv", "second disease", "first disease",
            fr: "conditions.csv:3:label_en: « first disease » désigne déjà l’affection « first »",
            en: "conditions.csv:3:label_en: “first disease” names the condition “first” already"),
        CellError(
            "organizations.csv", ",,,,second disease", ",,,https://www.ALPHA.example.org/,second disease",
            fr:
                "organizations.csv:3:website: l’organisme « alpha » a déjà ce site ; deux organismes ne partagent pas une page d’accueil (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3:website: the organization “alpha” has this website already; two organizations do not share a home page (line 4 of the text file)"
        ),
        CellError(
            "organizations.csv", "awareness;research-funding", "awareness;;research-funding",
            fr:
                "organizations.csv:2:roles: élément vide dans la liste « awareness;;research-funding » ; enlevez le point-virgule de trop",
            en:
                "organizations.csv:2:roles: empty item in the list “awareness;;research-funding”; remove the semicolon too many"
        ),
        CellError(
            "organizations.csv", "awareness;research-funding", "awareness;awareness",
            fr: "organizations.csv:2:roles: « awareness » est nommé deux fois",
            en: "organizations.csv:2:roles: “awareness” is named twice"),
        CellError(
            "organizations.csv", "Bêta", "Bê\u{8}ta",
            fr: "organizations.csv:3:name_fr: caractère invisible U+0008 ; effacez-le (ligne 4 du fichier texte)",
            en: "organizations.csv:3:name_fr: invisible character U+0008; delete it (line 4 of the text file)"),
        CellError(
            "organizations.csv", "Bêta", "\"Bê\nta\"",
            fr:
                "organizations.csv:3:name_fr: saut de ligne dans la cellule ; écrivez-la sur une ligne (ligne 4 du fichier texte)",
            en: "organizations.csv:3:name_fr: line break in the cell; write it on one line (line 4 of the text file)"),
    ]

    static let conditionsAndCodes: [CellError] = [
        CellError(
            "organizations.csv", "première maladie;maladie rare", "première maladie",
            fr:
                "organizations.csv:2:conditions_fr: 2 affections en anglais, mais 1 en français ; les deux listes vont de pair",
            en: "organizations.csv:2:conditions_fr: 2 conditions in English, but 1 in French; the two lists go together"
        ),
        CellError(
            "organizations.csv", "seconde maladie", "deuxième maladie",
            fr:
                "organizations.csv:3:conditions_fr: « second disease » s’appelle « seconde maladie » en français, et non « deuxième maladie » (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3:conditions_fr: “second disease” is called “seconde maladie” in French, not “deuxième maladie” (line 4 of the text file)"
        ),
        CellError(
            "conditions.csv", "ORPHA:11", "ORPHA:011",
            fr: "conditions.csv:2:orpha_code: code Orphanet mal formé « ORPHA:011 » ; écrivez par exemple ORPHA:586",
            en: "conditions.csv:2:orpha_code: malformed Orphanet code “ORPHA:011”; write for example ORPHA:586"),
        CellError(
            "conditions.csv", "MONDO:0000011", "MONDO:11",
            fr: "conditions.csv:2:mondo_id: code MONDO mal formé « MONDO:11 » ; écrivez par exemple MONDO:0009061",
            en: "conditions.csv:2:mondo_id: malformed MONDO code “MONDO:11”; write for example MONDO:0009061"),
        CellError(
            "conditions.csv", "OMIM:100011", "100011",
            fr: "conditions.csv:2:omim: code OMIM mal formé « 100011 » ; écrivez par exemple OMIM:219700",
            en: "conditions.csv:2:omim: malformed OMIM code “100011”; write for example OMIM:219700"),
        CellError(
            "conditions.csv", "E84,yes", "E8.4,yes",
            fr: "conditions.csv:2:icd10: code CIM-10 mal formé « E8.4 » ; écrivez par exemple E84, G12.2 ou E10-E14",
            en: "conditions.csv:2:icd10: malformed ICD-10 code “E8.4”; write for example E84, G12.2 or E10-E14"),
        CellError(
            "conditions.csv",
            "verified,,un synonyme;un autre,a synonym,second\nsecond,second disease,seconde maladie,,MONDO:0000012,,E84,no,,close",
            "verified,,un synonyme;un autre,a synonym,second\nsecond,second disease,seconde maladie,,MONDO:0000011,,E84,no,,verified",
            fr: "conditions.csv:3:mondo_id: le code MONDO:0000011 est déjà celui de l’affection « first »",
            en: "conditions.csv:3:mondo_id: the code MONDO:0000011 is that of the condition “first” already"),
        CellError(
            "conditions.csv", "MONDO:0000012", "",
            fr: "conditions.csv:3:code_check: « close » qualifie un code MONDO, mais la ligne n’en a pas",
            en: "conditions.csv:3:code_check: “close” is about a MONDO code, but there is none"),
        CellError(
            "conditions.csv", "a synonym,second", "a synonym,secnd",
            fr: "conditions.csv:2:broader: affection inconnue « secnd » ; vouliez-vous dire « second » ?",
            en: "conditions.csv:2:broader: unknown condition “secnd”; did you mean “second”?"),
        CellError(
            "conditions.csv", "a synonym,second", "a synonym,first",
            fr:
                "conditions.csv:2:broader: de proche en proche, l’affection « first » serait plus générale qu’elle-même",
            en: "conditions.csv:2:broader: by this way the condition “first” is broader than itself"),
    ]

    static let addressesAndDates: [CellError] = [
        CellError(
            "organizations.csv", "https://alpha.example.org,", "www.alpha.org,",
            fr:
                "organizations.csv:2:website: adresse mal formée « www.alpha.org » ; elle commence par https:// ou http:// ; vouliez-vous dire « https://www.alpha.org » ?",
            en:
                "organizations.csv:2:website: malformed address “www.alpha.org”; it begins with https:// or http://; did you mean “https://www.alpha.org”?"
        ),
        CellError(
            "organizations.csv", "https://alpha.example.org,", "https://alpha,",
            fr:
                "organizations.csv:2:website: adresse mal formée « https://alpha » ; « alpha » n’est pas un nom de site tel que exemple.org",
            en:
                "organizations.csv:2:website: malformed address “https://alpha”; “alpha” is no name of a site such as example.org"
        ),
        CellError(
            "organizations.csv", "https://alpha.example.org,", "\"https://www,alpha.org\",",
            fr:
                "organizations.csv:2:website: adresse mal formée « https://www,alpha.org » ; une seule adresse, sans virgule",
            en:
                "organizations.csv:2:website: malformed address “https://www,alpha.org”; one address only, without a comma"
        ),
        CellError(
            "organizations.csv", "https://alpha.example.org,", "https://a.org/b c,",
            fr:
                "organizations.csv:2:website: adresse mal formée « https://a.org/b c » ; le caractère U+0020 n’a pas sa place dans une adresse",
            en:
                "organizations.csv:2:website: malformed address “https://a.org/b c”; the character U+0020 has no place in an address"
        ),
        CellError(
            "organizations.csv", "https://alpha.example.org,", "https://a.org/%zz,",
            fr:
                "organizations.csv:2:website: adresse mal formée « https://a.org/%zz » ; % est suivi de deux chiffres hexadécimaux",
            en:
                "organizations.csv:2:website: malformed address “https://a.org/%zz”; % is followed by two hexadecimal digits"
        ),
        CellError(
            "organizations.csv", "1999-03-25", "2027",
            fr: "organizations.csv:2:founded: année impossible « 2027 » : elle suit 2026-01-31, date de publication",
            en: "organizations.csv:2:founded: impossible year “2027”; after 2026-01-31, the date of issue"),
        CellError(
            "organizations.csv", "1999-03-25", "2026-02-01",
            fr:
                "organizations.csv:2:founded: année impossible « 2026-02-01 » : elle suit 2026-01-31, date de publication",
            en: "organizations.csv:2:founded: impossible year “2026-02-01”; after 2026-01-31, the date of issue"),
        CellError(
            "organizations.csv", "1999-03-25", "1599",
            fr: "organizations.csv:2:founded: année impossible « 1599 » : elle précède 1600",
            en: "organizations.csv:2:founded: impossible year “1599”; before 1600"),
        CellError(
            "organizations.csv", "1999-03-25", "1999-02-29",
            fr: "organizations.csv:2:founded: année mal formée « 1999-02-29 » ; écrivez 1999 ou 1999-03-25",
            en: "organizations.csv:2:founded: malformed year “1999-02-29”; write 1999 or 1999-03-25"),
        CellError(
            "organizations.csv", "2025-02-03", "3 février 2025",
            fr:
                "organizations.csv:2:reviewed_on: date mal formée « 3 février 2025 » ; écrivez par exemple 2024-05-31 ; vouliez-vous dire « 2025-02-03 » ? (ligne 3 du fichier texte)",
            en:
                "organizations.csv:2:reviewed_on: malformed date “3 février 2025”; write for example 2024-05-31; did you mean “2025-02-03”? (line 3 of the text file)"
        ),
        CellError(
            "organizations.csv", "2025-02-03", "2026-12-31",
            fr:
                "organizations.csv:2:reviewed_on: date impossible « 2026-12-31 » : elle suit 2026-01-31, date de publication (ligne 3 du fichier texte)",
            en:
                "organizations.csv:2:reviewed_on: impossible date “2026-12-31”; after 2026-01-31, the date of issue (line 3 of the text file)"
        ),
    ]

    static let ends: [CellError] = [
        CellError(
            "organizations.csv", ",merged,alpha,", ",active,alpha,",
            fr:
                "organizations.csv:3:status: l’état « active » contredit la fin « alpha » ; écrivez merged ou dissolved, ou enlevez la fin (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3:status: the status “active” contradicts the end “alpha”; write merged or dissolved, or remove the end (line 4 of the text file)"
        ),
        CellError(
            "organizations.csv", "Older Alpha,active,,", "Older Alpha,merged,beta,",
            fr:
                "organizations.csv:2:replaced_by: par ce chemin, l’organisme « alpha » se remplace lui-même (ligne 3 du fichier texte)",
            en:
                "organizations.csv:2:replaced_by: by this way the organization “alpha” replaces itself (line 3 of the text file)"
        ),
        CellError(
            "publication.yaml", "licence:", "contact: info@localhost\nlicence:",
            fr:
                "publication.yaml:6:contact: « info@localhost » n’est pas une adresse de contact ; donnez par exemple info@exemple.org, l’adresse d’une page qui commence par https://, ou none",
            en:
                "publication.yaml:6:contact: “info@localhost” is no address to write to; give for example info@example.org, the address of a page that begins with https://, or none"
        ),
    ]

    static let optionalTables: [CellError] = [
        CellError(
            "activities.csv", "government,2001,2004-05-06", "government,2001,2000",
            fr: "activities.csv:2:until: la fin « 2000 » précède le début « 2001 »",
            en: "activities.csv:2:until: the end “2000” comes before the beginning “2001”"),
        CellError(
            "activities.csv", ";government,", ";goverment,",
            fr:
                "activities.csv:2:stakeholders: partie prenante inconnue « goverment » ; vouliez-vous dire « government » (pouvoirs publics) ?",
            en: "activities.csv:2:stakeholders: unknown stakeholder “goverment”; did you mean “government”?"),
        CellError(
            "programmes.csv", "access-to-innovation", "access",
            fr:
                "programmes.csv:3:kind: type de programme inconnu « access » ; vouliez-vous dire « access-to-innovation » (accès à l'innovation) ?",
            en:
                "programmes.csv:3:kind: unknown kind of programme “access”; did you mean “access-to-innovation” (access to innovation)?"
        ),
        CellError(
            "consultations.csv", "blood-product", "bloodproduct",
            fr:
                "consultations.csv:2:technology: type de technologie inconnu « bloodproduct » ; vouliez-vous dire « blood-product » (produit sanguin) ?",
            en:
                "consultations.csv:2:technology: unknown kind of technology “bloodproduct”; did you mean “blood-product” (blood product)?"
        ),
        CellError(
            "memberships.csv", "chapter", "chaptre",
            fr:
                "memberships.csv:2:kind: type d’adhésion inconnu « chaptre » ; vouliez-vous dire « chapter » (section) ?",
            en: "memberships.csv:2:kind: unknown kind of membership “chaptre”; did you mean “chapter”?"),
        CellError(
            "memberships.csv", "beta,alpha,", "gamma,alpha,",
            fr: "memberships.csv:2:member: organisme inconnu « gamma »",
            en: "memberships.csv:2:member: unknown organization “gamma”"),
        CellError(
            "memberships.csv", "general-knowledge,\n", "general-knowledge,\nbeta,alpha,member,,,general-knowledge,\n",
            fr: "memberships.csv:3: la ligne 2 dit déjà la même chose",
            en: "memberships.csv:3: row 2 says the same already"),
    ]

    static let tables: [CellError] = [
        CellError(
            "organizations.csv", ",territory,", ",,",
            fr: "organizations.csv:1: la colonne « territory » manque",
            en: "organizations.csv:1: the column “territory” is missing"),
        CellError(
            "organizations.csv", ",city,", ",citi,",
            fr:
                "organizations.csv:1:citi: colonne inconnue « citi » ; si elle est privée, nommez-la sous « private » dans publication.yaml ; vouliez-vous dire « city » ?",
            en:
                "organizations.csv:1:citi: unknown column “citi”; if it is private, name it under “private” in publication.yaml; did you mean “city”?"
        ),
        CellError(
            "organizations.csv", ",city,", ",acronym,",
            fr: "organizations.csv:1:acronym: la colonne « acronym » figure deux fois",
            en: "organizations.csv:1:acronym: the column “acronym” stands there twice"),
        CellError(
            "organizations.csv", "Bêta,", "\"Bêta,",
            fr: "organizations.csv:3:name_fr: guillemet (\") ouvert et jamais fermé (ligne 4 du fichier texte)",
            en: "organizations.csv:3:name_fr: quote (\") opened and never closed (line 4 of the text file)"),
        CellError(
            "organizations.csv", "Bêta,", "\"Bê\"ta,",
            fr:
                "organizations.csv:3:name_fr: texte après le guillemet fermant ; doublez les guillemets à l’intérieur d’une cellule (\"\") (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3:name_fr: text after the closing quote; double the quotes inside a cell (\"\") (line 4 of the text file)"
        ),
        CellError(
            "organizations.csv", "Bêta,", "Bê\"ta,",
            fr:
                "organizations.csv:3:name_fr: guillemet (\") dans une cellule qui ne commence pas par un guillemet ; mettez toute la cellule entre guillemets et doublez celui-ci (\"\") (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3:name_fr: quote (\") in a cell that does not begin with one; quote the whole cell and double this one (\"\") (line 4 of the text file)"
        ),
        CellError(
            "organizations.csv", "Bêta,", "Bêta,,",
            fr:
                "organizations.csv:3: 24 cellules au lieu de 23 ; une virgule dans une cellule demande des guillemets (ligne 4 du fichier texte)",
            en:
                "organizations.csv:3: 24 cells instead of 23; a comma inside a cell needs quotes around it (line 4 of the text file)"
        ),
    ]
}

@Suite struct DirectoryErrorTests {
    @Test func theFixtureItselfHasNoError() {
        #expect(Directory.load(files: FixtureDirectory.files).errors.map { $0.text(in: .english) } == [])
    }

    @Test(
        arguments: CellError.words + CellError.names + CellError.conditionsAndCodes + CellError.addressesAndDates
            + CellError.ends + CellError.optionalTables + CellError.tables)
    func anErrorNamesItsCellAndTheCure(_ error: CellError) {
        let files = FixtureDirectory.replacing(error.old, with: error.new, in: error.file)
        let loading = Directory.load(files: files)
        #expect(loading.directory == nil)
        // No-break spaces look like spaces here, so that the expected lines can be typed.
        let french = loading.errors.map { $0.text(in: .french).withPlainSpaces.withoutChoices }
        let english = loading.errors.map { $0.text(in: .english).withoutChoices }
        #expect(french.contains(error.french), "\(french)")
        #expect(english.contains(error.english), "\(english)")
    }

    @Test func everyProblemIsFoundInOneRunAndSorted() {
        var files = FixtureDirectory.files
        files["organizations.csv"] = Array(
            FixtureDirectory.organizations.replacing("awareness", "awarenes").replacing(
                "Québec,,,,,", "Québec,,,soon,,"
            )
            .replacing(",cancer,", ",,").utf8)
        files["conditions.csv"] = Array(FixtureDirectory.conditions.replacing("OMIM:100011", "OMIM:1").utf8)
        files["publication.yaml"] = Array(FixtureDirectory.publication.replacing("2026-01-31", "soon").utf8)
        #expect(
            Directory.load(files: files).errors.map { $0.text(in: .english).withoutChoices } == [
                "conditions.csv:2:omim: malformed OMIM code “OMIM:1”; write for example OMIM:219700",
                "organizations.csv:2:roles: unknown role “awarenes”; did you mean “awareness” (public awareness)?",
                "organizations.csv:3:scope: the cell is empty; a value is needed (line 4 of the text file)",
                "organizations.csv:3:founded: malformed year “soon”; write 1999 or 1999-03-25 (line 4 of the text file)",
                "publication.yaml:14:issued: malformed date “soon”; write for example 2024-05-31",
            ])
    }

    @Test func aMissingTableAndAMisspeltOneAreErrors() {
        var files = FixtureDirectory.files
        files["conditions.csv"] = nil
        files["programes.csv"] = files.removeValue(forKey: "programmes.csv")
        #expect(
            Directory.load(files: files).errors.map { $0.text(in: .english).withoutChoices } == [
                "conditions.csv: the file is missing; the table “conditions.csv” is needed",
                "programes.csv: unknown table “programes.csv”; did you mean “programmes.csv”?",
            ])
    }

    @Test func bytesThatAreNoTextAreAnError() {
        var files = FixtureDirectory.files
        files["organizations.csv"] = Array(FixtureDirectory.organizations.utf8) + [0xE9]
        #expect(
            Directory.load(files: files).errors.map { $0.text(in: .french).withPlainSpaces } == [
                "organizations.csv:4: l’octet 0xE9 n’est pas du texte : le fichier est en UTF-8, mais endommagé à cet endroit ; retapez le mot (ligne 5 du fichier texte)"
            ])
        files["organizations.csv"] = [0x61, 0x81]
        #expect(
            Directory.load(files: files).errors.map { $0.text(in: .english) } == [
                "organizations.csv:1: byte 0x81 is no text; save the sheet as CSV (UTF-8)"
            ])
    }

    @Test func warningsAreListedApart() throws {
        let files = FixtureDirectory.replacing("Alpha Québec", with: " Alpha Québec ", in: "organizations.csv")
        let loading = Directory.load(files: files)
        #expect(loading.errors.isEmpty)
        #expect(loading.directory?.organizations.first?.names.french == "Alpha Québec")
        #expect(
            loading.warnings.map { $0.text(in: .english) } == [
                "organizations.csv:2:name_fr: blanks at the beginning or end of “Alpha Québec”, removed",
                "organizations.csv:3:name_en: no English name (line 4 of the text file)",
                "organizations.csv:3:website: no website (line 4 of the text file)",
                "organizations.csv:3:roles: no known role (line 4 of the text file)",
            ])
    }

    @Test func aWindowsSheetWithSemicolonsReadsAsTheSameDirectory() throws {
        let text =
            "id;name_fr;name_en;conditions;conditions_fr;scope;territory;roles;source\r\n"
            + "alpha;Alpha Québec;;first disease;première maladie;rare;Montréal;awareness;general-knowledge\r\n"
        var files = FixtureDirectory.files.filter { ["conditions.csv", "publication.yaml"].contains($0.key) }
        files["organizations.csv"] = text.unicodeScalars.map { UInt8($0.value) }
        let organization = try #require(Directory.load(files: files).directory?.organizations.first)
        #expect(organization.names.french == "Alpha Québec")
        #expect(organization.territories.map(\.id) == ["06"])
    }
}

extension String {
    /// The text with the first place of another exchanged.
    func replacing(_ old: String, _ new: String) -> String {
        range(of: old).map { replacingCharacters(in: $0, with: new) } ?? ""
    }

    /// The text without the words of a closed list that may follow it.
    var withoutChoices: String {
        let starts = [". Choix possibles", " Choix possibles", ". Choose among", " Choose among"]
            .compactMap { range(of: $0)?.lowerBound }
        return starts.min().map { String(self[..<$0]) } ?? self
    }

    /// The text with plain spaces for no-break ones.
    var withPlainSpaces: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }))
    }
}
