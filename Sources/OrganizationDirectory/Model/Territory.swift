public import Localization
public import RDFModel

/// Where an organization works: an administrative region of Quebec, Quebec, or Canada.
/// - Spec: Décret concernant la révision des limites des régions administratives du Québec (RLRQ, c. D-11, r. 1).
public enum Territory: String, SchemeConcept {
    public static let scheme = "territory"

    case basSaintLaurent = "01"
    case saguenayLacSaintJean = "02"
    case capitaleNationale = "03"
    case mauricie = "04"
    case estrie = "05"
    case montreal = "06"
    case outaouais = "07"
    case abitibiTemiscamingue = "08"
    case coteNord = "09"
    case nordDuQuebec = "10"
    case gaspesieIlesDeLaMadeleine = "11"
    case chaudiereAppalaches = "12"
    case laval = "13"
    case lanaudiere = "14"
    case laurentides = "15"
    case monteregie = "16"
    case centreDuQuebec = "17"
    case quebec
    case canada

    /// The territory around this one.
    public var broader: Territory? {
        switch self {
        case .canada: nil
        case .quebec: .canada
        default: .quebec
        }
    }

    /// Whether it is one of the 17 regions.
    public var isRegion: Bool { self != .quebec && self != .canada }

    public var broaderIRI: IRI? { broader?.iri }
    public var notation: String? { isRegion ? rawValue : nil }

    /// The official name. Regions have one name, which is used in both languages.
    public var label: Texts {
        switch self {
        case .basSaintLaurent: Texts(both: "Bas-Saint-Laurent")
        case .saguenayLacSaintJean: Texts(both: "Saguenay–Lac-Saint-Jean")
        case .capitaleNationale: Texts(both: "Capitale-Nationale")
        case .mauricie: Texts(both: "Mauricie")
        case .estrie: Texts(both: "Estrie")
        case .montreal: Texts(both: "Montréal")
        case .outaouais: Texts(both: "Outaouais")
        case .abitibiTemiscamingue: Texts(both: "Abitibi-Témiscamingue")
        case .coteNord: Texts(both: "Côte-Nord")
        case .nordDuQuebec: Texts(both: "Nord-du-Québec")
        case .gaspesieIlesDeLaMadeleine: Texts(both: "Gaspésie–Îles-de-la-Madeleine")
        case .chaudiereAppalaches: Texts(both: "Chaudière-Appalaches")
        case .laval: Texts(both: "Laval")
        case .lanaudiere: Texts(both: "Lanaudière")
        case .laurentides: Texts(both: "Laurentides")
        case .monteregie: Texts(both: "Montérégie")
        case .centreDuQuebec: Texts(both: "Centre-du-Québec")
        case .quebec: Texts(fr: "Québec", en: "Quebec")
        case .canada: Texts(both: "Canada")
        }
    }

    /// The names by which a sheet may call it: the label in either language, and the number of a region.
    var sheetNames: [String] {
        let names = label.french == label.english ? [label.french] : [label.english, label.french]
        return isRegion ? names + [rawValue] : names
    }

    /// The territories by the names that a sheet may call them; canonical equivalence is meant, as for conditions.
    static let bySheetName = Dictionary(
        allCases.flatMap { territory in territory.sheetNames.map { ($0, territory) } }
    ) { first, _ in first }
}

extension Texts {
    /// A name that is the same in both languages.
    init(both name: String) { self.init(fr: name, en: name) }
}
