/// A directory of patient organizations: all that the sheets say, checked and at rest.
///
/// Shape: every list is sorted by id in byte order, whatever the order of the sheets; every id that one value names is
/// that of another value of the directory.
public struct Directory: Sendable, Hashable, Codable {
    /// What is said about the whole.
    public let publication: Publication
    /// The organizations, by id.
    public let organizations: [PatientOrganization]
    /// The conditions, by id.
    public let conditions: [Condition]
    /// The territories that an organization may name: the standard list, or that of the directory's own.
    public let territories: TerritoryList
    /// The programmes, by id.
    public let programmes: [Programme]
    /// The consultations, by id.
    public let consultations: [Consultation]
    /// The memberships, by member and group.
    public let memberships: [Membership]

    /// Puts every list in its order; who calls has checked that all ids are good.
    init(
        sorting organizations: [PatientOrganization], _ conditions: [Condition], _ programmes: [Programme],
        _ consultations: [Consultation], _ memberships: [Membership], publication: Publication,
        territories: TerritoryList
    ) {
        func sorted<Value>(_ values: [Value], by id: (Value) -> String) -> [Value] {
            values.sorted { id($0).utf8.lexicographicallyPrecedes(id($1).utf8) }
        }
        self.publication = publication
        self.territories = territories
        self.organizations = sorted(organizations, by: \.id)
        self.conditions = sorted(conditions, by: \.id)
        self.programmes = sorted(programmes, by: \.id)
        self.consultations = sorted(consultations, by: \.id)
        self.memberships = sorted(memberships) { $0.member + "/" + $0.group }
    }

    /// Reads a directory that was coded.
    /// - Throws: `DecodingError` for what is malformed in itself, ``InvalidDirectory`` for what does not fit together.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            publication: values.decode(Publication.self, forKey: .publication),
            organizations: values.decode([PatientOrganization].self, forKey: .organizations),
            conditions: values.decode([Condition].self, forKey: .conditions),
            programmes: values.decode([Programme].self, forKey: .programmes),
            consultations: values.decode([Consultation].self, forKey: .consultations),
            memberships: values.decode([Membership].self, forKey: .memberships),
            territories: values.decode(TerritoryList.self, forKey: .territories))
    }
}
