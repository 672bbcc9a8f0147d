public import RDFModel

/// The IRIs of everything that a directory names, all under its base.
///
/// Slugs are ASCII letters, digits and hyphens, so nothing needs to be percent-encoded.
public struct DirectoryIRIs: Sendable {
    /// The base; ends with `/`.
    public let base: IRI

    /// The IRIs under a base.
    public init(base: IRI) { self.base = base }

    private func under(_ path: String...) -> IRI { IRI(unchecked: base.string + path.joined(separator: "/")) }

    /// The graph of what belongs to no row: schemes, sources, the dataset.
    public var datasetGraph: IRI { under("graph", "dataset") }
    /// The scheme of all conditions.
    public var conditions: IRI { under("conditions") }

    /// A patient organization.
    public func organization(_ id: String) -> IRI { under("organization", id) }
    /// A condition.
    public func condition(_ id: String) -> IRI { under("condition", id) }
    /// The row of a table that is about something: `organization`, `condition`, …
    public func record(_ table: String, _ id: String) -> IRI { under("record", table, id) }
    /// That an organization plays a role.
    public func activity(_ organization: String, _ role: Role, condition: String?) -> IRI {
        under((["activity", organization, role.rawValue] + [condition].compactMap(\.self)).joined(separator: "/"))
    }
    /// That an organization speaks for a condition.
    public func representation(_ organization: String, _ condition: String) -> IRI {
        under("representation", organization, condition)
    }
    /// The office of an organization.
    public func site(_ organization: String) -> IRI { under("site", organization) }
    /// The address of the office.
    public func address(_ organization: String) -> IRI { under("site", organization, "address") }
    /// The pages of an organization.
    public func website(_ organization: String) -> IRI { under("website", organization) }
    /// What a register calls an organization.
    public func identifier(_ organization: String, _ register: RegisteredIdentifier.Register) -> IRI {
        under("identifier", organization, register.rawValue.asciiLowercased)
    }
    /// A code of a system.
    public func code(_ code: Code) -> IRI { under("code", code.system.rawValue, code.localPart) }
    /// That an organization belongs to another.
    public func membership(_ member: String, _ group: String) -> IRI { under("membership", member, group) }
    /// A programme.
    public func programme(_ id: String) -> IRI { under("grant", id) }
    /// A consultation.
    public func consultation(_ id: String) -> IRI { under("consultation", id) }
    /// A territory: the concept of its list, or one of the directory's own.
    public func territory(_ territory: Territory) -> IRI { territory.ownIRI ?? under(Territory.scheme, territory.id) }
    /// A published work on which rows rest.
    public func source(_ attribution: String) -> IRI { under("source", attribution) }
}
