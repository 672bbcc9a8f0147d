internal import ByteText
internal import RDFModel

// Orders of terms that are not made into values for it: a directory has millions of them.

extension TermArena {
    /// The numbers of all terms in the order of `Term`.
    /// - Precondition: there are only IRIs and literals.
    /// - Complexity: O(*n* log *n*) comparisons of texts.
    package func inOrderOfTerms() -> [UInt32] {
        let text = bytes.span
        var (iris, literals) = divided()
        iris.sort { text.extracting(iriText($0)).compareBytes(with: text.extracting(iriText($1))) < 0 }
        literals.sort { precedes($0, $1, text) }
        return iris + literals
    }

    /// The numbers of all terms in the order of the lines of canonical N-Quads that have them in one place.
    /// - Parameter numbers: them in any order; that of terms is nearly this one, and is quick.
    package func inOrderOfLines(_ numbers: [UInt32]) -> [UInt32] {
        let text = bytes.span
        var (iris, literals) = divided(numbers)
        iris.sort { left, right in
            let (left, right) = (text.extracting(iriText(left)), text.extracting(iriText(right)))
            let length = min(left.count, right.count)
            let order = left.extracting(0..<length).compareBytes(with: right.extracting(0..<length))
            if order != 0 || left.count == right.count { return order < 0 }
            // Where one ends, its bracket is compared with what the other goes on with.
            return left.count > length ? left[length] < UInt8(ascii: ">") : right[length] > UInt8(ascii: ">")
        }
        var forms: [UInt8] = []
        var ends: [Int] = []
        for number in literals {
            appendLine(of: number, to: &forms)
            forms.append(0x20)
            ends.append(forms.count)
        }
        let form = forms.span
        func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
        let order = literals.indices.sorted {
            form.extracting(range($0)).compareBytes(with: form.extracting(range($1))) < 0
        }
        // A quotation mark stands before a bracket.
        return order.map { literals[$0] } + iris
    }

    /// Appends a term as canonical N-Quads have it.
    package func appendLine(of number: UInt32, to output: inout [UInt8]) {
        let key = range(Int(number))
        let text = bytes.span
        switch kind(of: number) {
        case .iri: append(iri: text.extracting(key.lowerBound + 1..<key.upperBound), to: &output)
        case .typed:
            output.append(UInt8(ascii: "\""))
            CanonicalNQuads.appendEscaped(text.extracting(key.lowerBound + 5..<key.upperBound), to: &output)
            output.append(UInt8(ascii: "\""))
            let datatype = text.extracting(iriText(integer(at: key.lowerBound + 1)))
            guard !datatype.hasSameElements(as: XSD.string.string.utf8.span) else { return }
            output.append(UInt8(ascii: "^"))
            output.append(UInt8(ascii: "^"))
            append(iri: datatype, to: &output)
        case .text, .blankNode, .tripleTerm:
            CanonicalNQuads.append(term(number) { BlankNode(label(of: $0).text) }, to: &output)
        }
    }

    private func append(iri: Span<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "<"))
        output.append(copying: iri)
        output.append(UInt8(ascii: ">"))
    }

    private func divided(_ numbers: [UInt32]? = nil) -> (iris: [UInt32], literals: [UInt32]) {
        var (iris, literals): ([UInt32], [UInt32]) = ([], [])
        for number in numbers ?? Array(0..<UInt32(count)) {
            switch kind(of: number) {
            case .iri: iris.append(number)
            case .typed, .text: literals.append(number)
            case .blankNode, .tripleTerm: preconditionFailure("blank nodes have no order that both datasets share")
            }
        }
        return (iris, literals)
    }

    private func iriText(_ number: UInt32) -> Range<Int> {
        let key = range(Int(number))
        return key.lowerBound + 1..<key.upperBound
    }

    /// The lexical form of a literal.
    private func lexicalForm(_ number: UInt32) -> Range<Int> {
        let key = range(Int(number))
        guard kind(of: number) == .text else { return key.lowerBound + 5..<key.upperBound }
        return key.lowerBound + 6 + Int(integer(at: key.lowerBound + 2))..<key.upperBound
    }

    private func precedes(_ left: UInt32, _ right: UInt32, _ text: Span<UInt8>) -> Bool {
        let order = text.extracting(lexicalForm(left)).compareBytes(with: text.extracting(lexicalForm(right)))
        if order != 0 { return order < 0 }
        // Few texts stand in several languages or datatypes.
        return term(left) { _ in BlankNode("") } < term(right) { _ in BlankNode("") }
    }
}
