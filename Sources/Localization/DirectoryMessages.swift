/// What is said about the files of a directory: problems of tables, cells and `publication.yaml`, each with its cure.
///
/// The place is printed before the message; where something similar is known, ``didYouMean`` follows it.
public enum DirectoryMessage: String, CaseIterable, Message {
    // Files and tables
    case missingFile, unknownFile, unsupportedEncoding, notText, damagedUTF8, fileTooLarge, cellTooLarge
    case tooManyRows, tooManyCells, emptyFile, unclosedQuote, textAfterQuote, quoteInsideCell
    case missingColumn, unknownColumn, duplicateColumn, emptyHeading
    case isWorkbook, isPage, isForeign, isCompressed, otherEncoding, foreignDelimiter, rowInOneCell, titleAbove
    case noHeadings, conflictMark, tooFewCells, tooManyByComma, tooManyBySemicolon, tooManyByTab, headingsAgain
    case noRecord, noRows, twoTables, workbookInstead
    // Any cell
    case missingValue, controlCharacter, lineBreak, emptyItem, repeatedItem
    case errorValue, formula, lostLetter, wrongEncoding
    // Names and words
    case malformedID, duplicateID, missingName, duplicateLabel, unknownRole, unknownCondition
    case unknownTerritory, unknownLanguage, unknownScope, unknownOrganization, unknownStatus
    case unknownStakeholder, unknownTechnology, unknownProgrammeKind, unknownMembershipKind
    case unknownIdentifierSystem, unknownRare, unknownCodeCheck, unknownTable, didYouMean
    case unknownTheme, unknownFrequency, territoryCircle, otherSeparator
    // What follows a message
    case choices, choicesAbove, quoted, textLine
    // Conditions
    case conditionCountsDiffer, conditionLabelsDiffer, malformedOrphaCode, malformedMondoCode
    case malformedOmimCode, malformedIcd10Code, sharedCode, closeWithoutMondo, broaderCircle, selfReference
    // The end of an organization
    case statusContradicted, successorCircle
    // Addresses and sources
    case addressScheme, addressHost, addressCharacter, addressComma, addressPercent, addressTwice, dotSegment,
        sharedWebsite
    // Dates, registers, rows
    case malformedYear, yearTooEarly, yearTooLate, malformedDate, dateTooLate, datesReversed
    case malformedIdentifier, duplicateRow
    // publication.yaml
    case yamlSyntax, yamlTooDeep, missingKey, unknownKey, duplicateKey, textExpected, listExpected
    case mappingExpected, malformedIRI, malformedBase, malformedVersion, compiledAfterIssued, privateNeeded
    case malformedContact
    // Warnings: the directory can be published all the same
    case emptyLine, blankRow, trimmed, noFrenchName, noEnglishName, noWebsite, noRole, noCondition
    case unusedCondition, endedRole
    case blankColumns, blankColumn, noRowsYet, placeholder, perhapsPlaceholder, markup, doubtfulEncoding
    case removedCharacter, unregisteredLanguage, personalMail, personalTelephone, personalStreet

    /// Whether the directory can be published all the same.
    public var isWarning: Bool {
        switch self {
        case .emptyLine, .blankRow, .trimmed, .noFrenchName, .noEnglishName, .noWebsite, .noRole, .noCondition,
            .unusedCondition, .endedRole, .blankColumns, .blankColumn, .noRowsYet, .placeholder, .perhapsPlaceholder,
            .markup,
            .doubtfulEncoding, .removedCharacter, .unregisteredLanguage, .personalMail, .personalTelephone,
            .personalStreet:
            true
        default: false
        }
    }

    public var texts: Texts {
        switch self {
        // Files and tables
        case .missingFile:
            Texts(
                fr: "le fichier manque ; la table « {0} » est nécessaire",
                en: "the file is missing; the table “{0}” is needed")
        case .unknownFile: Texts(fr: "table inconnue « {0} »", en: "unknown table “{0}”")
        case .unsupportedEncoding:
            Texts(
                fr: "le fichier est en {0} ; enregistrez la feuille en « CSV UTF-8 (délimité par des virgules) »",
                en: "the file is in {0}; save the sheet as “CSV UTF-8 (Comma delimited)”")
        case .notText:
            Texts(
                fr: "l’octet {0} n’est pas du texte ; enregistrez la feuille en CSV (UTF-8)",
                en: "byte {0} is no text; save the sheet as CSV (UTF-8)")
        case .damagedUTF8:
            Texts(
                fr:
                    "l’octet {0} n’est pas du texte : le fichier est en UTF-8, mais endommagé à cet endroit ; retapez le mot",
                en: "byte {0} is no text: the file is UTF-8, but damaged here; type the word again")
        case .fileTooLarge: Texts(fr: "le fichier dépasse {0} octets", en: "the file has more than {0} bytes")
        case .cellTooLarge:
            Texts(
                fr: "la cellule dépasse {0} octets ; un guillemet est peut-être resté ouvert",
                en: "the cell has more than {0} bytes; perhaps a quote was left open")
        case .tooManyRows: Texts(fr: "plus de {0} lignes", en: "more than {0} rows")
        case .tooManyCells: Texts(fr: "plus de {0} cellules dans la ligne", en: "more than {0} cells in the row")
        case .emptyFile:
            Texts(
                fr: "le fichier est vide ; une ligne d’en-têtes est nécessaire",
                en: "the file is empty; a row of headings is needed")
        case .unclosedQuote:
            Texts(
                fr: "guillemet (\") ouvert et jamais fermé",
                en: "quote (\") opened and never closed")
        case .textAfterQuote:
            Texts(
                fr: "texte après le guillemet fermant ; doublez les guillemets à l’intérieur d’une cellule (\"\")",
                en: "text after the closing quote; double the quotes inside a cell (\"\")")
        case .quoteInsideCell:
            Texts(
                fr: "guillemet (\") dans une cellule qui ne commence pas par un guillemet ; mettez toute la cellule "
                    + "entre guillemets et doublez celui-ci (\"\")",
                en: "quote (\") in a cell that does not begin with one; quote the whole cell and double this one "
                    + "(\"\")")
        case .tooFewCells:
            Texts(
                fr: "{0} {0:cellule|cellules} au lieu de {1} ; il en manque : la ligne est peut-être coupée",
                en: "{0} {0:cell|cells} instead of {1}; some are missing: the row may be cut")
        case .tooManyByComma:
            Texts(
                fr: "{0} {0:cellule|cellules} au lieu de {1} ; une virgule dans une cellule demande des guillemets",
                en: "{0} {0:cell|cells} instead of {1}; a comma inside a cell needs quotes around it")
        case .tooManyBySemicolon:
            Texts(
                fr: "{0} {0:cellule|cellules} au lieu de {1} ; dans ce fichier, un point-virgule dans une cellule "
                    + "demande des guillemets",
                en: "{0} {0:cell|cells} instead of {1}; in this file, a semicolon inside a cell needs quotes around it")
        case .tooManyByTab:
            Texts(
                fr: "{0} {0:cellule|cellules} au lieu de {1} ; dans ce fichier, une tabulation dans une cellule "
                    + "demande des guillemets",
                en: "{0} {0:cell|cells} instead of {1}; in this file, a tab inside a cell needs quotes around it")
        case .missingColumn: Texts(fr: "la colonne « {0} » manque", en: "the column “{0}” is missing")
        case .unknownColumn:
            Texts(
                fr: "colonne inconnue « {0} » ; si elle est privée, nommez-la sous « private » dans publication.yaml",
                en: "unknown column “{0}”; if it is private, name it under “private” in publication.yaml")
        case .duplicateColumn:
            Texts(
                fr: "la colonne « {0} » figure deux fois",
                en: "the column “{0}” stands there twice")
        case .emptyHeading:
            Texts(
                fr: "la colonne {0} n’a pas d’en-tête, mais contient « {1} » à la ligne {2} ; nommez-la ou videz-la",
                en: "column {0} has no heading, but holds “{1}” in row {2}; name it or empty it")
        case .isWorkbook:
            Texts(
                fr: "c’est un classeur (Excel, LibreOffice ou Numbers) et non un CSV ; ouvrez-le, puis enregistrez la "
                    + "feuille en « CSV UTF-8 (délimité par des virgules) »",
                en: "this is a workbook (Excel, LibreOffice or Numbers), not CSV; open it, and save the sheet as "
                    + "“CSV UTF-8 (Comma delimited)”")
        case .isPage:
            Texts(
                fr: "c’est une page HTML et non un CSV ; ouvrez-la dans un tableur, puis enregistrez la feuille en "
                    + "« CSV UTF-8 (délimité par des virgules) »",
                en: "this is an HTML page, not CSV; open it in a spreadsheet, and save the sheet as “CSV UTF-8 (Comma "
                    + "delimited)”")
        case .isForeign:
            Texts(
                fr: "c’est un fichier {0} et non un CSV ; enregistrez la feuille en « CSV UTF-8 (délimité par des "
                    + "virgules) »",
                en: "this is a {0} file, not CSV; save the sheet as “CSV UTF-8 (Comma delimited)”")
        case .isCompressed:
            Texts(
                fr: "le fichier est compressé ; décompressez-le d’abord",
                en: "the file is compressed; expand it first")
        case .otherEncoding:
            Texts(
                fr:
                    "le fichier semble être en {0} : « {1} » s’y lirait « {2} » ; enregistrez la feuille en « CSV UTF-8 "
                    + "(délimité par des virgules) »",
                en: "the file seems to be in {0}: “{1}” would be read as “{2}”; save the sheet as “CSV UTF-8 (Comma "
                    + "delimited)”")
        case .foreignDelimiter:
            Texts(
                fr: "les cellules sont séparées par « {0} » ; enregistrez la feuille avec des virgules, des "
                    + "points-virgules ou des tabulations",
                en: "the cells are separated by “{0}”; save the sheet with commas, semicolons or tabs")
        case .rowInOneCell:
            Texts(
                fr:
                    "chaque ligne tient dans une seule cellule, entre guillemets ; dans le tableur, répartissez le texte "
                    + "en colonnes (Données, Convertir), puis enregistrez de nouveau en CSV",
                en: "each row stands in a single cell, in quotes; in the spreadsheet, split the text to columns (Data, "
                    + "Text to Columns), and save as CSV again")
        case .titleAbove:
            Texts(
                fr:
                    "« {0} » est un titre, et non une ligne d’en-têtes : celle-ci est la ligne {1} ; supprimez les lignes "
                    + "qui la précèdent",
                en: "“{0}” is a title and not a row of headings, which is row {1}; delete the rows above it")
        case .noHeadings:
            Texts(
                fr: "aucun en-tête connu dans cette ligne, qui commence par « {0} » ; la première ligne contient les "
                    + "noms des colonnes, dont au moins {1}",
                en:
                    "no known heading in this row, which begins with “{0}”; the first row holds the names of the columns, "
                    + "at least {1}")
        case .conflictMark:
            Texts(
                fr: "Git a laissé ici les deux versions d’une ligne ; gardez la bonne et supprimez les marques",
                en: "Git left both versions of a row here; keep the right one and delete the marks")
        case .headingsAgain:
            Texts(
                fr: "les en-têtes sont répétés ici ; supprimez cette ligne",
                en: "the headings are repeated here; delete this row")
        case .noRecord:
            Texts(
                fr: "cette ligne ne décrit rien : elle ne contient guère que « {0} » ; si c’est un titre ou un total, "
                    + "supprimez-la",
                en:
                    "this row describes nothing: it holds hardly more than “{0}”; if it is a title or a total, delete it"
            )
        case .noRows:
            Texts(
                fr: "la table « {0} » n’a aucune ligne sous ses en-têtes ; rien ne peut être publié",
                en: "the table “{0}” has no row below its headings; nothing can be published")
        case .twoTables:
            Texts(
                fr: "« {0} » et « {1} » sont la même table ; n’en gardez qu’une",
                en: "“{0}” and “{1}” are the same table; keep one of them")
        case .workbookInstead:
            Texts(
                fr: "le fichier manque, mais « {0} » est là ; ouvrez-le, puis enregistrez la feuille sous « {1} », en "
                    + "« CSV UTF-8 (délimité par des virgules) »",
                en:
                    "the file is missing, but “{0}” is there; open it, and save the sheet as “{1}”, in “CSV UTF-8 (Comma "
                    + "delimited)”")
        // Any cell
        case .missingValue:
            Texts(
                fr: "la cellule est vide ; une valeur est nécessaire",
                en: "the cell is empty; a value is needed")
        case .controlCharacter:
            Texts(
                fr: "caractère invisible {0} ; effacez-le",
                en: "invisible character {0}; delete it")
        case .lineBreak:
            Texts(
                fr: "saut de ligne dans la cellule ; écrivez-la sur une ligne",
                en: "line break in the cell; write it on one line")
        case .emptyItem:
            Texts(
                fr: "élément vide dans la liste « {0} » ; enlevez le point-virgule de trop",
                en: "empty item in the list “{0}”; remove the semicolon too many")
        case .errorValue:
            Texts(
                fr: "« {0} » est l’erreur d’une formule ; corrigez la formule ou tapez la valeur",
                en: "“{0}” is the error of a formula; correct the formula or type the value")
        case .formula:
            Texts(
                fr: "« {0} » serait une formule dans un tableur ; collez plutôt sa valeur",
                en: "“{0}” would be a formula in a spreadsheet; paste its value instead")
        case .lostLetter:
            Texts(
                fr: "une lettre de « {0} » s’est perdue (�) ; retapez le mot",
                en: "a letter of “{0}” was lost (�); type the word again")
        case .wrongEncoding:
            Texts(
                fr:
                    "« {0} » est sans doute « {1} », lu dans le mauvais encodage ; rouvrez le fichier d’origine en UTF-8, "
                    + "ou retapez le mot",
                en: "“{0}” is most likely “{1}”, read in the wrong encoding; open the original file again as UTF-8, or "
                    + "type the word again")
        case .repeatedItem: Texts(fr: "« {0} » est nommé deux fois", en: "“{0}” is named twice")
        // Names and words
        case .malformedID:
            Texts(
                fr: "identifiant mal formé « {0} » ; employez des lettres minuscules sans accent, des chiffres et "
                    + "des traits d’union simples",
                en: "malformed id “{0}”; use lower-case letters without accents, digits and single hyphens")
        case .duplicateID:
            Texts(
                fr: "l’identifiant « {0} » figure déjà à la ligne {1}",
                en: "the id “{0}” stands in row {1} already")
        case .missingName:
            Texts(
                fr: "aucun nom, ni en français ni en anglais",
                en: "no name, neither in French nor in English")
        case .duplicateLabel:
            Texts(
                fr: "« {0} » désigne déjà l’affection « {1} »",
                en: "“{0}” names the condition “{1}” already")
        case .unknownRole: Texts(fr: "rôle inconnu « {0} »", en: "unknown role “{0}”")
        case .unknownCondition: Texts(fr: "affection inconnue « {0} »", en: "unknown condition “{0}”")
        case .unknownTerritory: Texts(fr: "territoire inconnu « {0} »", en: "unknown territory “{0}”")
        case .unknownLanguage:
            Texts(
                fr:
                    "langue inconnue « {0} » ; écrivez son code ou son nom (fr ou français, en ou anglais, es ou espagnol) "
                    + "et séparez les langues par des points-virgules",
                en: "unknown language “{0}”; write its code or its name (fr or French, en or English, es or Spanish), "
                    + "and separate languages by semicolons")
        case .unknownScope: Texts(fr: "domaine inconnu « {0} »", en: "unknown scope “{0}”")
        case .unknownOrganization: Texts(fr: "organisme inconnu « {0} »", en: "unknown organization “{0}”")
        case .unknownStatus: Texts(fr: "état inconnu « {0} »", en: "unknown status “{0}”")
        case .unknownStakeholder: Texts(fr: "partie prenante inconnue « {0} »", en: "unknown stakeholder “{0}”")
        case .unknownTechnology:
            Texts(
                fr: "type de technologie inconnu « {0} »",
                en: "unknown kind of technology “{0}”")
        case .unknownProgrammeKind:
            Texts(
                fr: "type de programme inconnu « {0} »",
                en: "unknown kind of programme “{0}”")
        case .unknownMembershipKind:
            Texts(
                fr: "type d’adhésion inconnu « {0} »",
                en: "unknown kind of membership “{0}”")
        case .unknownIdentifierSystem:
            Texts(
                fr: "registre inconnu « {0} » ; écrivez par exemple NEQ:1140000000",
                en: "unknown register “{0}”; write for example NEQ:1140000000")
        case .unknownRare:
            Texts(
                fr: "« {0} » ne veut dire ni oui ni non ; si vous ne savez pas, laissez la cellule vide",
                en: "“{0}” means neither yes nor no; if you do not know, leave the cell empty")
        case .unknownCodeCheck:
            Texts(
                fr: "degré de vérification inconnu « {0} »",
                en: "unknown degree of checking “{0}”")
        case .unknownTable:
            Texts(
                fr: "source inconnue « {0} » ; donnez une adresse, general-knowledge, ou une table nommée sous « "
                    + "attributions » dans publication.yaml",
                en: "unknown source “{0}”; give an address, general-knowledge, or a table named under "
                    + "“attributions” in publication.yaml")
        case .didYouMean: Texts(fr: " ; vouliez-vous dire {0} ?", en: "; did you mean {0}?")
        case .otherSeparator:
            Texts(
                fr: "« {0} » : séparez les éléments par des points-virgules, comme dans « {1} »",
                en: "“{0}”: separate the items by semicolons, as in “{1}”")
        case .unknownTheme: Texts(fr: "thème inconnu « {0} »", en: "unknown theme “{0}”")
        case .unknownFrequency: Texts(fr: "fréquence inconnue « {0} »", en: "unknown frequency “{0}”")
        case .territoryCircle:
            Texts(
                fr: "par ce chemin, le territoire « {0} » se trouve à l’intérieur de lui-même",
                en: "by this way the territory “{0}” lies within itself")
        // What follows a message
        case .choices: Texts(fr: "Choix possibles : {0}.", en: "Choose among {0}.")
        case .choicesAbove: Texts(fr: "Les choix possibles figurent plus haut.", en: "The choices are listed above.")
        case .quoted: Texts(fr: "« {0} »", en: "“{0}”")
        case .textLine: Texts(fr: " (ligne {0} du fichier texte)", en: " (line {0} of the text file)")
        // Conditions
        case .conditionCountsDiffer:
            Texts(
                fr: "{0} {0:affection|affections} en anglais, mais {1} en français ; les deux listes vont de pair",
                en: "{0} {0:condition|conditions} in English, but {1} in French; the two lists go together")
        case .conditionLabelsDiffer:
            Texts(
                fr: "« {0} » s’appelle « {1} » en français, et non « {2} »",
                en: "“{0}” is called “{1}” in French, not “{2}”")
        case .malformedOrphaCode:
            Texts(
                fr: "code Orphanet mal formé « {0} » ; écrivez par exemple ORPHA:586",
                en: "malformed Orphanet code “{0}”; write for example ORPHA:586")
        case .malformedMondoCode:
            Texts(
                fr: "code MONDO mal formé « {0} » ; écrivez par exemple MONDO:0009061",
                en: "malformed MONDO code “{0}”; write for example MONDO:0009061")
        case .malformedOmimCode:
            Texts(
                fr: "code OMIM mal formé « {0} » ; écrivez par exemple OMIM:219700",
                en: "malformed OMIM code “{0}”; write for example OMIM:219700")
        case .malformedIcd10Code:
            Texts(
                fr: "code CIM-10 mal formé « {0} » ; écrivez par exemple E84, G12.2 ou E10-E14",
                en: "malformed ICD-10 code “{0}”; write for example E84, G12.2 or E10-E14")
        case .sharedCode:
            Texts(
                fr: "le code {0} est déjà celui de l’affection « {1} »",
                en: "the code {0} is that of the condition “{1}” already")
        case .closeWithoutMondo:
            Texts(
                fr: "« close » qualifie un code MONDO, mais la ligne n’en a pas",
                en: "“close” is about a MONDO code, but there is none")
        case .broaderCircle:
            Texts(
                fr: "de proche en proche, l’affection « {0} » serait plus générale qu’elle-même",
                en: "by this way the condition “{0}” is broader than itself")
        case .selfReference: Texts(fr: "« {0} » renvoie à lui-même", en: "“{0}” refers to itself")
        // The end of an organization
        case .statusContradicted:
            Texts(
                fr: "l’état « {0} » contredit la fin « {1} » ; écrivez merged ou dissolved, ou enlevez la fin",
                en: "the status “{0}” contradicts the end “{1}”; write merged or dissolved, or remove the end")
        case .successorCircle:
            Texts(
                fr: "par ce chemin, l’organisme « {0} » se remplace lui-même",
                en: "by this way the organization “{0}” replaces itself")
        // Addresses and sources
        case .addressScheme:
            Texts(
                fr: "adresse mal formée « {0} » ; elle commence par https:// ou http://",
                en: "malformed address “{0}”; it begins with https:// or http://")
        case .addressHost:
            Texts(
                fr: "adresse mal formée « {0} » ; « {1} » n’est pas un nom de site tel que exemple.org",
                en: "malformed address “{0}”; “{1}” is no name of a site such as example.org")
        case .addressCharacter:
            Texts(
                fr: "adresse mal formée « {0} » ; le caractère {1} n’a pas sa place dans une adresse",
                en: "malformed address “{0}”; the character {1} has no place in an address")
        case .addressComma:
            Texts(
                fr: "adresse mal formée « {0} » ; une seule adresse, sans virgule",
                en: "malformed address “{0}”; one address only, without a comma")
        case .addressTwice:
            Texts(
                fr: "« {0} » contient deux adresses ; n’en gardez qu’une par cellule",
                en: "“{0}” holds two addresses; keep one in a cell")
        case .addressPercent:
            Texts(
                fr: "adresse mal formée « {0} » ; % est suivi de deux chiffres hexadécimaux",
                en: "malformed address “{0}”; % is followed by two hexadecimal digits")
        case .dotSegment:
            Texts(
                fr:
                    "« {0} » contient « /./ » ou « /../ », que les lecteurs suppriment ; écrivez l’adresse à laquelle cela mène",
                en: "“{0}” holds “/./” or “/../”, which readers remove; write the address that this leads to")
        case .sharedWebsite:
            Texts(
                fr: "l’organisme « {0} » a déjà ce site ; deux organismes ne partagent pas une page d’accueil",
                en: "the organization “{0}” has this website already; two organizations do not share a home page")
        // Dates, registers, rows
        case .malformedYear:
            Texts(
                fr: "année mal formée « {0} » ; écrivez 1999 ou 1999-03-25",
                en: "malformed year “{0}”; write 1999 or 1999-03-25")
        case .yearTooEarly:
            Texts(fr: "année impossible « {0} » : elle précède {1}", en: "impossible year “{0}”; before {1}")
        case .yearTooLate:
            Texts(
                fr: "année impossible « {0} » : elle suit {1}, date de publication",
                en: "impossible year “{0}”; after {1}, the date of issue")
        case .malformedDate:
            Texts(
                fr: "date mal formée « {0} » ; écrivez par exemple 2024-05-31",
                en: "malformed date “{0}”; write for example 2024-05-31")
        case .dateTooLate:
            Texts(
                fr: "date impossible « {0} » : elle suit {1}, date de publication",
                en: "impossible date “{0}”; after {1}, the date of issue")
        case .datesReversed:
            Texts(
                fr: "la fin « {0} » précède le début « {1} »",
                en: "the end “{0}” comes before the beginning “{1}”")
        case .malformedIdentifier: Texts(fr: "numéro mal formé « {0} » pour {1}", en: "malformed number “{0}” for {1}")
        case .duplicateRow: Texts(fr: "la ligne {0} dit déjà la même chose", en: "row {0} says the same already")
        // publication.yaml
        case .yamlSyntax: Texts(fr: "le YAML ne peut pas être lu : {0}", en: "the YAML cannot be read: {0}")
        case .yamlTooDeep:
            Texts(
                fr: "trop de niveaux ou plus de {0} octets",
                en: "too many levels or more than {0} bytes")
        case .missingKey: Texts(fr: "la clé « {0} » manque", en: "the key “{0}” is missing")
        case .unknownKey: Texts(fr: "clé inconnue « {0} »", en: "unknown key “{0}”")
        case .duplicateKey: Texts(fr: "la clé « {0} » figure deux fois", en: "the key “{0}” stands there twice")
        case .textExpected: Texts(fr: "un texte est attendu", en: "a text is expected")
        case .listExpected: Texts(fr: "une liste de textes est attendue", en: "a list of texts is expected")
        case .mappingExpected:
            Texts(
                fr: "des clés et leurs valeurs sont attendues",
                en: "keys and their values are expected")
        case .malformedIRI:
            Texts(
                fr: "IRI mal formé « {0} » ; écrivez une adresse absolue",
                en: "malformed IRI “{0}”; write an absolute address")
        case .malformedBase:
            Texts(
                fr: "la base « {0} » doit finir par « / », sans « ? » ni « # »",
                en: "the base “{0}” must end with “/”, without “?” or “#”")
        case .malformedVersion:
            Texts(
                fr: "version mal formée « {0} » ; écrivez par exemple 1.0.0",
                en: "malformed version “{0}”; write for example 1.0.0")
        case .compiledAfterIssued:
            Texts(
                fr: "« {0} » est postérieur à la date de publication, {1}",
                en: "“{0}” is after the date of issue {1}")
        case .privateNeeded:
            Texts(
                fr: "la colonne « {0} » est nécessaire et ne peut pas être privée",
                en: "the column “{0}” is needed and cannot be private")
        case .malformedContact:
            Texts(
                fr:
                    "« {0} » n’est pas une adresse de contact ; donnez par exemple info@exemple.org, l’adresse d’une page "
                    + "qui commence par https://, ou none",
                en: "“{0}” is no address to write to; give for example info@example.org, the address of a page that "
                    + "begins with https://, or none")
        // Warnings: the directory can be published all the same
        case .emptyLine: Texts(fr: "ligne vide, ignorée", en: "empty line, skipped")
        case .blankRow: Texts(fr: "ligne sans contenu, ignorée", en: "row without content, skipped")
        case .trimmed:
            Texts(
                fr: "espaces enlevés au début ou à la fin de « {0} »",
                en: "blanks at the beginning or end of “{0}”, removed")
        case .blankColumns:
            Texts(
                fr: "colonnes vides après le dernier en-tête, ignorées",
                en: "blank columns behind the last heading, skipped")
        case .blankColumn:
            Texts(
                fr: "la colonne {0} est vide et sans en-tête ; elle est ignorée",
                en: "column {0} is blank and has no heading, skipped")
        case .noRowsYet:
            Texts(
                fr: "la table « {0} » n’a aucune ligne sous ses en-têtes",
                en: "the table “{0}” has no row below its headings")
        case .placeholder:
            Texts(
                fr: "« {0} » est lu comme une cellule vide ; laissez-la vide quand rien n’est connu",
                en: "“{0}” is read as an empty cell; leave it empty where nothing is known")
        case .perhapsPlaceholder:
            Texts(
                fr: "« {0} » a l’air de tenir lieu de valeur ; laissez la cellule vide quand rien n’est connu",
                en: "“{0}” looks like a stand-in for a value; leave the cell empty where nothing is known")
        case .markup:
            Texts(
                fr: "« {0} » est du HTML, publié tel quel ; écrivez le texte seul",
                en: "“{0}” is HTML, and published as it stands; write the text alone")
        case .doubtfulEncoding:
            Texts(
                fr: "« {0} » est peut-être « {1} », lu dans le mauvais encodage",
                en: "“{0}” may be “{1}”, read in the wrong encoding")
        case .removedCharacter:
            Texts(
                fr: "caractère invisible {0} enlevé de « {1} »",
                en: "invisible character {0} removed from “{1}”")
        case .unregisteredLanguage:
            Texts(
                fr: "« {0} » a la forme d’un code de langue, mais aucun registre ne le connaît",
                en: "“{0}” has the form of a language code, but no registry has it")
        case .personalMail:
            Texts(
                fr:
                    "« {0} » ressemble à une adresse électronique ; les renseignements personnels ne se publient pas ici",
                en: "“{0}” looks like an e-mail address; nothing about a person is published here")
        case .personalTelephone:
            Texts(
                fr: "« {0} » ressemble à un numéro de téléphone ; les renseignements personnels ne se publient pas ici",
                en: "“{0}” looks like a telephone number; nothing about a person is published here")
        case .personalStreet:
            Texts(
                fr: "« {0} » ressemble à une adresse postale ; les renseignements personnels ne se publient pas ici",
                en: "“{0}” looks like a street address; nothing about a person is published here")
        case .noFrenchName: Texts(fr: "aucun nom français", en: "no French name")
        case .noEnglishName: Texts(fr: "aucun nom anglais", en: "no English name")
        case .noWebsite: Texts(fr: "aucun site Web", en: "no website")
        case .noRole: Texts(fr: "aucun rôle connu", en: "no known role")
        case .noCondition: Texts(fr: "aucune affection nommée", en: "no condition named")
        case .unusedCondition:
            Texts(
                fr: "aucun organisme ne nomme l’affection « {0} »",
                en: "no organization names the condition “{0}”")
        case .endedRole:
            Texts(
                fr: "d’après les tables qui ont des dates, le rôle « {0} » a pris fin ({1}) ; il n’est donc pas publié "
                    + "comme actuel : enlevez-le d’ici, ou ajoutez une ligne sans fin",
                en: "by the tables that have dates, the role “{0}” has ended ({1}), so it is not published as current: "
                    + "remove it here, or add a row without an end")
        }
    }
}
