/// What can be wrong with what a command reads and where it writes, whatever the format.
public enum InputMessage: String, CaseIterable, Message {
    case isFolder
    case nameFormat
    case unknownFormat
    case inputTwice
    case gzipCorrupt
    case gzipTruncated
    case gzipTrailing
    case gzipTooLarge
    case noMemory
    case documentTooLarge
    case cannotWrite
    case outputCut
    case cannotFetch
    case unknownScheme
    case notRDFXML
    case isResults
    case isRDFJSON
    case notJSONLD
    case numberTooSmall
    case numberTooLarge
    case noDuration
    case timeLimit
    case memoryLimit
    case formatCannotHold
    case unknownCommand
    case unknownCommandBut
    case badIRI
    case noAbsoluteIRI
    case dotsInIRI
    case outputFailed
    case unexpected
    case storeFull
    case storeTooDeep
    case writtenMeanwhile
    case updatedByAnother
    case textTooLarge
    case optionNeeds
    case optionIdle

    public var texts: Texts {
        switch self {
        case .isFolder:
            Texts(fr: "{0} : c’est un dossier ; nommez un fichier", en: "{0}: that is a folder; name a file")
        case .nameFormat:
            Texts(
                fr: "{0} : format inconnu ; précisez-le avec {1}, par exemple turtle ; les formats sont {2}",
                en: "{0}: unknown format; name it with {1}, such as turtle; there are {2}")
        case .unknownFormat:
            Texts(
                fr: "{0} « {1} » : format inconnu ; les formats sont {2}",
                en: "{0} “{1}”: unknown format; there are {2}")
        case .inputTwice:
            Texts(
                fr: "l’entrée standard (-) ne peut être lue qu’une fois",
                en: "standard input (-) can be read once only")
        case .gzipCorrupt:
            Texts(
                fr: "{0} : données gzip endommagées ({1}) ; « gzip -t » le confirme",
                en: "{0}: damaged gzip data ({1}); “gzip -t” will tell")
        case .gzipTruncated:
            Texts(
                fr: "{0} : les données gzip sont incomplètes ; téléchargez le fichier de nouveau",
                en: "{0}: the gzip data ends too early; get the file again")
        case .gzipTrailing:
            Texts(
                fr: "{0} : autre chose suit les données gzip ; téléchargez le fichier de nouveau",
                en: "{0}: something else follows the gzip data; get the file again")
        case .gzipTooLarge:
            Texts(
                fr:
                    "{0} : ces données gzip contiennent plus de {1} fois leur taille ; si vous vous y fiez, décompressez-les d’abord avec « gzip -d »",
                en:
                    "{0}: this gzip data unpacks to more than {1} times its size; if you trust it, unpack it first with “gzip -d”"
            )
        case .noMemory: Texts(fr: "{0} : mémoire insuffisante", en: "{0}: out of memory")
        case .documentTooLarge:
            Texts(
                fr:
                    "{0} : un document {1} est lu en entier et ne peut dépasser {2} octets ; convertissez-le d’abord en N-Triples ou N-Quads",
                en:
                    "{0}: a document of {1} is read whole and cannot exceed {2} bytes; convert it to N-Triples or N-Quads first"
            )
        case .cannotWrite:
            Texts(
                fr: "{0} : écriture impossible ({1}) ; rien n’a changé",
                en: "{0}: cannot be written ({1}); nothing has changed")
        case .outputCut:
            Texts(
                fr: "ce qui a été écrit sur la sortie standard est incomplet ; ne l’utilisez pas",
                en: "what was written to standard output is incomplete; do not use it")
        case .cannotFetch: Texts(fr: "{0} : impossible de lire ce document : {1}", en: "{0}: cannot be read; {1}")
        case .unknownScheme:
            Texts(
                fr: "{0} : seules les adresses http:, https: et file: sont lues",
                en: "{0}: only http:, https: and file: addresses are read")
        case .notRDFXML:
            Texts(
                fr: "{0} : ce document XML n’est pas du RDF/XML (sa racine est <{1}>)",
                en: "{0}: this XML is not RDF/XML (its root is <{1}>)")
        case .isResults:
            Texts(
                fr:
                    "{0} : ce sont les résultats d’une requête SPARQL, et non des énoncés ; une requête CONSTRUCT donne du RDF",
                en: "{0}: these are results of a SPARQL query, not statements; a CONSTRUCT query gives RDF")
        case .isRDFJSON:
            Texts(
                fr:
                    "{0} : c’est du RDF/JSON, que lys ne lit pas ; convertissez-le d’abord, par exemple avec « rapper -i json -o ntriples »",
                en:
                    "{0}: this is RDF/JSON, which lys does not read; convert it first, for example with “rapper -i json -o ntriples”"
            )
        case .notJSONLD:
            Texts(
                fr:
                    "{0} : ce JSON n’a ni @context ni @id : il ne dit rien en JSON-LD ; avec --from jsonld, il est lu quand même",
                en:
                    "{0}: this JSON has neither @context nor @id, so it says nothing as JSON-LD; --from jsonld reads it anyway"
            )
        case .numberTooSmall:
            Texts(fr: "{0} {1} : il faut un nombre d’au moins {2}", en: "{0} {1}: a number of at least {2} is needed")
        case .numberTooLarge:
            Texts(fr: "{0} {1} : il faut un nombre d’au plus {2}", en: "{0} {1}: a number of at most {2} is needed")
        case .unknownCommand:
            Texts(
                fr: "commande inconnue « {0} » ; les commandes sont {1}",
                en: "unknown command “{0}”; the commands are {1}")
        case .unknownCommandBut:
            Texts(
                fr: "commande inconnue « {0} » ; vouliez-vous dire « {1} » ?",
                en: "unknown command “{0}”; did you mean “{1}”?")
        case .badIRI: Texts(fr: "{0} {1} : {2}", en: "{0} {1}: {2}")
        case .noAbsoluteIRI:
            Texts(
                fr: "{0} {1} : ce n’est pas un IRI absolu, tel que https://exemple.org/",
                en: "{0} {1}: that is no absolute IRI, such as https://example.org/")
        case .dotsInIRI:
            Texts(
                fr:
                    "{0} {1} : cet IRI contient « /./ » ou « /../ », que les lecteurs suppriment ; écrivez celui auquel cela mène",
                en: "{0} {1}: this IRI holds “/./” or “/../”, which readers remove; write the one that this leads to")
        case .outputFailed:
            Texts(
                fr: "sortie standard : écriture impossible ({0}) ; ce qui y a été écrit est incomplet",
                en: "standard output: cannot be written ({0}); what was written there is incomplete")
        case .unexpected:
            Texts(
                fr: "erreur imprévue, qui est une faute de lys : {0} ; signalez-la avec la commande qui y mène",
                en: "an unexpected error, which is a mistake of lys: {0}; report it with the command that leads to it")
        case .storeFull:
            Texts(
                fr:
                    "{0} : plus de données qu’il n’en tient en mémoire : au plus 4 Gio de texte, 2^29 termes d’une sorte et 2^32 énoncés ; n’interrogez qu’une partie des fichiers, ou partagez-les",
                en:
                    "{0}: more data than can be held: at most 4 GiB of text and 2^29 terms of a kind, and 2^32 statements; ask some of the files only, or split them"
            )
        case .storeTooDeep:
            Texts(
                fr: "{0} : des triplets cités sont imbriqués les uns dans les autres à plus de {1} niveaux",
                en: "{0}: triple terms stand in each other more than {1} deep")
        case .writtenMeanwhile:
            Texts(
                fr:
                    "{0} : le fichier a changé depuis qu’il a été lu ; rien n’a été écrit, relancez la commande",
                en: "{0}: the file has changed since it was read; nothing was written, run the command again")
        case .updatedByAnother:
            Texts(
                fr: "{0} : une autre commande modifie ce fichier ; rien n’a été écrit, réessayez quand elle sera finie",
                en: "{0}: another command is changing this file; nothing was written, try again when it is done")
        case .textTooLarge:
            Texts(
                fr: "{0} : une requête ne peut dépasser {1} Mio ; les données se nomment avec -d",
                en: "{0}: a query cannot exceed {1} MiB; data is named with -d")
        case .optionNeeds:
            Texts(
                fr: "{0} n’a d’effet qu’avec {1} ; ajoutez {1}, ou enlevez {0}",
                en: "{0} has an effect with {1} only; add {1}, or leave {0} out")
        case .optionIdle:
            Texts(
                fr: "{0} n’a aucun effet avec {1} ; enlevez l’un des deux",
                en: "{0} has no effect with {1}; leave one of them out")
        case .formatCannotHold:
            Texts(
                fr: "le format {0} ne peut contenir ces données : {1} ; utilisez {2}",
                en: "the format {0} cannot hold this data: {1}; use {2}")
        case .timeLimit:
            Texts(
                fr: "le traitement dépasse le temps permis ; voir --timeout",
                en: "this takes longer than it may; see --timeout")
        case .memoryLimit:
            Texts(
                fr: "le traitement occupe plus de {0} Mio de mémoire ; voir --limit-memory",
                en: "this takes more than {0} MiB of memory; see --limit-memory")
        case .noDuration:
            Texts(
                fr: "{0} {1} : il faut un nombre de secondes, de 0 à {2}",
                en: "{0} {1}: a number of seconds is needed, from 0 to {2}")
        }
    }
}
