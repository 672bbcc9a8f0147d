internal import JSONText
internal import RDFCanon
internal import RDFModel

/// A difference for programs.
///
/// ```json
/// {
///   "isomorphic": false,
///   "old": { "source": "before.ttl", "statements": 12 },
///   "new": { "source": "after.ttl", "statements": 12 },
///   "removed": 1,
///   "added": 1,
///   "entities": [
///     {
///       "subject": { "type": "uri", "value": "https://example.org/a" },
///       "label": "A",
///       "change": "changed",
///       "properties": [
///         {
///           "graph": null,
///           "predicate": "https://example.org/founded",
///           "removed": [{ "type": "literal", "value": "1960" }],
///           "added": [{ "type": "literal", "value": "1961" }]
///         }
///       ]
///     }
///   ]
/// }
/// ```
///
/// Terms have the form of SPARQL's JSON results. `label` is in the language of the run where there is one, or `null`.
/// `change` is `added`, `removed` or `changed`. A blank node that both datasets have bears its old label; one that only
/// the new dataset has bears a label that the old one has not.
/// - Spec: <https://www.w3.org/TR/sparql12-results-json/#select-encode-terms>
struct DifferenceJSON {
    /// The document, UTF-8.
    let bytes: [UInt8]

    init(_ difference: DatasetDifference, old: String, new: String) {
        let entities = difference.entities()
        let names = EntityNames(difference, entities)
        var document = JSONObject()
        document["isomorphic"] = .bool(difference.isEmpty)
        document["old"] = Self.dataset(old, difference.count(of: .old))
        document["new"] = Self.dataset(new, difference.count(of: .new))
        document["removed"] = .number(JSONNumber(difference.removed.count))
        document["added"] = .number(JSONNumber(difference.added.count))
        document["entities"] = .array(entities.map { Self.value($0, names) })
        bytes = JSONWriter(layout: .pretty).bytes(.object(document)) + [UInt8(ascii: "\n")]
    }

    private static func dataset(_ source: String, _ count: Int) -> JSONValue {
        ["source": .string(source), "statements": .number(JSONNumber(count))]
    }

    private static func value(_ entity: EntityDifference, _ names: EntityNames) -> JSONValue {
        [
            "subject": value(entity.subject), "label": names.label(of: entity.subject).map { .string($0) } ?? .null,
            "change": .string(entity.change.rawValue),
            "properties": .array(
                entity.properties.map { property in
                    [
                        "graph": property.graph.term.map(value) ?? .null,
                        "predicate": .string(property.predicate.string),
                        "removed": .array(property.removed.map(value)), "added": .array(property.added.map(value)),
                    ]
                }),
        ]
    }

    private static func value(_ term: Term) -> JSONValue {
        switch term {
        case .iri(let iri): return ["type": "uri", "value": .string(iri.string)]
        case .blankNode(let node): return ["type": "bnode", "value": .string(node.label)]
        case .literal(let literal):
            var object = JSONObject()
            object["type"] = "literal"
            object["value"] = .string(literal.lexicalForm)
            switch literal.kind {
            case .languageTagged(let tag, let direction):
                object["xml:lang"] = .string(tag)
                if let direction { object["its:dir"] = .string(direction.rawValue) }
            case .typed(let datatype):
                if datatype != XSD.string { object["datatype"] = .string(datatype.string) }
            }
            return .object(object)
        case .tripleTerm(let triple):
            return [
                "type": "triple",
                "value": [
                    "subject": value(triple.subject), "predicate": value(.iri(triple.predicate)),
                    "object": value(triple.object),
                ],
            ]
        }
    }
}
