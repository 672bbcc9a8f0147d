internal import ByteText
internal import RDFModel
internal import TripleStore
internal import XSDValues

/// `lys:matches` and `lys:score`: words looked for in labels, without regard to case and accents.
enum TextSearchFunctions {
    /// The namespace of the vocabulary.
    static let namespace = "https://w3id.org/lys/ns#"

    /// `lys:matches(?label, "words")`: whether each word begins a word of the label.
    static let matches = ExtensionFunction(
        IRI(unchecked: namespace + "matches"), arity: 2...2,
        onResults: { context, arguments in score(context, arguments).map { .boolean($0 > 0) } ?? .error })

    /// `lys:score(?label, "words")`: from 0, no match, to 1, the label and the words are the same; the share of the
    /// label's letters that the words say.
    static let score = ExtensionFunction(
        IRI(unchecked: namespace + "score"), arity: 2...2,
        onResults: { context, arguments in
            score(context, arguments).map { .value(.number(.double($0))) } ?? .error
        })

    private static func score(_ context: QueryContext, _ arguments: [ExpressionResult]) -> Double? {
        guard let label = StringFunctions.string(context, arguments[0]),
            let words = StringFunctions.string(context, arguments[1])
        else { return nil }
        return score(of: FoldedWords(words.text), in: FoldedWords(label.text))
    }

    static func score(of wanted: FoldedWords, in label: FoldedWords) -> Double {
        guard !wanted.words.isEmpty else { return 0 }
        var said = 0
        for word in wanted.words {
            guard label.words.contains(where: { $0.starts(with: word) }) else { return 0 }
            said += word.count
        }
        let length = label.words.reduce(0) { $0 + $1.count }
        return min(1, Double(said) / Double(max(length, 1)))
    }
}

/// The words of a text, folded.
struct FoldedWords {
    /// The words as bytes.
    let words: [[UInt8]]

    init(_ text: String) { words = TextFolding.folded(text).split(separator: 0x20).map(Array.init) }
}
