/// What is wrong with a query or an update.
public enum SPARQLMessage: Message, Hashable, CaseIterable {
    /// `{0}` what stands there; what was expected follows.
    case unexpected
    /// What was expected follows.
    case unexpectedEnd
    /// `{0}` a word that is no keyword.
    case unknownWord
    /// `{0}` a character.
    case unexpectedCharacter
    case unterminatedString
    case unterminatedIRI
    /// `{0}` a character, `{1}` how it is written.
    case forbiddenCharacterInIRI
    case misplacedCharacterInIRI
    case badPercentInIRI
    case badPortInIRI
    case badAddressInIRI
    case blankAroundIRI
    /// `{0}` an IRI.
    case notAnIRI
    /// `{0}` a relative reference.
    case noBaseIRI
    /// `{0}` an escape sequence.
    case badEscape
    /// `{0}` a prefix.
    case undeclaredPrefix
    /// `{0}` a label.
    case blankNodeLabelReused
    case blankNodeNotAllowed
    case variableNotAllowed
    case literalSubject
    case pathNotAllowed
    /// `{0}` a variable.
    case variableAlreadyInScope
    /// `{0}` a variable.
    case variableTwice
    /// `{0}` a variable, `{1}` a name for one of its values.
    case variableNotGrouped
    /// `{0}` a variable.
    case variableNotGroupedInside
    /// `{0}` a variable.
    case variableBesideAggregate
    case starWithGrouping
    case aggregateNotAllowed
    case nestedAggregate
    /// `{0}` values, `{1}` variables.
    case wrongNumberOfValues
    /// `{0}` a function, `{1}` the number of its arguments.
    case wrongNumberOfArguments
    /// `{0}` the limit.
    case nestedTooDeeply
    /// `{0}` the limit.
    case tooManyParts
    /// `{0}` the limit in bytes.
    case textTooLong
    /// `{0}` the limit in bytes.
    case namesTooLong
    /// `{0}` a number.
    case tooManyTokens
    /// `{0}` a number.

    public var texts: Texts {
        switch self {
        case .unexpected: Texts(fr: "« {0} » est inattendu ici", en: "“{0}” is unexpected here")
        case .unexpectedEnd: Texts(fr: "le texte se termine trop tôt", en: "the text ends too early")
        case .unknownWord:
            Texts(fr: "« {0} » n’est pas un mot-clé de SPARQL", en: "“{0}” is no keyword of SPARQL")
        case .unexpectedCharacter:
            Texts(fr: "le caractère « {0} » est inattendu ici", en: "the character “{0}” is unexpected here")
        case .unterminatedString:
            Texts(fr: "le texte entre guillemets n’est pas fermé", en: "the quoted text is not closed")
        case .unterminatedIRI: Texts(fr: "l’IRI n’est pas fermé par « > »", en: "the IRI is not closed by “>”")
        case .forbiddenCharacterInIRI:
            Texts(
                fr: "le caractère « {0} » ne peut figurer dans un IRI ; écrivez {1}",
                en: "the character “{0}” cannot stand in an IRI; write {1}")
        case .misplacedCharacterInIRI: SyntaxMessage.misplacedInIRI.texts
        case .badPercentInIRI: SyntaxMessage.badPercentInIRI.texts
        case .badPortInIRI: SyntaxMessage.badPortInIRI.texts
        case .badAddressInIRI: SyntaxMessage.badAddressInIRI.texts
        case .blankAroundIRI:
            Texts(
                fr: "une espace au début ou à la fin d’un IRI ; enlevez-la",
                en: "a space at the beginning or end of an IRI; remove it")
        case .notAnIRI: Texts(fr: "« {0} » n’est pas un IRI", en: "“{0}” is no IRI")
        case .noBaseIRI:
            Texts(
                fr: "l’IRI « {0} » est relatif, et aucun IRI de base n’est connu ; ajoutez « BASE <…> »",
                en: "the IRI “{0}” is relative, and no base IRI is known; add “BASE <…>”")
        case .badEscape:
            Texts(fr: "« {0} » n’est pas une séquence d’échappement", en: "“{0}” is no escape sequence")
        case .undeclaredPrefix:
            Texts(fr: "le préfixe « {0}: » n’est pas déclaré", en: "the prefix “{0}:” is not declared")
        case .blankNodeLabelReused:
            Texts(
                fr: "le nœud anonyme « _:{0} » sert déjà dans un autre motif ; utilisez une variable",
                en: "the blank node “_:{0}” is used in another pattern already; use a variable")
        case .blankNodeNotAllowed:
            Texts(fr: "un nœud anonyme n’est pas permis ici", en: "a blank node is not allowed here")
        case .variableNotAllowed: Texts(fr: "une variable n’est pas permise ici", en: "a variable is not allowed here")
        case .literalSubject:
            Texts(
                fr: "le sujet d’un triplet est un IRI ou un nœud anonyme",
                en: "the subject of a triple is an IRI or a blank node")
        case .pathNotAllowed:
            Texts(
                fr: "un chemin n’est pas permis ici ; seulement une propriété ou une variable",
                en: "a path is not allowed here, only a property or a variable")
        case .variableAlreadyInScope:
            Texts(
                fr: "la variable {0} a déjà une valeur ici ; donnez un autre nom au résultat",
                en: "the variable {0} has a value here already; give the result another name")
        case .variableTwice: Texts(fr: "la variable {0} est nommée deux fois", en: "the variable {0} is named twice")
        case .variableNotGrouped:
            Texts(
                fr: """
                    la variable {0} n’est pas dans GROUP BY : (SAMPLE({0}) AS {1}) en montre une valeur par groupe, \
                    n’importe laquelle ; l’ajouter à GROUP BY ferait un groupe de chacune de ses valeurs, et changerait \
                    donc les nombres là où elle en a plusieurs
                    """,
                en: """
                    the variable {0} is not in GROUP BY: (SAMPLE({0}) AS {1}) shows one of its values for each group, \
                    whichever; {0} in GROUP BY would make a group of each of its values, and so change the numbers \
                    where it has several
                    """)
        case .variableNotGroupedInside:
            Texts(
                fr: """
                    la variable {0} n’est pas dans GROUP BY : SAMPLE({0}) en prend une valeur par groupe, n’importe \
                    laquelle ; l’ajouter à GROUP BY ferait un groupe de chacune de ses valeurs
                    """,
                en: """
                    the variable {0} is not in GROUP BY: SAMPLE({0}) takes one of its values for each group, whichever; \
                    {0} in GROUP BY would make a group of each of its values
                    """)
        case .variableBesideAggregate:
            Texts(
                fr: """
                    la variable {0} est à côté d’un agrégat, qui porte sur toutes les solutions à la fois : enlevez-la, \
                    ou ajoutez GROUP BY {0} pour un agrégat par valeur de {0}
                    """,
                en: """
                    the variable {0} stands beside an aggregate, which is over all solutions at once: leave it out, or \
                    add GROUP BY {0} for an aggregate for each value of {0}
                    """)
        case .starWithGrouping:
            Texts(
                fr: "SELECT * est incompatible avec un groupement ; nommez les variables",
                en: "SELECT * does not go with grouping; name the variables")
        case .aggregateNotAllowed:
            Texts(
                fr: "un agrégat n’est permis que dans SELECT, HAVING et ORDER BY",
                en: "an aggregate is allowed in SELECT, HAVING and ORDER BY only")
        case .nestedAggregate:
            Texts(
                fr: "un agrégat ne peut en contenir un autre ; utilisez une sous-requête",
                en: "an aggregate cannot hold another; use a subquery")
        case .wrongNumberOfValues:
            Texts(
                fr: "{0} {0:valeur|valeurs} pour {1} {1:variable|variables}",
                en: "{0} {0:value|values} for {1} {1:variable|variables}")
        case .wrongNumberOfArguments:
            Texts(fr: "{0} ne prend pas {1} {1:argument|arguments}", en: "{0} does not take {1} {1:argument|arguments}")
        case .nestedTooDeeply:
            Texts(
                fr: "l’imbrication dépasse {0} {0:niveau|niveaux}", en: "the nesting exceeds {0} {0:level|levels}")
        case .tooManyParts:
            Texts(
                fr: "plus de {0} parties se suivent ici ; divisez la requête ou utilisez VALUES",
                en: "more than {0} parts follow one another here; split the query, or use VALUES")
        case .namesTooLong:
            Texts(
                fr: "les noms du texte, écrits en entier, dépassent {0} octets ; un préfixe ou une base est trop long",
                en: "the names of the text, written out, exceed {0} bytes; a prefix or the base is too long")
        case .textTooLong: Texts(fr: "le texte dépasse {0} octets", en: "the text exceeds {0} bytes")
        case .tooManyTokens:
            Texts(
                fr: """
                    une requête a au plus {0} mots et signes : mettez les données dans un fichier, et lisez-le avec -d
                    """,
                en: "a query has at most {0} words and signs: put the data into a file, and read it with -d")
        }
    }
}

/// What was expected where a query or an update is wrong.
public enum SPARQLConstruct: Message, Hashable, CaseIterable {
    case blankNode
    case constant
    case databaseTarget
    case endOfText
    case expression
    case functionOrParenthesis
    case graphPattern
    case integer
    case iri
    case literalVersion
    case namespaceIRI
    case operation
    case path
    case pathOrVariable
    case prefixName
    case queryForm
    case subject
    case term
    case variable
    case verb

    public var texts: Texts {
        switch self {
        case .blankNode: Texts(fr: "un nœud anonyme", en: "a blank node")
        case .constant: Texts(fr: "une constante", en: "a constant")
        case .databaseTarget: Texts(fr: "GRAPH, DEFAULT, NAMED ou ALL", en: "GRAPH, DEFAULT, NAMED or ALL")
        case .endOfText: Texts(fr: "la fin du texte", en: "the end of the text")
        case .expression: Texts(fr: "une expression", en: "an expression")
        case .functionOrParenthesis:
            Texts(fr: "une fonction ou une parenthèse", en: "a function or a parenthesis")
        case .graphPattern: Texts(fr: "un motif", en: "a pattern")
        case .integer: Texts(fr: "un nombre entier", en: "a whole number")
        case .iri: Texts(fr: "un IRI", en: "an IRI")
        case .literalVersion: Texts(fr: "une version entre guillemets", en: "a version in quotation marks")
        case .namespaceIRI: Texts(fr: "un IRI entre « < » et « > »", en: "an IRI between “<” and “>”")
        case .operation: Texts(fr: "une opération comme INSERT", en: "an operation such as INSERT")
        case .path: Texts(fr: "une propriété ou un chemin", en: "a property or a path")
        case .pathOrVariable:
            Texts(fr: "une propriété, un chemin ou une variable", en: "a property, a path or a variable")
        case .prefixName: Texts(fr: "un préfixe suivi de « : »", en: "a prefix followed by “:”")
        case .queryForm:
            Texts(fr: "SELECT, ASK, CONSTRUCT ou DESCRIBE", en: "SELECT, ASK, CONSTRUCT or DESCRIBE")
        case .subject: Texts(fr: "une variable ou un IRI", en: "a variable or an IRI")
        case .term: Texts(fr: "une variable ou un terme", en: "a variable or a term")
        case .variable: Texts(fr: "une variable", en: "a variable")
        case .verb: Texts(fr: "une propriété ou une variable", en: "a property or a variable")
        }
    }
}

/// The words around what is wrong with a query: what was expected, what would mend it.
public enum SPARQLHint: Message, Hashable, CaseIterable {
    /// `{0}` a list.
    case expected
    /// `{0}` and `{1}` the parts of a list.
    case or
    /// `{0}` and `{1}` the parts of a sentence.
    case and
    /// `{0}` a sign or a keyword.
    case quoted
    /// `{0}` a word.
    case didYouMean
    /// `{0}` a line of text.
    case addLine

    public var texts: Texts {
        switch self {
        case .expected: Texts(fr: "attendu : {0}", en: "expected {0}")
        case .or: Texts(fr: "{0} ou {1}", en: "{0} or {1}")
        case .and: Texts(fr: "{0} ; {1}", en: "{0}; {1}")
        case .quoted: Texts(fr: "« {0} »", en: "“{0}”")
        case .didYouMean: Texts(fr: "vouliez-vous dire « {0} » ?", en: "did you mean “{0}”?")
        case .addLine: Texts(fr: "ajoutez : {0}", en: "add: {0}")
        }
    }
}
