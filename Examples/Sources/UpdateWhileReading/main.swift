import LinkedData

// One task reads a store while another changes it: each read sees the statements of one moment.
let store = RDFStore()
try await store.update("INSERT DATA { <urn:counter> <urn:value> 0 }")

let writer = Task {
    for number in 1...100 {
        try await store.update(
            "DELETE WHERE { <urn:counter> <urn:value> ?old } ; INSERT DATA { <urn:counter> <urn:value> \(number) }")
    }
}
var last = 0
while last < 100 {
    let rows = try await store.select("<urn:counter> <urn:value> ?value").all()
    let value = rows.first?["value", as: Int.self] ?? -1
    precondition(rows.count == 1 && value >= last, "a read sees one value, and no older one than the last read")
    last = value
}
try await writer.value
print("read up to \(last)")
