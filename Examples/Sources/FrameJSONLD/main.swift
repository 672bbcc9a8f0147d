import LinkedData

// The organizations of a file as trees of JSON: FrameJSONLD exports/directory.ttl
let store = RDFStore()
try await store.load(file: CommandLine.arguments[1])

let document = try await JSONLDDocument(statements: store.snapshot.quads)
let framed = try await document.framed(by: [
    "@context": [
        "name": ["@id": "http://www.w3.org/2004/02/skos/core#prefLabel", "@container": "@language"],
        "role": ["@id": "https://w3id.org/lys/ns#playsRole", "@type": "@id"],
    ],
    "@type": "https://w3id.org/lys/ns#PatientOrganization",
    "@explicit": true, "name": [:], "role": ["@embed": "@never"],
])
print(String(decoding: framed.bytes, as: UTF8.self))
