internal import RDFModel

extension DirectoryMapping {
    /// An activity that a table of its own says, with its record.
    func quads(of activity: Activity, of organization: PatientOrganization, _ evidence: Evidence) -> [Quad] {
        let path = [organization.id, activity.role.rawValue, activity.condition].compactMap(\.self)
        let record = iris.record("activity", path.joined(separator: "/"))
        var graph = StatementBuilder(graph: record)
        let iri = add(activity, of: organization, to: &graph)
        addRecord(record, about: iri, evidence, to: &graph)
        return graph.quads
    }

    /// That an organization plays a role: a node, and while it is played, a shortcut from the organization to the role.
    ///
    /// No `prov:Activity`: PROV keeps those apart from entities, and only entities have sources.
    @discardableResult
    func add(_ activity: Activity, of organization: PatientOrganization, to graph: inout StatementBuilder) -> IRI {
        let iri = iris.activity(organization.id, activity.role, condition: activity.condition)
        graph.add(iri, types: LYS.activity)
        graph.add(iri, LYS.organization, iris.organization(organization.id))
        graph.add(iri, LYS.role, activity.role.iri)
        graph.add(iri, LYS.condition, activity.condition.map(iris.condition))
        for stakeholder in activity.stakeholders { graph.add(iri, LYS.stakeholder, stakeholder.iri) }
        graph.add(iri, LYS.since, date: activity.since)
        graph.add(iri, LYS.until, date: activity.until)
        if current.isPlayed(activity, by: organization) {
            graph.add(iris.organization(organization.id), LYS.playsRole, activity.role.iri)
        }
        return iri
    }
}
