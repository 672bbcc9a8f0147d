internal import Localization
internal import RDFModel

/// The themes of the European authority table, with the labels that it gives them.
///
/// DCAT-AP wants a label beside each theme, and portals show it.
enum EuropeanTheme: String, CaseIterable {
    case agriculture = "AGRI"
    case economy = "ECON"
    case education = "EDUC"
    case energy = "ENER"
    case environment = "ENVI"
    case government = "GOVE"
    case health = "HEAL"
    case international = "INTR"
    case justice = "JUST"
    case regions = "REGI"
    case society = "SOCI"
    case science = "TECH"
    case transport = "TRAN"

    /// The theme that an IRI names, if it is one of the table.
    init?(_ iri: IRI) {
        guard iri.string.hasPrefix(EuropeanAuthority.themes.string + "/") else { return nil }
        self.init(rawValue: String(iri.string.dropFirst(EuropeanAuthority.themes.string.utf8.count + 1)))
    }

    /// The label of the theme.
    var label: Texts {
        switch self {
        case .agriculture:
            Texts(
                fr: "Agriculture, pêche, sylviculture et alimentation", en: "Agriculture, fisheries, forestry and food")
        case .economy: Texts(fr: "Économie et finances", en: "Economy and finance")
        case .education: Texts(fr: "Éducation, culture et sport", en: "Education, culture and sport")
        case .energy: Texts(fr: "Énergie", en: "Energy")
        case .environment: Texts(fr: "Environnement", en: "Environment")
        case .government: Texts(fr: "Gouvernement et secteur public", en: "Government and public sector")
        case .health: Texts(fr: "Santé", en: "Health")
        case .international: Texts(fr: "Questions internationales", en: "International issues")
        case .justice:
            Texts(
                fr: "Justice, système juridique et sécurité publique", en: "Justice, legal system and public safety")
        case .regions: Texts(fr: "Régions et villes", en: "Regions and cities")
        case .society: Texts(fr: "Population et société", en: "Population and society")
        case .science: Texts(fr: "Science et technologie", en: "Science and technology")
        case .transport: Texts(fr: "Transports", en: "Transport")
        }
    }
}
