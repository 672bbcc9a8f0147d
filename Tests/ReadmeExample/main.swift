import LinkedData

// Open a store, and load what a file holds.
let store = RDFStore()
try await store.load(file: "exports/directory.ttl")

// The rows of a query as Swift values. Well-known prefixes need no declaration.
let funders = try await store.select(
    """
    SELECT ?name {
      ?org lys:playsRole <https://w3id.org/lys/role/research-funding> ; skos:prefLabel ?name
      FILTER(LANG(?name) = "fr")
    } ORDER BY ?name
    """)
for try await row in funders { print(row["name", as: String.self] ?? "") }

// A value for a variable of the query, which is never pasted into its text.
let role = Term.iri(try IRI("https://w3id.org/lys/role/research-funding"))
print(try await store.ask("ASK { ?org lys:playsRole ?role }", binding: ["role": role]))

// The bytes of an answer, as a server sends them.
let count = "SELECT (COUNT(?org) AS ?count) { ?org lys:playsRole ?role }"
for try await piece in try await store.snapshot.answer(count, as: .csv, binding: ["role": role]) {
    print(String(decoding: piece, as: UTF8.self))
}

// An update, all or nothing; those who read go on with the snapshot that they have.
print(try await store.update("DELETE WHERE { ?org <https://schema.org/url> ?page }").deleted)
