/// What can be wrong with a document of query results.
public enum ResultsMessage: String, Message, CaseIterable, Hashable {
    case emptyDocument, rowWidth, expectedVariable, tooManyVariables, twice, commaExpected, quoteInside
    case quoteUnclosed, notUTF8, textOutside, noDoctype, endsBefore, expectedSign, closesNothing, secondElement
    case tooDeep, expectedAttribute, expectedEquals, tooManyAttributes, expectedQuoted, lessThanInAttribute
    case attributeUnclosed, notInXML, badReference, unknownEntity, expectedName, notJSON, expectedBoolean
    case expectedSolutions, expectedVariables, expectedString, tooManyCells, expectedObject, unknownVariable
    case expectedTypeAndValue, triplesTooDeep, tripleParts, valueIsString, unknownTermType, isString
    case tabExpected, expectedTerm, expectedBlankNode, expectedLabel, expectedIRI, notATerm, badEscape
    case termUnclosed, expectedDigits, noCharacter, notAnIRI, direction, notALanguageTag, tripleSubject
    case triplePredicate, expectedRoot, outOfPlace, noAnswer, textAmongElements, elementInText
    case variableWithoutName, notABoolean, bindingWithoutName, oneTermOnly, expectedTermElement, tripleOfThree

    public var texts: Texts {
        switch self {
        case .emptyDocument:
            Texts(
                fr: "le document est vide : les noms des variables sont attendus",
                en: "the document is empty: expected the names of the variables")
        case .rowWidth:
            Texts(
                fr: "une ligne de {0} {0:valeur|valeurs} pour {1} {1:variable|variables}",
                en: "a row of {0} values for {1} variables")
        case .expectedVariable:
            Texts(fr: "une variable telle que « ?nom » est attendue", en: "expected a variable such as “?name”")
        case .tooManyVariables: Texts(fr: "plus de {0} {0:variable|variables}", en: "more than {0} variables")
        case .twice: Texts(fr: "« {0} » y figure deux fois", en: "“{0}” is there twice")
        case .commaExpected:
            Texts(
                fr: "« , » ou la fin de la ligne est attendue après une valeur entre guillemets",
                en: "expected “,” or the end of the line after a quoted value")
        case .quoteInside:
            Texts(
                fr: "un guillemet dans une valeur qui ne commence pas par un guillemet",
                en: "a quotation mark within a value that does not begin with one")
        case .quoteUnclosed:
            Texts(fr: "une valeur entre guillemets n’est pas fermée", en: "a quoted value does not end")
        case .notUTF8:
            Texts(
                fr: "le document n’est pas en UTF-8, le seul codage pris en charge",
                en: "the document is not UTF-8, the only encoding that is read")
        case .textOutside:
            Texts(fr: "du texte hors de l’élément du document", en: "text outside of the document's element")
        case .noDoctype:
            Texts(
                fr: "les déclarations de type de document et les entités sont refusées",
                en: "document type declarations and entities are refused")
        case .endsBefore: Texts(fr: "le document se termine avant « {0} »", en: "the document ends before “{0}”")
        case .expectedSign: Texts(fr: "« {0} » est attendu", en: "expected “{0}”")
        case .closesNothing:
            Texts(fr: "« </{0}> » ne ferme aucun élément ouvert", en: "“</{0}>” closes no element that is open")
        case .secondElement:
            Texts(fr: "un second élément après celui du document", en: "a second element after the document's own")
        case .tooDeep:
            Texts(
                fr: "des éléments sont imbriqués sur plus de {0} {0:niveau|niveaux}",
                en: "elements nest deeper than {0}")
        case .expectedAttribute: Texts(fr: "« > » ou un attribut est attendu", en: "expected “>” or an attribute")
        case .expectedEquals: Texts(fr: "« = » est attendu après « {0} »", en: "expected “=” after “{0}”")
        case .tooManyAttributes:
            Texts(fr: "un élément a plus de 64 attributs", en: "an element has more than 64 attributes")
        case .expectedQuoted:
            Texts(fr: "une valeur entre guillemets est attendue", en: "expected a value in quotation marks")
        case .lessThanInAttribute:
            Texts(fr: "« < » dans la valeur d’un attribut", en: "“<” in the value of an attribute")
        case .attributeUnclosed:
            Texts(fr: "la valeur d’un attribut n’est pas fermée", en: "the value of an attribute does not end")
        case .notInXML: Texts(fr: "un caractère que XML ne peut pas contenir", en: "a character that XML cannot hold")
        case .badReference: Texts(fr: "« & » ne commence aucune référence", en: "“&” begins no reference")
        case .unknownEntity:
            Texts(
                fr: "« &{0}; » n’est pas un caractère ; les entités sont refusées",
                en: "“&{0};” is no character; entities are refused")
        case .expectedName: Texts(fr: "un nom est attendu", en: "expected a name")
        case .notJSON: Texts(fr: "ceci n’est pas du JSON", en: "no JSON")
        case .expectedBoolean: Texts(fr: "true ou false est attendu", en: "expected true or false")
        case .expectedSolutions:
            Texts(
                fr: "un tableau de solutions, ou « boolean », est attendu",
                en: "expected an array of solutions, or “boolean”")
        case .expectedVariables:
            Texts(
                fr: "un tableau des noms des variables est attendu", en: "expected an array of the names of variables")
        case .expectedString: Texts(fr: "une chaîne est attendue", en: "expected a string")
        case .tooManyCells: Texts(fr: "bien plus de variables que de valeurs", en: "far more variables than values")
        case .expectedObject: Texts(fr: "un objet est attendu", en: "expected an object")
        case .unknownVariable:
            Texts(
                fr: "« {0} » n’est pas parmi les variables de l’en-tête",
                en: "“{0}” is not among the variables of the head")
        case .expectedTypeAndValue:
            Texts(
                fr: "un objet qui a « type » et « value » est attendu",
                en: "expected an object with “type” and “value”")
        case .triplesTooDeep: Texts(fr: "des triplets cités sont trop imbriqués", en: "triple terms nest too deep")
        case .tripleParts:
            Texts(
                fr: "un triplet cité a « subject », « predicate » et « object »",
                en: "a triple term has “subject”, “predicate” and “object”")
        case .valueIsString: Texts(fr: "« value » est une chaîne", en: "“value” is a string")
        case .unknownTermType: Texts(fr: "« {0} » n’est pas le type d’un terme", en: "“{0}” is no type of a term")
        case .isString: Texts(fr: "« {0} » est une chaîne", en: "“{0}” is a string")
        case .tabExpected:
            Texts(
                fr: "une tabulation ou la fin de la ligne est attendue après un terme",
                en: "expected a tab or the end of the line after a term")
        case .expectedTerm: Texts(fr: "un terme est attendu", en: "expected a term")
        case .expectedBlankNode: Texts(fr: "« _: » et une étiquette sont attendus", en: "expected “_:” and a label")
        case .expectedLabel: Texts(fr: "une étiquette est attendue après « _: »", en: "expected a label after “_:”")
        case .expectedIRI: Texts(fr: "un IRI entre chevrons est attendu", en: "expected an IRI in angle brackets")
        case .notATerm: Texts(fr: "« {0} » n’est pas un terme", en: "“{0}” is no term")
        case .badEscape: Texts(fr: "un échappement que Turtle n’a pas", en: "an escape that Turtle does not have")
        case .termUnclosed: Texts(fr: "un terme qui n’est pas fermé", en: "a term that does not end")
        case .expectedDigits:
            Texts(fr: "{0} chiffres hexadécimaux sont attendus", en: "expected {0} hexadecimal digits")
        case .noCharacter: Texts(fr: "un échappement qui ne désigne aucun caractère", en: "an escape of no character")
        case .notAnIRI: Texts(fr: "« {0} » n’est pas un IRI absolu", en: "“{0}” is no absolute IRI")
        case .direction:
            Texts(
                fr: "« its:dir » est « ltr » ou « rtl », sur un littéral qui a une langue",
                en: "“its:dir” is “ltr” or “rtl”, on a literal with a language")
        case .notALanguageTag: Texts(fr: "« {0} » n’est pas une étiquette de langue", en: "“{0}” is no language tag")
        case .tripleSubject:
            Texts(
                fr: "le sujet d’un triplet cité est un IRI ou un nœud anonyme",
                en: "the subject of a triple term is an IRI or a blank node")
        case .triplePredicate:
            Texts(fr: "le prédicat d’un triplet cité est un IRI", en: "the predicate of a triple term is an IRI")
        case .expectedRoot:
            Texts(fr: "<sparql>, de l’espace de noms {0}, est attendu", en: "expected <sparql> of the namespace {0}")
        case .outOfPlace: Texts(fr: "<{0}> n’a pas sa place dans <{1}>", en: "<{0}> is out of place in <{1}>")
        case .noAnswer:
            Texts(
                fr: "le document n’a ni <results> ni <boolean>", en: "the document has neither <results> nor <boolean>")
        case .textAmongElements:
            Texts(fr: "du texte là où seuls des éléments ont leur place", en: "text where only elements may stand")
        case .elementInText:
            Texts(fr: "un élément là où seul du texte a sa place", en: "an element where only text may stand")
        case .variableWithoutName: Texts(fr: "<variable> n’a pas de nom", en: "<variable> has no name")
        case .notABoolean: Texts(fr: "« {0} » n’est ni true ni false", en: "“{0}” is neither true nor false")
        case .bindingWithoutName: Texts(fr: "<binding> n’a pas de nom", en: "<binding> has no name")
        case .oneTermOnly: Texts(fr: "un seul terme est attendu", en: "expected one term only")
        case .expectedTermElement:
            Texts(
                fr: "<uri>, <bnode>, <literal> ou <triple> est attendu",
                en: "expected <uri>, <bnode>, <literal> or <triple>")
        case .tripleOfThree:
            Texts(
                fr: "un triplet cité a un sujet, un prédicat et un objet",
                en: "a triple term has one subject, one predicate and one object")
        }
    }
}
