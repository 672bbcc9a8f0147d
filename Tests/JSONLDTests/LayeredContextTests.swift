import JSONLD
import JSONText
import TestSupport
import Testing

/// Contexts made from one another share their terms and the way back from IRIs to them; what comes of it must be what a
/// context of its own, with all the terms, comes to.
@Suite struct LayeredContextTests {
    private static let iris = (0..<5).map { "http://e/i\($0)" }

    /// A random definition of a term.
    private static func definition(_ random: inout SeededGenerator) -> JSONValue {
        var definition: JSONObject = ["@id": .string(iris.randomElement(using: &random) ?? "http://e/x")]
        switch Int.random(in: 0..<8, using: &random) {
        case 0: definition["@type"] = "@id"
        case 1: definition["@type"] = "http://e/T"
        case 2: definition["@language"] = "fr"
        case 3: definition["@language"] = .null
        case 4: definition["@container"] = "@list"
        case 5: definition["@container"] = "@set"
        case 6: definition["@prefix"] = true
        default: return definition["@id"] ?? .null
        }
        return .object(definition)
    }

    private static func context(_ random: inout SeededGenerator, terms: Int, nulls: Bool) -> JSONObject {
        var context: JSONObject = [:]
        for _ in 0..<terms {
            let name = "t\(Int.random(in: 0..<12, using: &random))"
            context[name] = nulls && Bool.random(using: &random) ? .null : definition(&random)
        }
        if Bool.random(using: &random) { context["@language"] = Bool.random(using: &random) ? "fr" : "en" }
        return context
    }

    /// Nodes whose values are of every kind.
    private static func node(_ random: inout SeededGenerator) -> JSONObject {
        var node: JSONObject = ["@id": "http://e/node"]
        for iri in iris {
            let values: [JSONValue] = [
                ["@id": "http://e/i1suffix"], ["@value": "x"], ["@value": "x", "@language": "fr"],
                ["@value": "x", "@language": "en"], ["@value": "x", "@type": "http://e/T"],
                ["@list": [["@value": "x"]]],
                ["@value": 1],
            ]
            node[iri] = .array(values.filter { _ in Bool.random(using: &random) })
        }
        return node
    }

    @Test func aContextInsideAnotherFindsTheTermsThatOneOfItsOwnFinds() throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let outer = Self.context(&random, terms: 12, nulls: false)
            let middle = Self.context(&random, terms: 4, nulls: true)
            let inner = Self.context(&random, terms: 4, nulls: true)
            let node = JSONValue.object(Self.node(&random))
            // The same node below two properties, each of which brings a context, and the contexts one after another.
            var scoped = outer
            scoped["p"] = ["@id": "http://e/p", "@context": .object(middle)]
            var within = middle
            within["q"] = ["@id": "http://e/q", "@context": .object(inner)]
            scoped["p"] = ["@id": "http://e/p", "@context": .object(within)]
            let document: JSONValue = [
                ["@id": "http://e/a", "http://e/p": [["@id": "http://e/b", "http://e/q": [node]]]]
            ]
            let processor = JSONLDProcessor()
            let layered = try? processor.compact(document, context: .object(scoped))
            let flat = try? processor.compact(
                [node], context: .array([.object(outer), .object(middle), .object(inner)]))
            // A term may be confused with an IRI in the whole document and not in the part.
            guard let layered, var expected = flat?.object else { continue }
            expected.removeValue(of: "@context")
            let found = layered["p"]?["q"] ?? layered["p"]?["http://e/q"]
            #expect(found == .object(expected), "seed \(seed): \(layered)")
        }
    }

    /// Beyond a few dozen, prefixes are found by their lengths.
    @Test func manyPrefixesAreFoundAsFewAre() throws {
        var context: JSONObject = [:]
        for number in 0..<300 { context["n\(number)"] = .string("http://e/\(number)/") }
        context["short"] = ["@id": "http://e/1", "@prefix": true]
        context["a"] = "http://e/17/b/"
        let names = [
            "http://e/1/x": "n1:x", "http://e/17/x": "n17:x", "http://e/17/b/x": "a:x",
            "http://e/299/": "http://e/299/",
            "http://e/299//x": "n299:/x", "http://e/299///x": "http://e/299///x", "http://e/1x": "short:x",
            "http://o/x": "http://o/x",
        ]
        for (id, name) in names {
            let compacted = try JSONLDProcessor().compact(
                [["@id": .string(id), "http://p/q": [["@value": 1]]]], context: .object(context))
            #expect(compacted["@id"] == .string(name), "\(id)")
        }
    }

    @Test func aTypeWithAContextOfItsOwnHidesTermsForItsNodesAlone() throws {
        let context: JSONValue = [
            "name": "http://e/name",
            "T": ["@id": "http://e/T", "@context": ["name": .null, "title": "http://e/name"]],
        ]
        let nodes: JSONValue = [
            ["@id": "http://e/1", "@type": ["http://e/T"], "http://e/name": [["@value": "x"]]],
            ["@id": "http://e/2", "http://e/name": [["@value": "y"]]],
        ]
        let compacted = try JSONLDProcessor().compact(nodes, context: context)
        let expected: JSONValue = [
            ["@id": "http://e/1", "@type": "T", "title": "x"], ["@id": "http://e/2", "name": "y"],
        ]
        #expect(compacted["@graph"] == expected)
    }

    /// A chain of contexts is as long as a node has types, and no deeper to let go of.
    @Test func aNodeOfManyTypesWithContextsIsRead() throws {
        var context: JSONObject = [:]
        var node: JSONObject = ["@type": .array((0..<4000).map { .string("T\($0)") })]
        for number in 0..<4000 {
            context["T\(number)"] = [
                "@id": .string("http://e/T\(number)"), "@context": ["y\(number)": .string("http://e/y\(number)")],
            ]
        }
        node["y3999"] = "x"
        node["@context"] = .object(context)
        let expanded = try JSONLDProcessor().expand(.object(node))
        #expect(expanded.array?.first?["http://e/y3999"] == [["@value": "x"]])
        let compacted = try JSONLDProcessor().compact(expanded, context: .object(context))
        #expect(compacted["y3999"] == "x")
    }
}
