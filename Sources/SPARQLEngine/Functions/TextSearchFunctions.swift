internal import ByteText
internal import RDFModel
internal import TripleStore
internal import XSDValues

/// `lys:matches` and `lys:score`: words looked for in labels, without regard to case and accents.
enum TextSearchFunctions {
    /// The namespace of the vocabulary.
    static let namespace = "https://w3id.org/lys/ns#"

    /// `lys:matches(?label, "words")`: whether each word begins a word of the label.
    static let matches: ExtensionFunction = {
        var function = ExtensionFunction(
            IRI(unchecked: namespace + "matches"), arity: 2...2,
            onResults: { context, arguments in
                result(context, arguments) { $0.match($1, &$2, goesOn: context.limits.goesOn) }.map { .boolean($0) }
                    ?? .error
            })
        function.matchesWords = true
        return function
    }()

    /// `lys:score(?label, "words")`: from 0, no match, to 1, the label and the words are the same; the share of the
    /// label's letters that the words say.
    static let score = ExtensionFunction(
        IRI(unchecked: namespace + "score"), arity: 2...2,
        onResults: { context, arguments in
            result(context, arguments) { $0.score($1, &$2, goesOn: context.limits.goesOn) }.map {
                .value(.number(.double($0)))
            } ?? .error
        })

    /// What a test of words makes of a label; `nil` where one of the arguments is no text.
    private static func result<Result>(
        _ context: QueryContext, _ arguments: [ExpressionResult],
        _ test: (WantedWords, Span<UInt8>, inout [UInt8]) -> Result
    ) -> Result? {
        guard let words = StringFunctions.string(context, arguments[1]) else { return nil }
        // To take words apart takes some times as long as to read them.
        guard context.limits.goesOn(after: context.isLastWanted(words.text) ? 0 : words.text.utf8.count * 16) else {
            return nil
        }
        let wanted = context.wantedWords(words.text)
        func tested(_ label: Span<UInt8>) -> Result {
            // One owner while it is written.
            var scratch: [UInt8] = []
            swap(&scratch, &context.scratch)
            defer { swap(&scratch, &context.scratch) }
            context.limits.hasWorked(wanted.steps(label))
            return test(wanted, label, &scratch)
        }
        // Texts of the store are read where they stand.
        if let known = context.terms.withStoredText(arguments[0], { label, _ in tested(label) }) { return known }
        guard let label = StringFunctions.string(context, arguments[0]) else { return nil }
        return tested(label.text.utf8.span)
    }
}
