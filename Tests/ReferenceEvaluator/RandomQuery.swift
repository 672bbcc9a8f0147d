public import RDFModel

/// A small dataset and a query, made from a number: the same number makes the same pair.
public struct RandomQuery: Sendable {
    /// The number.
    public let seed: UInt64
    /// The statements.
    public let quads: [Quad]
    /// The query.
    public let text: String
    /// Whether the order of rows of equal keys, and so which of them LIMIT keeps, is anyone's choice.
    public let isSliced: Bool
    /// Whether it says what only SPARQL 1.2 can say.
    public let usesRDF12: Bool

    /// The prefixes of the texts.
    public static let prefixes = """
        PREFIX : <http://example.org/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

        """
}

/// What a variable of a random query stands for, so that expressions over it are mostly no errors.
enum RandomKind: CaseIterable {
    case node, number, text, moment, boolean, graph, tripleTerm, any
}

/// Draws from a seed.
struct RandomSource {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 31) % UInt64(limit))
    }

    mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(below: choices.count)] }
}

/// The statements of random datasets. Numbers have canonical forms, and no two of a pool the same value, so that stores
/// that keep values only answer the same.
enum RandomData {
    static let namespace = "http://example.org/"

    static func iri(_ name: String) -> IRI { IRI(unchecked: namespace + name) }

    static let numbers: [Literal] = [
        Literal("1", datatype: XSD.integer), Literal("2", datatype: XSD.integer),
        Literal("-3", datatype: XSD.integer), Literal("0", datatype: XSD.integer),
        Literal("10", datatype: XSD.integer), Literal("1.5", datatype: XSD.decimal),
        Literal("-0.5", datatype: XSD.decimal), Literal("2.25", datatype: XSD.decimal),
        Literal("2.5", datatype: XSD.decimal), Literal("7.5E0", datatype: XSD.double),
        Literal("-1.25E1", datatype: XSD.double), Literal("4.5", datatype: XSD.float),
    ]
    static let texts: [Literal] = [
        Literal("abc"), Literal("ab"), Literal(""), Literal("Été"), Literal("a b"), Literal("abcab"), Literal("B"),
        Literal("12"), Literal("abc", language: "en"), Literal("chat", language: "fr"),
        Literal("abc", language: "en-gb"), Literal("cab", language: "en"), Literal("ÀB", language: "fr"),
    ]
    static let directed: [Literal] = [
        Literal("abc", language: "ar", direction: .rightToLeft),
        Literal("abc", language: "en", direction: .leftToRight),
    ]
    static let moments: [Literal] = [
        "2011-01-10T14:45:13.815-05:00", "2011-01-10T19:45:13.815Z", "2011-01-10T14:45:13", "2000-02-29T00:00:00Z",
        "1999-12-31T23:59:59.5+14:00", "2011-01-11T12:00:00",
    ].map { Literal($0, datatype: XSD.dateTime) }
    static let booleans = [Literal("true", datatype: XSD.boolean), Literal("false", datatype: XSD.boolean)]
    static let others = [Literal("x", datatype: iri("type")), Literal("none", datatype: XSD.integer)]

    /// The subjects and objects.
    static func node(_ source: inout RandomSource) -> Term {
        let number = source.number(below: 9)
        return number < 7
            ? .iri(iri(["a", "b", "c", "d", "e", "f", "g"][number])) : .blankNode(BlankNode("n\(number)"))
    }

    static func quads(_ source: inout RandomSource, usesRDF12: Bool) -> [Quad] {
        var quads: [Quad] = []
        let graphs: [GraphName] = [.defaultGraph, .defaultGraph, .defaultGraph, .iri(iri("g1")), .iri(iri("g2"))]
        for _ in 0..<12 + source.number(below: 16) {
            let subject = node(&source)
            let (property, object): (String, Term) =
                switch source.number(below: 13) {
                case 0...4: (source.pick(["p", "q", "r"]), node(&source))
                case 5, 6: ("n", .literal(source.pick(numbers)))
                case 7, 8: ("s", .literal(source.pick(texts)))
                case 9: ("d", .literal(source.pick(moments)))
                case 10: ("v", .literal(source.pick(booleans + others)))
                case 11 where usesRDF12: ("s", .literal(source.pick(directed)))
                case 12 where usesRDF12:
                    ("t", .tripleTerm(Triple(node(&source), iri(source.pick(["p", "q"])), node(&source))))
                default: ("p", node(&source))
                }
            quads.append(Quad(Triple(subject, iri(property), object), in: source.pick(graphs)))
        }
        // By which the blank nodes are told apart, whatever a store calls them.
        for label in ["n7", "n8"] {
            quads.append(
                Quad(Triple(.blankNode(BlankNode(label)), iri("label"), .literal(Literal("_:" + label)))))
        }
        return quads
    }

    static func kind(_ term: Term) -> RandomKind {
        switch term {
        case .iri, .blankNode: .node
        case .tripleTerm: .tripleTerm
        case .literal(let literal):
            switch literal.datatype {
            case XSD.integer, XSD.decimal, XSD.double, XSD.float: literal.lexicalForm == "none" ? .any : .number
            case XSD.string, RDF.langString, RDF.dirLangString: .text
            case XSD.dateTime: .moment
            case XSD.boolean: .boolean
            default: .any
            }
        }
    }

    /// A term as a query writes it.
    static func text(_ term: Term) -> String {
        switch term {
        case .iri(let iri): ":" + iri.string.dropFirst(namespace.count)
        case .blankNode: "[]"
        case .literal(let literal): literal.description
        case .tripleTerm(let triple):
            "<<( \(text(triple.subject)) \(text(.iri(triple.predicate))) \(text(triple.object)) )>>"
        }
    }
}
