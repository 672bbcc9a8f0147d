import LinkedData
import Testing

struct JSONLDDocumentTests {
    private let text = """
        {"@context": {"name": "http://e/name", "knows": {"@id": "http://e/knows", "@type": "@id"}},
         "@graph": [{"@id": "http://e/a", "name": "A", "knows": "http://e/b"}, {"@id": "http://e/b", "name": "B"}]}
        """

    @Test func aDocumentIsExpandedAndCompacted() async throws {
        let document = try await JSONLDDocument(Array(text.utf8))
        let expanded = try await document.expanded()
        #expect(
            expanded.value == [
                [
                    "@id": "http://e/a", "http://e/name": [["@value": "A"]],
                    "http://e/knows": [["@id": "http://e/b"]],
                ],
                ["@id": "http://e/b", "http://e/name": [["@value": "B"]]],
            ])
        let compacted = try await expanded.compacted(with: ["@context": ["n": "http://e/name"]])
        #expect(try await compacted.expanded().value == expanded.value)
    }

    @Test func aFrameMakesTrees() async throws {
        let document = try await JSONLDDocument(Array(text.utf8))
        let framed = try await document.framed(by: [
            "@context": ["name": "http://e/name", "knows": "http://e/knows"], "knows": [:],
        ])
        #expect(
            framed.value == [
                "@context": ["name": "http://e/name", "knows": "http://e/knows"], "@id": "http://e/a", "name": "A",
                "knows": ["@id": "http://e/b", "name": "B"],
            ])
    }

    @Test func statementsGoThereAndBack() async throws {
        let document = try await JSONLDDocument(Array(text.utf8))
        let statements = try await document.statements()
        #expect(statements.count == 3)
        #expect(try await JSONLDDocument(statements: statements).statements().sorted() == statements.sorted())
    }

    /// A context is not fetched unless somebody says from where.
    @Test func contextsAreRefusedByDefault() async throws {
        let text = Array(#"{"@context": "http://e/context", "name": "x"}"#.utf8)
        let closed = try await JSONLDDocument(text)
        await #expect(throws: (any Error).self) { try await closed.expanded() }
        let loader = MemoryLoader(["http://e/context": ["@context": ["name": "http://e/name"]]])
        let open = try await JSONLDDocument(text, contexts: loader)
        #expect(try await open.expanded().value == [["http://e/name": [["@value": "x"]]]])
        await #expect(throws: (any Error).self) { try await JSONLDDocument(Array("{".utf8)) }
    }
}
