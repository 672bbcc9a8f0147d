import Foundation
import OrganizationDirectory
import RDFModel
import RDFSyntax
import SPARQLAlgebra
import SPARQLEngine
import TripleStore

// Open a store, and load what a file holds.
let bytes = [UInt8](try Data(contentsOf: URL(filePath: "exports/directory.ttl")))
var loader = BulkLoader()
try loader.beginDocument()
try RDFReader.read(bytes.span, format: .turtle, into: &loader)
let store = TripleStore(try loader.finish())

// A query with the builder; its rows as Swift values.
let org = Variable("org"), name = Variable("name")
let query = try SelectQuery {
    org.has(LYS.playsRole, Role.researchFunding.iri)
    org.has(SKOS.prefLabel, name)
    Filter(name.language .== "fr")
}
.select(org, name)
.orderBy(name)
.query

if case .solutions(let funders) = try QueryEngine(store.snapshot).execute(query) {
    try funders.forEach { row in print(row[name, as: String.self] ?? "") }
}

// The same with text.
let text = "SELECT ?role (COUNT(?org) AS ?count) { ?org lys:playsRole ?role } GROUP BY ?role"
let roles = try QueryParser.parse(text, options: .init(predeclaredPrefixes: CommonPrefixes.map))
if case .solutions(let counts) = try QueryEngine(store.snapshot).execute(roles) {
    try counts.forEach { row in
        let role = row[Variable("role"), as: IRI.self], count = row[Variable("count"), as: Int.self]
        print(role?.string ?? "", count ?? 0)
    }
}

// An update, all or nothing; those who read go on with the snapshot that they have.
let update = try QueryParser.parseUpdate("DELETE WHERE { ?org <https://schema.org/url> ?page }")
print(try UpdateEngine(store).execute(update).changes.deleted)
