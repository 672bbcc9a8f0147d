internal import RDFModel
internal import TripleStore
internal import XSDValues

/// Classes of values for joins by `=`: values that `=` finds equal are of one class, so that a hash of the class finds
/// them. Two of one class need not be equal: the condition is still asked.
extension QueryTerms {
    /// The class of a result, as the id of a term that stands for it; `undefined` where it may be equal to values of
    /// any class, `nil` where it is equal to none, as an error or NaN is.
    func equalityClass(of result: ExpressionResult) -> TermID? {
        switch result {
        case .error: return nil
        case .term(let id):
            // One term is one text, one IRI, one node; equal values of these kinds are the same term.
            if !id.isLiteral, !id.isTripleTerm { return id }
            return equalityClass(of: value(id)) ?? id
        case .value(let value): return equalityClass(of: value) ?? self.id(of: value)
        }
    }

    /// The class of a result by the term alone; `nil` for an error.
    func sameTermClass(of result: ExpressionResult) -> TermID? {
        if case .error = result { return nil }
        return id(of: result)
    }

    /// A class of no value.
    var classOfNone: TermID { classID("none") }

    /// The class of a value; the inner `nil` says that it is equal to none, the outer that its term is its class.
    private func equalityClass(of value: ExpressionValue) -> TermID?? {
        switch value {
        case .iri, .blankNode, .string, .languageString, .opaque: return nil
        case .boolean(let value): return id(of: ExpressionValue.boolean(value))
        case .number(let value): return .some(numberClass(value))
        case .temporal(let value):
            // Equal are those of one datatype that both say their zone, or both do not, at one moment.
            let datatype = value.isMoment ? XSDDatatype.dateTime : value.datatype
            return classID("\(datatype.localName) \(value.timezone == nil ? "local" : "zoned") \(value.sortKey)")
        case .duration: return classID("duration")
        // Parts are compared by value; the predicates are the same.
        case .tripleTerm(let triple): return classID("triple \(triple.predicate)")
        }
    }

    /// The class of a number: its value in the least precision in which it may be compared.
    private func numberClass(_ value: NumericValue) -> TermID? {
        if value.isNaN { return nil }
        guard mayHaveFloats else { return classID(of: value.asDouble) }
        if case .double(let double) = value {
            let single = Float(double)
            // Half-way between two numbers of single precision, a double may be equal to decimals that round to either.
            let error = double - Double(single)
            let isHalfway = error != 0 && Double(error < 0 ? single.nextDown : single.nextUp) - double == error
            return isHalfway || (single.isInfinite && double.isFinite) ? .undefined : classID(of: Double(single))
        }
        return classID(of: Double(value.asFloat))
    }

    private func classID(of number: Double) -> TermID {
        // Nearly all are small integers, whose ids are at hand.
        if let integer = Int(exactly: number) { return id(of: ExpressionValue.number(NumericValue(integer))) }
        return classID("number \(number.bitPattern)")
    }

    private func classID(_ name: String) -> TermID {
        id(of: .literal(Literal(name, datatype: Self.classDatatype)))
    }

    /// A datatype that no data has.
    private static let classDatatype = IRI(unchecked: "urn:lys:class-of-equal-values")
}
