import ByteText
import RDFModel
import Testing
import TripleStore

@Suite struct LabelIndexTests {
    private static let labels = [
        "Sclérose en plaques", "Société canadienne de la sclérose en plaques", "Multiple sclerosis",
        "Œdème angioneurotique",
        "L’épilepsie au Québec", "Maladie de Charcot-Marie-Tooth", "SLA", "Sclérose latérale amyotrophique",
        "Fibrose kystique", "Straße der Ähren", "Sclérose",
    ]

    private func snapshot() throws -> (StoreSnapshot, TermID) {
        let label = IRI(unchecked: "http://www.w3.org/2004/02/skos/core#prefLabel")
        var loader = BulkLoader()
        try loader.insert(
            Self.labels.enumerated().map { number, text in
                Quad(
                    Triple(
                        .iri(IRI(unchecked: "urn:\(number)")), label, .literal(Literal(text, language: "fr"))))
            })
        let snapshot = try loader.finish()
        return (snapshot, try #require(snapshot.dictionary.id(of: .iri(label))))
    }

    @Test(arguments: [
        (
            "sclerose",
            [
                "Sclérose", "Sclérose en plaques", "Sclérose latérale amyotrophique",
                "Société canadienne de la sclérose en plaques",
            ]
        ),
        ("SCLÉROSE EN", ["Sclérose en plaques", "Société canadienne de la sclérose en plaques"]),
        ("plaques sclerose", ["Sclérose en plaques", "Société canadienne de la sclérose en plaques"]),
        ("oedeme", ["Œdème angioneurotique"]),
        ("epilepsie", ["L’épilepsie au Québec"]),
        ("l'epi", ["L’épilepsie au Québec"]),
        ("charcot marie tooth", ["Maladie de Charcot-Marie-Tooth"]),
        ("sla", ["SLA"]),
        ("strasse ahren", ["Straße der Ähren"]),
        ("kystque", ["Fibrose kystique"]),
        ("kytsique", ["Fibrose kystique"]),
        ("rotique", ["Œdème angioneurotique"]),
        ("nothing of the kind", []),
        ("", []),
        ("’ - ;", []),
    ])
    func labelsAreFoundBestFirst(_ text: String, _ expected: [String]) throws {
        let (snapshot, label) = try snapshot()
        let found = snapshot.search(text, predicates: [label])
        #expect(found.map { snapshot.dictionary.text($0.label) } == expected)
        #expect(snapshot.search(text, predicates: [label], limit: 1).count == min(1, expected.count))
    }

    /// The index belongs to the snapshot: it is made once, whoever asks, and the next snapshot has its own.
    @Test func theIndexIsMadeOnce() async throws {
        let (snapshot, label) = try snapshot()
        #expect(snapshot.memory.labels == 0)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { snapshot.search("sclerose", predicates: [label]).count } }
            for await count in group { #expect(count == 4) }
        }
        let memory = snapshot.memory.labels
        #expect(memory > 0)
        #expect(snapshot.search("fibrose", predicates: [label]).count == 1)
        #expect(snapshot.memory.labels == memory)
        // Another choice of properties is another index.
        #expect(snapshot.search("sclerose", predicates: []).isEmpty)
        let store = TripleStore(snapshot)
        let name = IRI(unchecked: "http://www.w3.org/2004/02/skos/core#prefLabel")
        try store.write { transaction in
            try transaction.insert(Quad(Triple(.iri(IRI(unchecked: "urn:new")), name, .literal(Literal("sclérose")))))
        }
        #expect(store.snapshot.memory.labels == 0)
        #expect(store.snapshot.search("sclerose", predicates: [label]).count == 5)
        #expect(snapshot.search("sclerose", predicates: [label]).count == 4)
    }

    @Test func foldingTakesComposedAndDecomposedTextAlike() {
        #expect(TextFolding.folded("E\u{301}PILEPSIE") == TextFolding.folded("épilepsie"))
        #expect(
            String(decoding: TextFolding.folded("  Łódź—Ångström, №5 Ǆ ế "), as: UTF8.self) == "lodz angstrom 5 ǆ e")
        #expect(TextFolding.folded([0xC3, 0x28, 0xFF, 0xF0, 0x9F].span) == [])
        #expect(TextFolding.folded("Ελλάδα") == Array("ελλάδα".utf8))
    }
}
