internal import Localization
internal import RDFModel

/// The lists of the European Publications Office from which `publication.yaml` takes its frequency and its themes.
enum AuthorityLists {
    private static let authority = "http://publications.europa.eu/resource/authority/"

    private static func list(_ name: String, _ words: [(code: String, fr: String, en: String)]) -> ClosedList<IRI> {
        ClosedList(
            words.map { word in
                .init(
                    code: word.code, label: Texts(fr: word.fr, en: word.en),
                    value: IRI(unchecked: authority + name + "/" + word.code))
            })
    }

    /// How often a dataset changes.
    static let frequencies = list(
        "frequency",
        [
            ("CONT", "en continu", "continuous"), ("DAILY", "chaque jour", "daily"),
            ("WEEKLY", "chaque semaine", "weekly"), ("BIWEEKLY", "toutes les deux semaines", "biweekly"),
            ("MONTHLY", "chaque mois", "monthly"), ("BIMONTHLY", "tous les deux mois", "bimonthly"),
            ("QUARTERLY", "chaque trimestre", "quarterly"), ("ANNUAL_3", "trois fois par an", "three times a year"),
            ("ANNUAL_2", "deux fois par an", "semiannual"), ("ANNUAL", "chaque année", "annual"),
            ("BIENNIAL", "tous les deux ans", "biennial"), ("TRIENNIAL", "tous les trois ans", "triennial"),
            ("IRREG", "irrégulièrement", "irregular"), ("NEVER", "jamais", "never"),
            ("UNKNOWN", "inconnue", "unknown"), ("OTHER", "autre", "other"),
        ])

    /// What a dataset is about.
    static let themes = list(
        "data-theme",
        [
            ("HEAL", "santé", "health"), ("SOCI", "population et société", "population and society"),
            ("GOVE", "gouvernement et secteur public", "government and public sector"),
            ("TECH", "science et technologie", "science and technology"),
            ("EDUC", "éducation, culture et sport", "education, culture and sport"),
            ("JUST", "justice, système juridique et sécurité publique", "justice, legal system and public safety"),
            ("REGI", "régions et villes", "regions and cities"),
            ("ECON", "économie et finances", "economy and finance"),
            ("ENVI", "environnement", "environment"), ("ENER", "énergie", "energy"),
            ("TRAN", "transports", "transport"),
            ("AGRI", "agriculture, pêche, sylviculture et alimentation", "agriculture, fisheries, forestry and food"),
            ("INTR", "questions internationales", "international issues"),
        ])
}
