internal import ByteText
public import Localization
public import RDFModel

/// Where an organization works: a region, a country, or another part of the world, as a list of territories names it.
///
/// The list is data: `vocab/territories.ttl` has the 17 administrative regions of Quebec, Quebec and Canada, and a
/// directory of elsewhere brings its own in `territories.csv`.
public struct Territory: Sendable, Hashable, Codable {
    /// The last part of the IRI: `01`, `quebec`, `wallonie`.
    public let id: String
    /// The concept; `nil` where the directory's own base stands before the id.
    public let ownIRI: IRI?
    /// The name in each language; the same in both where it has one.
    public let label: Texts
    /// Other names by which a sheet may call it.
    public let otherNames: [String]
    /// The official number of a region.
    public let notation: String?
    /// The id of the territory around it.
    public let broader: String?

    /// A territory.
    public init(
        id: String, ownIRI: IRI? = nil, label: Texts, otherNames: [String] = [], notation: String? = nil,
        broader: String? = nil
    ) {
        self.id = id
        self.ownIRI = ownIRI
        self.label = label
        self.otherNames = otherNames
        self.notation = notation
        self.broader = broader
    }

    /// The scheme of all territories, wherever their own IRIs stand.
    public static let scheme = "territory"
    /// Its IRI.
    public static let schemeIRI = IRI(unchecked: LYS.schemes + scheme)
}

/// The territories that a directory may name.
public struct TerritoryList: Sendable, Hashable, Codable {
    /// All of them, in the order of their source.
    public let all: [Territory]
    private let byID: [String: Territory]

    /// A list of territories.
    public init(_ territories: [Territory]) {
        all = territories
        byID = Dictionary(territories.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Reads the territories from an array.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([Territory].self))
    }

    /// Writes the territories as an array.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(all)
    }

    /// The territory of an id.
    public subscript(id: String) -> Territory? { byID[id] }

    /// The territories by whatever a sheet may call them: the name in either language, the id, the number with or
    /// without its zero, which sheet programs take away.
    var words: ClosedList<Territory> {
        ClosedList(
            all.map { territory in
                let number = territory.notation.map { [$0, String($0.drop { $0 == "0" })] } ?? []
                return .init(
                    code: territory.label.english, label: territory.label,
                    otherNames: number + [territory.id] + territory.otherNames,
                    value: territory)
            })
    }
}

extension Texts {
    /// A name that is the same in both languages.
    init(both name: String) { self.init(fr: name, en: name) }
}
