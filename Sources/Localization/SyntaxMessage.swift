/// What can be wrong with a document of the RDF syntaxes.
public enum SyntaxMessage: String, Message, CaseIterable, Hashable {
    case expectedSubject, expectedPredicate, expectedObject, expectedGraphName, expectedDot, expectedLineEnd
    case expectedStatement, expectedIRI, expectedString, expectedCloser, expectedPrefixName, expectedVersion
    case expectedTripleTermSubject, expectedTripleTermObject, expectedGraphBlock
    case unterminatedIRI, unterminatedString, unterminatedBlock
    case forbiddenInIRI, relativeIRI, badEscape, badCodePoint, lineBreakInString, badUTF8
    case undeclaredPrefix, badLocalName, badBlankNodeLabel, badNumber, badLanguage, badDirection, languageDatatype
    case unknownDirective, needsRDF12, graphInTriples, nestedGraph
    case tooDeep, termTooLong, statementTooLong, tooManyPrefixes
    case notReadHere, raptor, externalEntity, noRaptorWorld, writeFailed, textEndsHere

    public var texts: Texts {
        switch self {
        case .expectedSubject:
            Texts(fr: "un sujet (IRI ou nœud anonyme) est attendu", en: "a subject (IRI or blank node) is expected")
        case .expectedPredicate: Texts(fr: "un prédicat (IRI) est attendu", en: "a predicate (IRI) is expected")
        case .expectedObject:
            Texts(
                fr: "un objet (IRI, nœud anonyme ou littéral) est attendu",
                en: "an object (IRI, blank node or literal) is expected")
        case .expectedGraphName:
            Texts(
                fr: "le nom d’un graphe (IRI ou nœud anonyme) est attendu",
                en: "the name of a graph (IRI or blank node) is expected")
        case .expectedDot:
            Texts(
                fr: "le point qui termine l’énoncé est attendu", en: "the full stop that ends the statement is expected"
            )
        case .expectedLineEnd:
            Texts(fr: "la fin de la ligne est attendue", en: "the end of the line is expected")
        case .expectedStatement:
            Texts(fr: "un énoncé ou une directive est attendu", en: "a statement or a directive is expected")
        case .expectedIRI: Texts(fr: "un IRI est attendu", en: "an IRI is expected")
        case .expectedString: Texts(fr: "un texte entre guillemets est attendu", en: "a quoted text is expected")
        case .expectedCloser: Texts(fr: "« {0} » est attendu", en: "“{0}” is expected")
        case .expectedPrefixName:
            Texts(fr: "un préfixe tel que « ex: » est attendu", en: "a prefix such as “ex:” is expected")
        case .expectedVersion:
            Texts(
                fr: "une version entre guillemets simples, telle que \"1.2\", est attendue",
                en: "a version in one pair of quotes, such as \"1.2\", is expected")
        case .expectedTripleTermSubject:
            Texts(
                fr: "un IRI ou un nœud anonyme est attendu comme sujet d’un triplet cité",
                en: "an IRI or a blank node is expected as the subject of a triple term")
        case .expectedTripleTermObject:
            Texts(
                fr: "un IRI, un nœud anonyme, un littéral ou un triplet est attendu comme objet d’un triplet cité",
                en: "an IRI, a blank node, a literal or a triple is expected as the object of a triple term")
        case .expectedGraphBlock:
            Texts(fr: "« { » est attendu après le nom du graphe", en: "“{” is expected after the name of the graph")
        case .unterminatedIRI: Texts(fr: "cet IRI n’est pas fermé par « > »", en: "this IRI is not closed by “>”")
        case .unterminatedString: Texts(fr: "ce texte n’est pas fermé", en: "this text is not closed")
        case .unterminatedBlock: Texts(fr: "ce bloc n’est pas fermé", en: "this block is not closed")
        case .forbiddenInIRI:
            Texts(
                fr: "un IRI ne peut pas contenir {0} ; il faut l’encoder avec « % »",
                en: "an IRI cannot hold {0}; it must be percent-encoded")
        case .relativeIRI:
            Texts(
                fr: "cet IRI est relatif, et aucune base n’est connue",
                en: "this IRI is relative, and no base is known")
        case .badEscape:
            Texts(fr: "ceci n’est pas une séquence d’échappement", en: "this is no escape sequence")
        case .badCodePoint:
            Texts(
                fr: "cet échappement ne désigne aucun caractère Unicode",
                en: "this escape stands for no Unicode character")
        case .lineBreakInString:
            Texts(
                fr: "un saut de ligne est interdit dans ce texte ; écrire \\n ou tripler les guillemets",
                en: "this text cannot hold a line break; write \\n, or triple the quotes")
        case .badUTF8: Texts(fr: "ces octets ne sont pas de l’UTF-8", en: "these bytes are not UTF-8")
        case .undeclaredPrefix:
            Texts(fr: "le préfixe « {0}: » n’est pas déclaré", en: "the prefix “{0}:” is not declared")
        case .badLocalName: Texts(fr: "ce nom abrégé est mal formé", en: "this prefixed name is malformed")
        case .badBlankNodeLabel:
            Texts(fr: "l’étiquette de ce nœud anonyme est mal formée", en: "the label of this blank node is malformed")
        case .badNumber: Texts(fr: "ce nombre est mal formé", en: "this number is malformed")
        case .badLanguage:
            Texts(
                fr: "ceci n’est pas une étiquette de langue telle que « fr » ou « fr-CA »",
                en: "this is no language tag such as “fr” or “fr-CA”")
        case .badDirection:
            Texts(fr: "la direction d’un texte est « ltr » ou « rtl »", en: "the direction of a text is “ltr” or “rtl”")
        case .languageDatatype:
            Texts(
                fr: "ce type de données demande une langue : écrire \"…\"@fr",
                en: "this datatype asks for a language: write \"…\"@fr")
        case .unknownDirective: Texts(fr: "cette directive est inconnue", en: "this directive is unknown")
        case .needsRDF12: Texts(fr: "ceci demande RDF 1.2", en: "this needs RDF 1.2")
        case .graphInTriples:
            Texts(
                fr: "cette syntaxe n’a pas de graphes nommés",
                en: "this syntax has no named graphs")
        case .nestedGraph:
            Texts(fr: "un graphe ne peut en contenir un autre", en: "a graph cannot hold another")
        case .tooDeep: Texts(fr: "plus de {0} niveaux d’imbrication", en: "more than {0} levels of nesting")
        case .termTooLong: Texts(fr: "un terme de plus de {0} octets", en: "a term of more than {0} bytes")
        case .statementTooLong: Texts(fr: "un énoncé de plus de {0} octets", en: "a statement of more than {0} bytes")
        case .tooManyPrefixes: Texts(fr: "plus de {0} préfixes", en: "more than {0} prefixes")
        case .notReadHere:
            Texts(fr: "le format {0} n’est pas lu par ce lecteur", en: "the format {0} is not read by this reader")
        case .raptor: Texts(fr: "Raptor : {0}", en: "Raptor: {0}")
        case .externalEntity:
            Texts(fr: "une entité externe n’est jamais chargée", en: "an external entity is never loaded")
        case .noRaptorWorld: Texts(fr: "Raptor n’a pas pu démarrer", en: "Raptor could not start")
        case .writeFailed: Texts(fr: "Raptor n’a pas pu tout écrire", en: "Raptor could not write everything")
        case .textEndsHere: Texts(fr: "le texte finit ici", en: "the text ends here")
        }
    }
}
