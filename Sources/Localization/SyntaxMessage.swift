/// What can be wrong with a document of the RDF syntaxes.
public enum SyntaxMessage: String, Message, CaseIterable, Hashable {
    case expectedSubject, expectedPredicate, expectedObject, expectedGraphName, expectedDot, expectedLineEnd
    case expectedStatement, expectedIRI, expectedString, expectedCloser, expectedPrefixName, expectedVersion
    case expectedTripleTermSubject, expectedTripleTermObject, expectedGraphBlock
    case unterminatedIRI, unterminatedString, unterminatedBlock
    case forbiddenInIRI, blankAroundIRI, misplacedInIRI, badPercentInIRI, badPortInIRI, badAddressInIRI, relativeIRI,
        badEscape,
        badCodePoint, lineBreakInString, badUTF8
    case undeclaredPrefix, badLocalName, badBlankNodeLabel, badNumber, badLanguage, badDirection, languageDatatype
    case unknownDirective, needsRDF12, graphInTriples, nestedGraph
    case tooDeep, termTooLong, statementTooLong, tooManyTriples, tooManyPrefixes
    case notReadHere, raptor, externalEntity, noRaptorWorld, writeFailed, textEndsHere
    // XML, and RDF/XML
    case xmlMalformed, xmlForbiddenCharacter, xmlNoElement, xmlUnclosedTag, xmlUnclosedElement, xmlTagMismatch
    case xmlDuplicateAttribute, xmlAfterRoot, xmlUndefinedEntity, xmlRecursiveEntity, xmlExpansion, xmlBadReference
    case xmlDeclaration, xmlEncoding, xmlUndeclaredPrefix, xmlReservedPrefix, xmlReservedElement, xmlNameTooLong
    case xmlNoMemory, parameterEntity, externalDTD, tooManyAttributes, rdfxmlNodeName, rdfxmlPropertyName
    case rdfxmlAttributeName, rdfxmlWithdrawn, rdfxmlUnqualifiedElement, rdfxmlUnqualifiedAttribute
    case rdfxmlRelativeNamespace, rdfxmlForbiddenNamespace, rdfxmlRootAttribute, rdfxmlOnNode, rdfxmlOnProperty
    case rdfxmlConflict, rdfxmlText, rdfxmlMixed, rdfxmlSecondNode, rdfxmlMustBeEmpty, rdfxmlBadName
    case iriGrowth, rdfxmlDuplicateID, rdfxmlLanguageDatatype, rdfxmlTripleTerm, tooManyEntities, entitiesTooDeep

    /// Whether a limit on what a document becomes was reached, rather than a rule of its syntax broken.
    public var isGrowth: Bool { self == .xmlExpansion || self == .iriGrowth }

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
        case .misplacedInIRI:
            Texts(
                fr: "« {0} » ne peut pas se trouver à cet endroit d’un IRI ; il faut l’encoder avec « % »",
                en: "“{0}” cannot stand at this place of an IRI; it must be percent-encoded")
        case .badPercentInIRI:
            Texts(
                fr: "dans un IRI, « % » précède deux chiffres hexadécimaux ; pour le signe lui-même, écrire %25",
                en: "in an IRI “%” stands before two hexadecimal digits; for the sign itself write %25")
        case .badPortInIRI:
            Texts(
                fr: "le port d’un IRI, après « : », est un nombre",
                en: "the port of an IRI, after “:”, is a number")
        case .badAddressInIRI:
            Texts(
                fr:
                    "des crochets n’entourent que l’adresse IP d’un serveur, comme [2001:db8::1] ; ailleurs, écrire %5B "
                    + "et %5D",
                en: "brackets stand only around the IP address of a host, such as [2001:db8::1]; elsewhere write %5B "
                    + "and %5D")
        case .blankAroundIRI:
            Texts(
                fr: "une espace au début ou à la fin d’un IRI ; enlevez-la",
                en: "a space at the beginning or end of an IRI; remove it")
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
                fr: "un saut de ligne est interdit dans ce texte ; écrivez \\n ou triplez les guillemets",
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
                fr: "ce type de données demande une langue : écrivez \"…\"@fr",
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
        case .tooManyTriples:
            Texts(
                fr: "plus de {0} triplets entre les parenthèses d’un énoncé",
                en: "more than {0} triples in the brackets of one statement")
        case .tooManyPrefixes: Texts(fr: "plus de {0} préfixes", en: "more than {0} prefixes")
        case .notReadHere:
            Texts(fr: "le format {0} n’est pas lu par ce lecteur", en: "the format {0} is not read by this reader")
        case .raptor: Texts(fr: "Raptor : {0}", en: "Raptor: {0}")
        case .externalEntity:
            Texts(fr: "une entité externe n’est jamais chargée", en: "an external entity is never loaded")
        case .noRaptorWorld: Texts(fr: "Raptor n’a pas pu démarrer", en: "Raptor could not start")
        case .writeFailed: Texts(fr: "Raptor n’a pas pu tout écrire", en: "Raptor could not write everything")
        case .xmlMalformed:
            Texts(
                fr: "ceci n’est pas du XML bien formé ; vérifiez la balise, l’attribut ou la référence",
                en: "this is not well-formed XML; check the tag, the attribute or the reference")
        case .xmlForbiddenCharacter: Texts(fr: "XML ne peut pas contenir {0}", en: "XML cannot hold {0}")
        case .xmlNoElement:
            Texts(
                fr: "le document ne contient aucun élément XML",
                en: "the document holds no XML element")
        case .xmlUnclosedTag:
            Texts(
                fr: "cette balise, ce commentaire ou cette déclaration n’est pas terminé",
                en: "this tag, comment or declaration is not closed")
        case .xmlUnclosedElement:
            Texts(
                fr: "l’élément ouvert à la ligne {0} n’est pas fermé",
                en: "the element that begins on line {0} is not closed")
        case .xmlTagMismatch:
            Texts(
                fr: "cette balise ne ferme pas l’élément ouvert à la ligne {0}",
                en: "this tag does not close the element that begins on line {0}")
        case .xmlDuplicateAttribute: Texts(fr: "un attribut est donné deux fois", en: "an attribute is given twice")
        case .xmlAfterRoot:
            Texts(
                fr: "rien ne peut suivre l’élément principal",
                en: "nothing may follow the outermost element")
        case .xmlUndefinedEntity:
            Texts(
                fr: "cette entité n’est pas déclarée ; déclarez-la dans le DOCTYPE, ou écrivez le caractère",
                en: "this entity is not declared; declare it in the DOCTYPE, or write the character itself")
        case .xmlRecursiveEntity:
            Texts(
                fr: "cette entité se contient elle-même, ou ne contient qu’une partie d’un élément",
                en: "this entity contains itself, or holds only a part of an element")
        case .xmlExpansion:
            Texts(
                fr: "les entités ou les espaces de noms rendent ce document démesurément grand",
                en: "entities or namespaces make this document grow out of all proportion")
        case .iriGrowth:
            Texts(
                fr:
                    "les préfixes ou les bases rendent les IRI de ce document démesurément longs ; déclarez-en de plus courts",
                en: "prefixes or bases make the IRIs of this document grow out of all proportion; declare shorter ones")
        case .xmlBadReference:
            Texts(
                fr: "cette référence ne désigne aucun caractère que XML puisse contenir",
                en: "this reference stands for no character that XML can hold")
        case .xmlDeclaration:
            Texts(
                fr: "la déclaration « <?xml … ?> » est mal formée, ou n’est pas au tout début",
                en: "the declaration “<?xml … ?>” is malformed, or does not stand at the very beginning")
        case .xmlEncoding:
            Texts(
                fr: "cet encodage n’est pas pris en charge ; convertissez le document en UTF-8",
                en: "this encoding is not read; convert the document to UTF-8")
        case .xmlUndeclaredPrefix:
            Texts(
                fr: "un préfixe de cet élément n’est pas déclaré ; ajoutez xmlns:préfixe=\"…\"",
                en: "a prefix of this element is not declared; add xmlns:prefix=\"…\"")
        case .xmlReservedPrefix:
            Texts(
                fr: "les préfixes « xml » et « xmlns » sont réservés, et aucun préfixe ne peut être annulé",
                en: "the prefixes “xml” and “xmlns” are reserved, and no prefix can be undeclared")
        case .xmlReservedElement:
            Texts(
                fr: "les noms qui commencent par « xml » sont réservés",
                en: "names that begin with “xml” are reserved")
        case .xmlNameTooLong:
            Texts(
                fr: "un nom, un espace de noms ou une base de plus de {0} octets",
                en: "a name, a namespace or a base of more than {0} bytes")
        case .xmlNoMemory:
            Texts(
                fr: "la mémoire ne suffit pas pour lire ce document",
                en: "there is not enough memory to read this document")
        case .parameterEntity:
            Texts(
                fr: "les entités paramètres sont refusées ; remplacez-les par leur contenu",
                en: "parameter entities are refused; put their content in their place")
        case .externalDTD:
            Texts(
                fr: "une DTD externe n’est jamais chargée ; retirez son adresse du DOCTYPE",
                en: "an external DTD is never loaded; take its address out of the DOCTYPE")
        case .tooManyAttributes:
            Texts(
                fr: "plus de {0} attributs dans un élément",
                en: "more than {0} attributes in one element")
        case .rdfxmlNodeName:
            Texts(
                fr: "ce nom ne peut pas être celui d’un nœud ; utilisez rdf:Description ou une classe",
                en: "this name cannot be that of a node; use rdf:Description or a class")
        case .rdfxmlPropertyName:
            Texts(
                fr: "ce nom ne peut pas être celui d’une propriété",
                en: "this name cannot be that of a property")
        case .rdfxmlAttributeName:
            Texts(
                fr: "ce nom ne peut pas être celui d’un attribut",
                en: "this name cannot be that of an attribute")
        case .rdfxmlWithdrawn:
            Texts(
                fr: "rdf:aboutEach, rdf:aboutEachPrefix et rdf:bagID ont été retirés de RDF",
                en: "rdf:aboutEach, rdf:aboutEachPrefix and rdf:bagID were withdrawn from RDF")
        case .rdfxmlUnqualifiedElement:
            Texts(
                fr: "cet élément n’a pas d’espace de noms, donc pas d’IRI ; donnez-lui un préfixe",
                en: "this element has no namespace, thus no IRI; give it a prefix")
        case .rdfxmlUnqualifiedAttribute:
            Texts(
                fr: "cet attribut n’a pas d’espace de noms, donc pas d’IRI ; donnez-lui un préfixe",
                en: "this attribute has no namespace, thus no IRI; give it a prefix")
        case .rdfxmlRelativeNamespace:
            Texts(
                fr: "l’espace de noms de ce nom n’est pas un IRI absolu",
                en: "the namespace of this name is no absolute IRI")
        case .rdfxmlForbiddenNamespace:
            Texts(
                fr: "l’espace de noms de ce nom contient un caractère interdit dans un IRI",
                en: "the namespace of this name holds a character that no IRI holds")
        case .rdfxmlRootAttribute:
            Texts(
                fr: "rdf:RDF ne prend que des déclarations, xml:base, xml:lang et rdf:version",
                en: "rdf:RDF takes declarations, xml:base, xml:lang and rdf:version only")
        case .rdfxmlOnNode:
            Texts(
                fr: "cet attribut va sur une propriété, pas sur un nœud",
                en: "this attribute belongs on a property, not on a node")
        case .rdfxmlOnProperty:
            Texts(
                fr: "cet attribut va sur un nœud ; pour une propriété, écrivez rdf:resource",
                en: "this attribute belongs on a node; on a property write rdf:resource")
        case .rdfxmlConflict:
            Texts(
                fr: "{0} et {1} ne peuvent pas être donnés ensemble",
                en: "{0} and {1} cannot be given together")
        case .rdfxmlText:
            Texts(
                fr: "du texte ne peut se trouver qu’à l’intérieur d’une propriété",
                en: "text may stand inside a property only")
        case .rdfxmlMixed:
            Texts(
                fr: "une propriété contient du texte ou un nœud ; pour du XML, ajoutez rdf:parseType=\"Literal\"",
                en: "a property holds either text or one node; for XML, add rdf:parseType=\"Literal\"")
        case .rdfxmlSecondNode:
            Texts(
                fr: "une propriété ne contient qu’un nœud ; répétez-la, ou ajoutez rdf:parseType=\"Collection\"",
                en: "a property holds one node; repeat the property, or add rdf:parseType=\"Collection\"")
        case .rdfxmlMustBeEmpty:
            Texts(
                fr: "les attributs de cette propriété donnent déjà sa valeur : elle doit être vide",
                en: "the attributes of this property give its value already: it must be empty")
        case .rdfxmlBadName:
            Texts(
                fr: "la valeur est un nom : une lettre ou « _ », puis des lettres, des chiffres, « . », « - » ou « _ »",
                en: "the value is a name: a letter or “_”, then letters, digits, “.”, “-” or “_”")
        case .rdfxmlDuplicateID:
            Texts(
                fr: "cet rdf:ID est déjà pris dans ce document ; utilisez rdf:about pour en dire plus",
                en: "this rdf:ID is taken in this document; use rdf:about to say more of it")
        case .rdfxmlLanguageDatatype:
            Texts(
                fr: "ce type de données demande une langue : écrivez xml:lang=\"fr\" au lieu de rdf:datatype",
                en: "this datatype asks for a language: write xml:lang=\"fr\" instead of rdf:datatype")
        case .rdfxmlTripleTerm:
            Texts(
                fr: "rdf:parseType=\"Triple\" contient un seul nœud, avec un seul triplet",
                en: "rdf:parseType=\"Triple\" holds exactly one node, with exactly one triple")
        case .tooManyEntities:
            Texts(
                fr: "plus de {0} entités déclarées ; écrire à leur place ce qu’elles désignent",
                en: "more than {0} entities are declared; write what they stand for in their place")
        case .entitiesTooDeep:
            Texts(
                fr: "des entités imbriquées sur plus de {0} niveaux ; écrire à leur place ce qu’elles désignent",
                en: "entities inside each other, more than {0} deep; write what they stand for in their place")
        case .textEndsHere: Texts(fr: "le texte finit ici", en: "the text ends here")
        }
    }
}
