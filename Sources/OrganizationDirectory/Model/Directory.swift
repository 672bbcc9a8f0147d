/// A directory of patient organizations: all that the sheets say, checked and at rest.
///
/// Shape: every list is sorted by id in byte order, whatever the order of the sheets; every id that one value names is
/// that of another value of the directory.
public struct Directory: Sendable {
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
}
