public import RDFModel

/// Small datasets with everything that makes a writer stumble: shared and circular blank nodes, lists whole and
/// broken, odd names, odd numbers, controls, triple terms.
public struct RandomGraphs {
    private var generator: SeededGenerator
    /// Whether triple terms and base directions may come.
    public var usesRDF12 = true

    public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    /// The prefixes that make the names short, one of them a part of another.
    public static let prefixes: PrefixMap = [
        "ex": IRI(unchecked: "http://example.org/"), "exa": IRI(unchecked: "http://example.org/a/"),
        "": IRI(unchecked: "http://example.org/ns#"), "xsd": IRI(unchecked: XSD.namespace),
        "rdf": IRI(unchecked: RDF.namespace), "unused": IRI(unchecked: "http://unused.example/"),
        "bad prefix": IRI(unchecked: "http://example.org/a/b/"),
    ]

    private mutating func iri() -> IRI {
        let names = [
            "a", "a/b", "a/", "ns#x", "ns#", "ns#-x", "a/b.c", "a/b.", "a/.b", "1", "a/é", "a/b%20c", "a/(x)", "a/b:c",
            "?q=1&r='", "a//b", "a/../b", "a/b/c", "~tilde", "a,b;c",
        ]
        return chance(5)
            ? IRI(unchecked: pick(["urn:x:y", "urn:x", "mailto:a@b", "x:"]))
            : IRI(unchecked: "http://example.org/" + pick(names))
    }

    private mutating func node() -> BlankNode {
        BlankNode(pick(["a", "b0", "c-d", "_x", "1", "b 2", "hex-62", "é", "a.b", "-a"]))
    }

    private mutating func literal() -> Literal {
        let texts = [
            "", "a", "\"", "\\", "\n", "\r\n", "\t", "\u{0}", "\u{1F}\u{7F}", "'''", "\"\"\"", "é😀", "\u{FFFE}\u{FFFF}",
            "a\\",
            "\u{EFFF}\u{F8FF}", "line one\nline two", "@en", "^^", " ", "\u{300}", "\u{8}\u{C}",
        ]
        let numbers = [
            "1", "-1", "+1", "01", "1.", ".5", "1.5", "-.5e3", "1e0", "1E+5", "1.e5", "INF", "NaN", "0x10", "true",
            "TRUE",
            "false", "e", "+", "", "1 ", "--1", "1e", "999999999999999999999999999",
        ]
        switch Int.random(in: 0..<6, using: &generator) {
        case 0, 1: return Literal(pick(texts))
        case 2: return Literal(pick(texts), language: pick(["en", "fr-CA", "de-x-a1"]))
        case 3 where usesRDF12:
            return Literal(pick(texts), language: "ar", direction: pick([.leftToRight, .rightToLeft]))
        case 4: return Literal(pick(texts), datatype: iri())
        default:
            return Literal(
                pick(numbers), datatype: pick([XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.float]))
        }
    }

    private mutating func subject() -> Term { chance(60) ? .blankNode(node()) : .iri(iri()) }

    private mutating func predicate() -> IRI {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: RDF.first
        case 1: RDF.rest
        case 2: RDF.type
        default: iri()
        }
    }

    private mutating func object(depth: Int = 0) -> Term {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...3: .blankNode(node())
        case 4: .iri(iri())
        case 5: .iri(RDF.nil)
        case 6 where usesRDF12 && depth < 3: .tripleTerm(Triple(subject(), predicate(), object(depth: depth + 1)))
        default: .literal(literal())
        }
    }

    /// A well-made list, whose head is sometimes used, sometimes shared, sometimes not mentioned.
    private mutating func list(number: Int) -> [Triple] {
        let count = Int.random(in: 1...4, using: &generator)
        var triples: [Triple] = []
        for index in 0..<count {
            let cell = Term.blankNode(BlankNode("list\(number)-\(index)"))
            let next = index + 1 < count ? Term.blankNode(BlankNode("list\(number)-\(index + 1)")) : .iri(RDF.nil)
            let item =
                chance(20) ? Term.blankNode(BlankNode("list\(Int.random(in: 0..<3, using: &generator))-0")) : object()
            triples.append(Triple(cell, RDF.first, item))
            triples.append(Triple(cell, RDF.rest, next))
            if chance(5) { triples.append(Triple(cell, RDF.type, .iri(RDF.list))) }
        }
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            triples.append(Triple(subject(), iri(), .blankNode(BlankNode("list\(number)-0"))))
        }
        return triples
    }

    /// A dataset; of the default graph alone where told.
    public mutating func quads(namedGraphs: Bool) -> [Quad] {
        var quads: [Quad] = []
        let graphs: [GraphName] = [.defaultGraph, .defaultGraph, .iri(iri()), .blankNode(node())]
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            quads.append(Quad(Triple(subject(), predicate(), object()), in: namedGraphs ? pick(graphs) : .defaultGraph))
        }
        for number in 0..<Int.random(in: 0...3, using: &generator) {
            let graph = namedGraphs ? pick(graphs) : .defaultGraph
            quads += list(number: number).map { Quad($0, in: graph) }
        }
        return quads
    }
}
