internal import RDFModel

extension DirectoryMapping {
    /// That an organization belongs to another: a node, and while it lasts, a shortcut. Only a chapter is a part of the
    /// other.
    func quads(of membership: Membership) -> [Quad] {
        let iri = iris.membership(membership.member, membership.group)
        let record = iris.record("membership", membership.member + "/" + membership.group)
        let (member, group) = (iris.organization(membership.member), iris.organization(membership.group))
        var graph = StatementBuilder(graph: record)
        graph.add(iri, types: ORG.membership)
        graph.add(iri, ORG.member, member)
        graph.add(iri, ORG.organizationProperty, group)
        graph.add(iri, ORG.role, membership.kind.iri)
        graph.add(iri, LYS.since, date: membership.since)
        graph.add(iri, LYS.until, date: membership.until)
        if current.lasts(membership) {
            graph.add(member, ORG.memberOf, group)
            graph.add(member, Schema.memberOf, group)
            if membership.kind == .chapter { graph.add(member, ORG.subOrganizationOf, group) }
        }
        addRecord(record, about: iri, membership.evidence, to: &graph)
        return graph.quads
    }
}
