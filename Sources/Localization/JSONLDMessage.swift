/// What can be wrong with a JSON-LD document; the name that the specification gives the error stands beside it.
public enum JSONLDMessage: String, Message, CaseIterable, Hashable {
    case compactIRIConfusion, nestIsObject, reverseValuesAreNodes, languageMapOfStrings, textWithIndexProperty
    case onlyIndexBesideSetOrList, notInValueObject, typeOrLanguage, onlyStringsHaveLanguage, typeOfValueIsIRI
    case notATermForNest, noNodeInJSONLD, invalidJSONLiteral, listsTooDeep, notALanguageTag, notADirection
    case termDefinedByItself, emptyTerm, protectedTerm, typeIsOnlySet, keywordIsNoTerm, termDefinition
    case protectedIsBoolean, newerTermEntry, typeIsIRIOrKeyword, typeIsNoIRI, reverseWithoutID, reverseIsIRI
    case reverseIsNoIRI, reverseContainer, idIsIRIOrNull, termToNoIRI, noAliasOfContext, termReadsAsOtherIRI
    case termIsRelative, termWithoutIRI, typeOfTypeMap, indexNeedsContainer, indexIsIRI, scopedContext
    case termLanguage, direction, nestOfTerm, prefixWithColon, prefixIsBoolean, keywordAliasIsNoPrefix
    case unknownTermEntry, tooManyFramedNodes, frameIsObject, frameIRIs, remoteRefused, notAtHand
    case conflictingIndexes, tooManyTerms, iriGrowth, tooDeep, contextRemovesProtected, context, relativeContext
    case contextsTooDeep, noContextThere, version, version11, defaultLanguage, propagateIsBoolean, newerKeyword
    case importIsIRI, importedIsNoObject, importedImports, relativeBase, baseIsIRI, relativeVocab, vocabIsIRI,
        vocabIsNoIRI
    case timeLimit, memoryLimit, stackIsLow, statementLost, statementsLost
    case tooManyRemoteContexts, remoteContextsTooLong, remoteContextsTooSlow
    case embed, keywordInReverse, keywordTwice, indexIsString, frameID, idIsString, typesAreStrings
    case defaultTypeIsIRI, typeIsStrings, includedAreNodes, jsonLiteralsAreNewer, frameValue, valueIsScalar
    case languageIsString, directionOfValue, reverseIsObject, jsonLiteralNotWritten, remoteContext, noScriptOfID
    case noScript, scriptIsNoJSON, notJSONType, notJSON, manyContexts, tooManyAlternates, cannotLoad, container

    public var texts: Texts {
        switch self {
        case .compactIRIConfusion:
            Texts(fr: "« {0} » se lirait comme un IRI compact", en: "“{0}” would read as a compact IRI")
        case .nestIsObject:
            Texts(
                fr: "la valeur de @nest est un objet de propriétés",
                en: "the value of @nest is an object with properties")
        case .reverseValuesAreNodes:
            Texts(
                fr: "les valeurs d’une propriété inverse sont des nœuds, et non des textes ou des listes",
                en: "the values of a reverse property are nodes, not texts or lists")
        case .languageMapOfStrings:
            Texts(
                fr: "les valeurs d’une table de langues sont des chaînes",
                en: "the values of a language map are strings")
        case .textWithIndexProperty:
            Texts(
                fr: "un texte ne peut pas porter la propriété « {0} », selon laquelle il est indexé",
                en: "a text cannot carry the property “{0}”, by which it is indexed")
        case .onlyIndexBesideSetOrList:
            Texts(
                fr: "à côté de @set ou de @list, un objet n’a que @index",
                en: "beside @set or @list, an object has nothing but @index")
        case .notInValueObject: Texts(fr: "un objet de valeur n’a pas de « {0} »", en: "a value object has no “{0}”")
        case .typeOrLanguage:
            Texts(
                fr: "une valeur a un type, ou bien une langue et une direction, mais pas les deux",
                en: "a value has a type, or a language and direction, not both")
        case .onlyStringsHaveLanguage:
            Texts(fr: "seules les chaînes ont une langue", en: "only strings have a language")
        case .typeOfValueIsIRI:
            Texts(
                fr: "le type d’une valeur est un IRI absolu, et un seul", en: "the type of a value is one absolute IRI")
        case .notATermForNest: Texts(fr: "« {0} » n’est pas un terme pour @nest", en: "“{0}” is no term for @nest")
        case .noNodeInJSONLD:
            Texts(fr: "{0} ne peut pas être un nœud en JSON-LD 1.1", en: "{0} cannot stand in JSON-LD 1.1 as a node")
        case .invalidJSONLiteral: Texts(fr: "« {0} » n’est pas du JSON", en: "“{0}” is not JSON")
        case .listsTooDeep:
            Texts(
                fr: "des listes sont imbriquées sur plus de {0} {0:niveau|niveaux}",
                en: "lists nest more than {0} deep")
        case .notALanguageTag: Texts(fr: "« {0} » n’est pas une étiquette de langue", en: "“{0}” is no language tag")
        case .notADirection: Texts(fr: "« {0} » n’est ni « ltr » ni « rtl »", en: "“{0}” is neither “ltr” nor “rtl”")
        case .termDefinedByItself:
            Texts(fr: "le terme « {0} » est défini par lui-même", en: "the term “{0}” is defined by itself")
        case .emptyTerm: Texts(fr: "un terme a au moins un caractère", en: "a term has at least one character")
        case .protectedTerm: Texts(fr: "le terme « {0} » est protégé", en: "the term “{0}” is protected")
        case .typeIsOnlySet:
            Texts(
                fr: "au sujet de « @type », un contexte ne peut contenir que @container: @set",
                en: "of “@type”, a context can only say @container: @set")
        case .keywordIsNoTerm:
            Texts(fr: "« {0} » est un mot-clé, et non un terme", en: "“{0}” is a keyword, and no term")
        case .termDefinition:
            Texts(
                fr: "le terme « {0} » se définit par un IRI, un objet ou null",
                en: "the term “{0}” is defined by an IRI, an object or null")
        case .protectedIsBoolean: Texts(fr: "@protected est true ou false", en: "@protected is true or false")
        case .newerTermEntry:
            Texts(
                fr: "{0}, dans la définition d’un terme, n’existe que depuis JSON-LD 1.1",
                en: "{0} in a term definition came with JSON-LD 1.1")
        case .typeIsIRIOrKeyword: Texts(fr: "@type est un IRI ou un mot-clé", en: "@type is an IRI or a keyword")
        case .typeIsNoIRI: Texts(fr: "le type « {0} » n’est pas un IRI absolu", en: "the type “{0}” is no absolute IRI")
        case .reverseWithoutID:
            Texts(fr: "une propriété inverse n’a ni @id ni @nest", en: "a reverse property has neither @id nor @nest")
        case .reverseIsIRI:
            Texts(
                fr: "@reverse dans la définition d’un terme est un IRI", en: "@reverse in a term definition is an IRI")
        case .reverseIsNoIRI:
            Texts(
                fr: "la propriété inverse « {0} » n’est pas un IRI absolu",
                en: "the reverse property “{0}” is no absolute IRI")
        case .reverseContainer:
            Texts(
                fr: "le conteneur d’une propriété inverse est @set ou @index",
                en: "the container of a reverse property is @set or @index")
        case .idIsIRIOrNull: Texts(fr: "@id est un IRI ou null", en: "@id is an IRI or null")
        case .termToNoIRI:
            Texts(
                fr: "le terme « {0} » désigne « {1} », qui n’est pas un IRI",
                en: "the term “{0}” is mapped to “{1}”, which is no IRI")
        case .noAliasOfContext: Texts(fr: "« @context » n’a pas d’autre nom", en: "“@context” has no alias")
        case .termReadsAsOtherIRI:
            Texts(
                fr: "le terme « {0} » se lit comme un IRI, mais désigne « {1} »",
                en: "the term “{0}” reads as an IRI, but is mapped to “{1}”")
        case .termIsRelative: Texts(fr: "le terme « {0} » est un IRI relatif", en: "the term “{0}” is a relative IRI")
        case .termWithoutIRI:
            Texts(
                fr: "le terme « {0} » n’a pas d’IRI, et il n’y a pas de @vocab",
                en: "the term “{0}” has no IRI, and there is no @vocab")
        case .typeOfTypeMap:
            Texts(
                fr: "avec @container: @type, @type est @id ou @vocab",
                en: "with @container: @type, @type is @id or @vocab")
        case .indexNeedsContainer:
            Texts(
                fr: "@index dans une définition va avec @container: @index",
                en: "@index in a definition goes with @container: @index")
        case .indexIsIRI: Texts(fr: "@index dans une définition est un IRI", en: "@index in a definition is an IRI")
        case .scopedContext: Texts(fr: "le contexte de ce terme est erroné", en: "the context of this term is at fault")
        case .termLanguage:
            Texts(
                fr: "@language dans une définition est une chaîne ou null",
                en: "@language in a definition is a string or null")
        case .direction: Texts(fr: "@direction est « ltr », « rtl » ou null", en: "@direction is “ltr”, “rtl” or null")
        case .nestOfTerm:
            Texts(
                fr: "@nest dans une définition est « @nest » ou un terme",
                en: "@nest in a definition is “@nest” or a term")
        case .prefixWithColon:
            Texts(
                fr: "un préfixe n’a ni deux-points ni barre oblique : « {0} »",
                en: "a prefix has neither colon nor slash: “{0}”")
        case .prefixIsBoolean: Texts(fr: "@prefix est true ou false", en: "@prefix is true or false")
        case .keywordAliasIsNoPrefix:
            Texts(
                fr: "l’autre nom d’un mot-clé n’est pas un préfixe : « {0} »",
                en: "an alias of a keyword is no prefix: “{0}”")
        case .unknownTermEntry:
            Texts(fr: "la définition d’un terme n’a pas d’entrée « {0} »", en: "a term definition has no entry “{0}”")
        case .tooManyFramedNodes:
            Texts(
                fr: """
                    le cadre produit plus de {0} {0:nœud|nœuds} et valeurs ; voir --option maximumFramedNodes=N, ou \
                    "@embed": "@once"
                    """,
                en: """
                    the frame puts out more than {0} {0:node|nodes} and values; see --option maximumFramedNodes=N, or \
                    "@embed": "@once"
                    """)
        case .tooManyRemoteContexts:
            Texts(
                fr: "plus de {0} {0:contexte distant|contextes distants} ; le dernier est <{1}>",
                en: "more than {0} remote {0:context|contexts}; the last is <{1}>")
        case .remoteContextsTooLong:
            Texts(
                fr: "les contextes distants dépassent {0} Mio au total ; le dernier est <{1}>",
                en: "the remote contexts have more than {0} MiB together; the last is <{1}>")
        case .remoteContextsTooSlow:
            Texts(
                fr:
                    "il faut plus de {0} {0:seconde|secondes} pour obtenir les contextes distants ; le dernier est <{1}>",
                en: "the remote contexts take more than {0} {0:second|seconds} to get; the last is <{1}>")
        case .statementLost:
            Texts(
                fr: "cet énoncé ne se relit pas en JSON-LD 1.1 : {0}",
                en: "this statement does not come back from JSON-LD 1.1: {0}")
        case .statementsLost:
            Texts(
                fr: "à la relecture, il manque {0} {0:énoncé|énoncés}",
                en: "read back, {0} {0:statement is|statements are} missing")
        case .stackIsLow:
            Texts(
                fr:
                    "le document est imbriqué sur plus de {0} niveaux, et la pile de ce fil d’exécution n’en permet pas plus",
                en: "the document nests deeper than {0}, which is all that the stack of this thread allows")
        case .timeLimit: InputMessage.timeLimit.texts
        case .memoryLimit: InputMessage.memoryLimit.texts
        case .frameIsObject: Texts(fr: "un cadre est un seul objet", en: "a frame is one object")
        case .frameIRIs:
            Texts(fr: "{0}, dans un cadre, contient des IRI, ou est {}", en: "{0} of a frame is IRIs or {}")
        case .remoteRefused:
            Texts(
                fr: "« {0} » est un document distant, et aucun ne peut être chargé",
                en: "“{0}” is a remote document, and none may be loaded")
        case .notAtHand:
            Texts(
                fr: "« {0} » n’est pas parmi les documents à disposition",
                en: "“{0}” is not among the documents at hand")
        case .conflictingIndexes:
            Texts(
                fr: "le nœud « {0} » a deux valeurs différentes de @index",
                en: "the node “{0}” has two different values of @index")
        case .iriGrowth:
            Texts(
                fr:
                    "les préfixes, les bases ou @vocab rendent les IRI de ce document démesurément longs ; déclarez-en de plus courts",
                en:
                    "prefixes, bases or @vocab make the IRIs of this document grow out of all proportion; declare shorter ones"
            )
        case .tooManyTerms:
            Texts(
                fr: "les contextes définissent plus de {0} {0:terme|termes}",
                en: "the contexts define more than {0} terms")
        case .tooDeep:
            Texts(
                fr: "le document a plus de {0} {0:niveau|niveaux} d’imbrication",
                en: "the document nests more than {0} deep")
        case .contextRemovesProtected:
            Texts(
                fr: "un contexte null enlèverait des termes protégés",
                en: "a null context would remove terms that are protected")
        case .context:
            Texts(
                fr: "un contexte est un objet, un IRI, null ou un tableau de ceux-ci",
                en: "a context is an object, an IRI, null or an array of those")
        case .relativeContext:
            Texts(
                fr: "« {0} » est relatif, et aucun IRI de base n’est connu",
                en: "“{0}” is relative, and no base IRI is known")
        case .contextsTooDeep:
            Texts(
                fr: "des contextes s’incluent sur plus de {0} {0:niveau|niveaux} : « {1} »",
                en: "contexts include one another more than {0} deep: “{1}”")
        case .noContextThere:
            Texts(fr: "« {0} » n’est pas un objet qui a « @context »", en: "“{0}” is no object with “@context”")
        case .version:
            Texts(fr: "@version est le nombre 1.1 et rien d’autre", en: "@version is the number 1.1 and nothing else")
        case .version11:
            Texts(
                fr: "un contexte de la version 1.1 ne peut pas être traité selon la 1.0",
                en: "a context of version 1.1 cannot be processed as 1.0")
        case .defaultLanguage:
            Texts(
                fr: "@language dans un contexte est une chaîne ou null",
                en: "@language in a context is a string or null")
        case .propagateIsBoolean: Texts(fr: "@propagate est true ou false", en: "@propagate is true or false")
        case .newerKeyword: Texts(fr: "{0} n’existe que depuis JSON-LD 1.1", en: "{0} came with JSON-LD 1.1")
        case .importIsIRI: Texts(fr: "@import est l’IRI d’un contexte", en: "@import is the IRI of a context")
        case .importedIsNoObject:
            Texts(
                fr: "« {0} » est importé, mais son @context n’est pas un objet",
                en: "“{0}” is imported, but its @context is not an object")
        case .importedImports:
            Texts(
                fr: "« {0} » est importé, et ne peut pas en importer d’autres",
                en: "“{0}” is imported, and cannot import others")
        case .relativeBase:
            Texts(
                fr: "@base « {0} » est relatif, et aucun IRI de base n’est connu",
                en: "@base “{0}” is relative, and no base IRI is known")
        case .baseIsIRI: Texts(fr: "@base est un IRI ou null", en: "@base is an IRI or null")
        case .relativeVocab: Texts(fr: "@vocab « {0} » est relatif", en: "@vocab “{0}” is relative")
        case .vocabIsIRI: Texts(fr: "@vocab est un IRI ou null", en: "@vocab is an IRI or null")
        case .vocabIsNoIRI:
            Texts(
                fr: "@vocab « {0} » n’est pas un IRI : il a la forme d’un mot-clé",
                en: "@vocab “{0}” is no IRI: it has the form of a keyword")
        case .embed: Texts(fr: "@embed est @always, @once ou @never", en: "@embed is @always, @once or @never")
        case .keywordInReverse:
            Texts(fr: "@reverse contient des propriétés, et non « {0} »", en: "@reverse holds properties, not “{0}”")
        case .keywordTwice:
            Texts(
                fr: "« {0} » figure deux fois, dont une sous un autre nom",
                en: "“{0}” comes twice, once under another name")
        case .indexIsString: Texts(fr: "la valeur de @index est une chaîne", en: "the value of @index is a string")
        case .frameID: Texts(fr: "@id est un IRI, des IRI, ou {}", en: "@id is an IRI, IRIs, or {}")
        case .idIsString: Texts(fr: "la valeur de @id est une chaîne", en: "the value of @id is a string")
        case .typesAreStrings: Texts(fr: "les valeurs de @type sont des chaînes", en: "the values of @type are strings")
        case .defaultTypeIsIRI:
            Texts(fr: "la valeur par défaut de @type est un IRI", en: "the default of @type is an IRI")
        case .typeIsStrings:
            Texts(
                fr: "la valeur de @type est une chaîne ou un tableau de chaînes",
                en: "the value of @type is a string or an array of strings")
        case .includedAreNodes:
            Texts(fr: "les valeurs de @included sont des nœuds", en: "the values of @included are nodes")
        case .jsonLiteralsAreNewer:
            Texts(fr: "les littéraux JSON n’existent que depuis JSON-LD 1.1", en: "JSON literals came with JSON-LD 1.1")
        case .frameValue:
            Texts(
                fr: "@value d’un cadre est une valeur simple, plusieurs, ou {}",
                en: "@value of a frame is a scalar, scalars, or {}")
        case .valueIsScalar:
            Texts(
                fr: "la valeur de @value est une chaîne, un nombre, true, false ou null",
                en: "the value of @value is a string, number, true, false or null")
        case .languageIsString:
            Texts(fr: "la valeur de @language est une chaîne", en: "the value of @language is a string")
        case .directionOfValue:
            Texts(fr: "la valeur de @direction est « ltr » ou « rtl »", en: "the value of @direction is “ltr” or “rtl”")
        case .reverseIsObject:
            Texts(
                fr: "la valeur de @reverse est un objet de propriétés",
                en: "the value of @reverse is an object of properties")
        case .jsonLiteralNotWritten:
            Texts(
                fr: "la valeur d’un littéral JSON ne peut pas être écrite",
                en: "the value of a JSON literal cannot be written")
        case .remoteContext:
            Texts(fr: "le contexte « {0} » ne peut pas être obtenu", en: "the context “{0}” cannot be had")
        case .noScriptOfID:
            Texts(
                fr: "« {0} » n’est l’id d’aucun script de type application/ld+json",
                en: "“{0}” is the id of no script of type application/ld+json")
        case .noScript:
            Texts(
                fr: "la page n’a aucun script de type application/ld+json",
                en: "the page has no script of type application/ld+json")
        case .scriptIsNoJSON: Texts(fr: "le script n’est pas du JSON", en: "the script is not JSON")
        case .notJSONType:
            Texts(
                fr: "« {0} » est du type de média « {1} », qui n’est ni JSON ni HTML",
                en: "“{0}” is of the media type “{1}”, which is neither JSON nor HTML")
        case .notJSON: Texts(fr: "le document n’est pas du JSON", en: "the document is not JSON")
        case .manyContexts:
            Texts(
                fr: "« {0} » nomme plus d’un contexte dans ses en-têtes Link",
                en: "“{0}” names more than one context in its Link headers")
        case .tooManyAlternates:
            Texts(
                fr: "« {0} » renvoie d’une version du document à l’autre sans fin",
                en: "“{0}” sends from one alternate document to the next")
        case .cannotLoad: Texts(fr: "« {0} » ne peut pas être chargé", en: "“{0}” cannot be loaded")
        case .container:
            Texts(
                fr:
                    "@container est un de @graph @id @index @language @list @set @type, ou un tableau de ceux qui sont compatibles",
                en: "@container is one of @graph @id @index @language @list @set @type, or a fitting array")
        }
    }
}
