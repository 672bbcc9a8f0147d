package import Localization
package import RDFModel

extension IRIError.Reason {
    /// What is wrong with an IRI, in a language.
    package func text(in language: Language) -> String {
        let (problem, arguments) = message
        return problem.text(in: language, arguments: arguments)
    }

    /// What a person is told of an IRI in a document.
    var message: (problem: SyntaxMessage, arguments: [String]) {
        switch self {
        case .noScheme, .noBase: (.relativeIRI, [])
        case .forbiddenCharacter(let scalar): (.forbiddenInIRI, [TermScanner.name(of: scalar)])
        case .misplacedCharacter(let scalar): (.misplacedInIRI, [scalar.nameInMessages])
        case .badPercentEncoding: (.badPercentInIRI, [])
        case .badPort: (.badPortInIRI, [])
        case .badAddress: (.badAddressInIRI, [])
        }
    }
}
