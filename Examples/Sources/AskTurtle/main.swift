import LinkedData

// The roles in a directory, and how many organizations play each: AskTurtle exports/directory.ttl
let store = RDFStore()
try await store.load(file: CommandLine.arguments[1])

let query = """
    SELECT ?label (COUNT(?organization) AS ?count) {
      ?organization lys:playsRole ?role .
      ?role skos:prefLabel ?label FILTER(LANG(?label) = "en")
    } GROUP BY ?label ORDER BY DESC(?count) ?label
    """
for try await row in try await store.select(query) {
    print(row["count", as: Int.self] ?? 0, row["label", as: String.self] ?? "")
}
