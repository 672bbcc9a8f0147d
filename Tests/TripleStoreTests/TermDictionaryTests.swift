import RDFModel
import Testing
import TripleStore

@Suite struct TermDictionaryTests {
    private func load(_ objects: [Term]) throws -> StoreSnapshot {
        var loader = BulkLoader()
        let (subject, predicate) = (Term.iri(IRI(unchecked: "urn:s")), IRI(unchecked: "urn:p"))
        try loader.insert(objects.map { Quad(Triple(subject, predicate, $0)) })
        return try loader.finish()
    }

    private func typed(_ text: String, _ datatype: IRI) -> Term { .literal(Literal(text, datatype: datatype)) }

    private func ids(_ terms: [Term], _ snapshot: StoreSnapshot) throws -> [TermID] {
        try terms.map { try #require(snapshot.dictionary.id(of: $0)) }
    }

    @Test func bitsSayTheKind() {
        for kind in TermID.Kind.allCases {
            for isComputed in [false, true] {
                let id = TermID(kind, index: 12345, isComputed: isComputed)
                #expect(id.kind == kind)
                #expect(id.index == 12345)
                #expect(id.isComputed == isComputed)
                #expect(id.isDefined)
                #expect(
                    [id.isBlankNode, id.isIRI, id.isLiteral, id.isTripleTerm]
                        == TermID.Kind.allCases.map { $0 == kind })
            }
        }
        #expect(!TermID.undefined.isDefined)
        #expect(!TermID.undefined.isBlankNode)
        #expect(TermID(.literal, index: TermID.maximumCount - 1).index == TermID.maximumCount - 1)
    }

    @Test func idsStandInTheOrderOfTerms() throws {
        let ordered: [Term] = [
            .blankNode(BlankNode("z")),
            .iri(IRI(unchecked: "http://example.org/")), .iri(IRI(unchecked: "http://example.org/a")),
            .iri(IRI(unchecked: "http://example.org/ab")), .iri(IRI(unchecked: "http://example.org/abcdefgh")),
            .iri(IRI(unchecked: "http://example.org/abcdefghi")), .iri(IRI(unchecked: "http://example.org/é")),
            typed("-INF", XSD.double), typed("-5", XSD.integer), typed("-0.5", XSD.decimal), typed("0", XSD.integer),
            typed("9007199254740992", XSD.integer), typed("9007199254740993", XSD.integer),
            typed("123456789012345678901234567890", XSD.integer), typed("1e40", XSD.double), typed("INF", XSD.float),
            typed("NaN", XSD.double), typed("false", XSD.boolean), typed("true", XSD.boolean),
            typed("2020-01-01T00:00:00+01:00", XSD.dateTime), typed("2020-01-01T00:00:00Z", XSD.dateTime),
            typed("2020-01-01T00:00:00.0000000000001Z", XSD.dateTime), typed("1999-12-31", XSD.date),
            typed("2020-01-01", XSD.date), typed("-0004", XSD.gYear), typed("1950", XSD.gYear),
            .literal(Literal("")), .literal(Literal("", language: "fr")), .literal(Literal("a")),
            .literal(Literal("a", language: "en")), .literal(Literal("a", language: "en", direction: .leftToRight)),
            .literal(Literal("a", language: "fr")), .literal(Literal("a\u{0}")), .literal(Literal("aa")),
            .literal(Literal("b", language: "en")), .literal(Literal("é")), typed("x", XSD.integer),
        ]
        let snapshot = try load(ordered.reversed())
        let found = try ids(ordered, snapshot)
        #expect(found == found.sorted())
        #expect(found.allSatisfy(snapshot.dictionary.isOrdered))
        #expect(found.map(snapshot.dictionary.term) == ordered)
        #expect(Set(found.map(snapshot.dictionary.orderRank)).count == ordered.count)
    }

    /// So many of each kind that they are sorted by digits, in buckets and on two cores.
    @Test func manyLiteralsStandInOrder() throws {
        func digits(_ number: Int) -> String { String(String(number + 1_000_000).dropFirst()) }
        let (first, second) = (IRI(unchecked: "http://example.org/a"), IRI(unchecked: "http://example.org/b"))
        // Among them many that are one double.
        let thirds = String(repeating: "3", count: 40)
        var ordered: [Term] = (-3000 ..< -1).map { typed("\($0).5", XSD.decimal) }
        ordered += (0..<500).map { typed("0.\(thirds)\(digits($0))1", XSD.decimal) }
        ordered += (0..<3000).map { typed("\($0).5", XSD.decimal) }
        ordered += (0..<3000).map {
            typed("2020-01-01T10:\(digits($0 / 60).suffix(2)):\(digits($0 % 60).suffix(2))Z", XSD.dateTime)
        }
        ordered += (0..<9000).map { .literal(Literal(digits($0), language: "fr")) }
        ordered += (0..<9000).map { typed(digits($0), first) } + (0..<20).map { typed(digits($0), second) }
        var (shuffled, random) = (ordered, SplitMix(state: 9))
        for place in shuffled.indices { shuffled.swapAt(place, random.next(shuffled.count)) }
        let snapshot = try load(shuffled)
        let found = try ids(ordered, snapshot)
        let isAscending = zip(found, found.dropFirst()).allSatisfy { $0 < $1 }
        #expect(isAscending)
        let comesBack = found.map(snapshot.dictionary.term) == ordered
        #expect(comesBack)
    }

    @Test func literalsOfOneValueShareARank() throws {
        let groups: [[Term]] = [
            [typed("1", XSD.integer), typed("1.0", XSD.decimal), typed("01", XSD.integer), typed("1e0", XSD.double)],
            [typed("2", XSD.integer), typed("2.00", XSD.decimal)],
            [typed("true", XSD.boolean), typed("1", XSD.boolean)],
            [typed("2020-01-01T00:00:00Z", XSD.dateTime), typed("2020-01-01T01:00:00+01:00", XSD.dateTime)],
            [.literal(Literal("a"))], [.literal(Literal("a", language: "en"))],
        ]
        let snapshot = try load(groups.flatMap { $0 }.reversed())
        let ranks = try groups.map { try ids($0, snapshot).map(snapshot.dictionary.orderRank) }
        for group in ranks { #expect(Set(group).count == 1) }
        #expect(ranks.map { $0[0] } == ranks.map { $0[0] }.sorted())
        #expect(Set(ranks.map { $0[0] }).count == groups.count)
    }

    @Test func valuesStandBesideTheIds() throws {
        let byte = IRI(unchecked: XSD.namespace + "byte")
        let values: [(Term, StoredValue)] = [
            (typed("007", XSD.integer), .integer(7)), (typed("-12", byte), .integer(-12)), (typed("300", byte), .other),
            (typed("12.50", XSD.decimal), .decimal(mantissa: 1250, scale: 2)),
            (typed("-.5", XSD.decimal), .decimal(mantissa: -5, scale: 1)),
            (typed("99999999999999999999", XSD.integer), .largeNumber),
            (typed("0.12345678901234567890123", XSD.decimal), .largeNumber), (typed("1e2", XSD.double), .double(100)),
            (typed("-INF", XSD.float), .float(-.infinity)), (typed("1", XSD.boolean), .boolean(true)),
            (typed("maybe", XSD.boolean), .other), (typed("2020-02-30", XSD.date), .other),
            (typed("0000-03-01Z", XSD.date), .temporal(microseconds: 0, hasTimezone: true, valueClass: .date)),
            (
                typed("0000-03-01T00:00:01", XSD.dateTime),
                .temporal(microseconds: 1_000_000, hasTimezone: false, valueClass: .dateTime)
            ),
            (.literal(Literal("7")), .text), (.literal(Literal("7", language: "fr")), .text),
            (typed("7", IRI(unchecked: "urn:datatype")), .other), (typed("1.5", XSD.integer), .other),
            (typed("", XSD.integer), .other), (typed("-", XSD.decimal), .other), (typed(".", XSD.decimal), .other),
        ]
        let snapshot = try load(values.map(\.0))
        let store = TripleStore()
        try store.write { transaction in
            for (term, _) in values {
                try transaction.insert(Quad(Triple(.iri(IRI(unchecked: "urn:s")), IRI(unchecked: "urn:p"), term)))
            }
        }
        for dictionary in [snapshot.dictionary, store.snapshot.dictionary] {
            for (term, value) in values {
                let id = try #require(dictionary.id(of: term))
                #expect(dictionary.value(id) == value, "\(term)")
            }
        }
        let large = try #require(snapshot.dictionary.id(of: typed("99999999999999999999", XSD.integer)))
        #expect(snapshot.dictionary.number(large) == 1e20)
    }

    @Test func rangesOfNumbersAndTextsAreRangesOfIds() throws {
        let texts = ["Maladie", "Maladies", "Maladif", "Mal", "N", "maladie"].map { Term.literal(Literal($0)) }
        let numbers = (0..<20).map { typed(String($0), XSD.integer) } + [typed("NaN", XSD.double)]
        let snapshot = try load(texts + numbers)
        let dictionary = snapshot.dictionary
        func terms(_ range: Range<TermID>) -> [String] {
            (range.lowerBound.index..<range.upperBound.index).map { dictionary.text(TermID(.literal, index: $0)) }
        }
        #expect(terms(dictionary.orderedTexts(startingWith: "Maladi".utf8.span)) == ["Maladie", "Maladies", "Maladif"])
        #expect(terms(dictionary.orderedTexts(startingWith: "x".utf8.span)) == [])
        #expect(terms(dictionary.orderedTexts(startingWith: "".utf8.span)).count == 6)
        let end = dictionary.firstNaN
        #expect(terms(dictionary.firstNumber(above: 17, orEqual: false)..<end) == ["18", "19"])
        #expect(terms(dictionary.firstNumber(above: 17, orEqual: true)..<end) == ["17", "18", "19"])
        #expect(terms(dictionary.firstNumber(above: 17.5, orEqual: true)..<end) == ["18", "19"])
        #expect(terms(dictionary.orderedLiterals(.numbers)).count == 21)
        #expect(dictionary.orderedLiterals(.texts).upperBound.index == 27)
    }

    @Test func labelsOfDifferentDocumentsAreDifferentNodes() throws {
        let predicate = IRI(unchecked: "urn:p")
        func quad(_ label: String) -> Quad {
            Quad(Triple(.blankNode(BlankNode(label)), predicate, .literal(Literal("x"))))
        }
        var loader = BulkLoader()
        try loader.insert([quad("a"), quad("d1_a"), quad("f0_0"), quad("d0_"), quad("d01_a")])
        try loader.beginDocument()
        try loader.insert([quad("a"), quad("a"), quad("d1_a")])
        let fresh = try loader.freshBlankNode()
        let other = try loader.freshBlankNode()
        #expect(fresh != other)
        try loader.quad(fresh, loader.iri("urn:p".utf8.span), other, graph: nil)
        let snapshot = try loader.finish()
        #expect(snapshot.tripleCount == 8)
        let subjects = snapshot.quads().map(\.subject)
        #expect(Set(subjects).count == 8)
        for subject in subjects {
            let id = try #require(snapshot.dictionary.id(of: subject))
            #expect(snapshot.dictionary.term(id) == subject)
        }
    }

    @Test func textsThatHashAlikeInTheirBeginningsAreTold() throws {
        // Every length around the steps of the hash and of the comparison, differing in one byte only.
        let texts = (0..<70).flatMap { length in
            (0...length).map { place in
                String(repeating: "a", count: place) + "b" + String(repeating: "a", count: length - place)
            }
        }
        let snapshot = try load(texts.map { .literal(Literal($0)) })
        #expect(snapshot.tripleCount == texts.count)
        for text in texts { #expect(snapshot.dictionary.id(of: .literal(Literal(text))) != nil) }
        let literals = (0..<texts.count).map { snapshot.dictionary.text(TermID(.literal, index: $0)) }
        #expect(literals == texts.sorted())
    }

    @Test func tripleTermsStandInOneAnotherToALimit() throws {
        func nested(_ depth: Int) -> Term {
            var term = Term.literal(Literal("x"))
            for _ in 0..<depth {
                term = .tripleTerm(Triple(.iri(IRI(unchecked: "urn:s")), IRI(unchecked: "urn:p"), term))
            }
            return term
        }
        let deepest = nested(TermDictionary.maximumDepth)
        let snapshot = try load([deepest])
        let id = try #require(snapshot.dictionary.id(of: deepest))
        #expect(snapshot.dictionary.term(id) == deepest)
        #expect(throws: StoreError.tooDeep) { try load([nested(TermDictionary.maximumDepth + 1)]) }
    }
}
