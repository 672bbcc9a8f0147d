package import RDFModel

/// Triples by the numbers of their terms, each of which is there once: what must be found out about a term, or made of
/// it, is found out and made once, however often it comes.
package struct NumberedTriples {
    /// A triple, as the positions of its terms.
    package struct Numbers {
        package let subject: Int
        package let predicate: Int
        package let object: Int
    }

    /// The terms.
    package private(set) var terms: [Term] = []
    /// The triples, in their order.
    package private(set) var triples: [Numbers] = []

    package init() {}

    /// Numbers the terms of triples.
    package init(_ triples: some Sequence<Triple>) {
        var numbers: [Term: Int] = [:]
        func number(_ term: Term, _ self: inout NumberedTriples) -> Int {
            if let known = numbers[term] { return known }
            let number = self.add(term)
            numbers[term] = number
            return number
        }
        for triple in triples {
            let subject = number(triple.subject, &self), predicate = number(.iri(triple.predicate), &self)
            add(subject, predicate, number(triple.object, &self))
        }
    }

    /// Adds a term that is not there yet.
    package mutating func add(_ term: Term) -> Int {
        terms.append(term)
        return terms.count - 1
    }

    /// Adds a triple of terms that are there, by their positions.
    package mutating func add(_ subject: Int, _ predicate: Int, _ object: Int) {
        triples.append(Numbers(subject: subject, predicate: predicate, object: object))
    }

    /// Calls a body with each term that is a subject or an object, and with each predicate, once, in the order in which
    /// they first come.
    func forEachTerm(
        _ body: (Term) throws(RaptorObstacle) -> Void, predicate: (IRI) throws(RaptorObstacle) -> Void
    ) throws(RaptorObstacle) {
        var isKnown = [Bool](repeating: false, count: terms.count)
        var isPredicate = isKnown
        for triple in triples {
            if !isKnown[triple.subject] {
                isKnown[triple.subject] = true
                try body(terms[triple.subject])
            }
            if !isPredicate[triple.predicate], case .iri(let iri) = terms[triple.predicate] {
                isPredicate[triple.predicate] = true
                try predicate(iri)
            }
            if !isKnown[triple.object] {
                isKnown[triple.object] = true
                try body(terms[triple.object])
            }
        }
    }
}
