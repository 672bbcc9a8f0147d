/// What `lys jsonld` says of itself, and what is wrong with how it is used.
public enum JSONLDCommandMessage: String, CaseIterable, Message {
    case abstract, discussion
    case operation, input, context, frame, base, option, from, layout, time, repetitions
    case documentMap, allowNetwork, allowAddress
    case unknownOption, badOption, badDocumentMap, badAddress, addressWithoutNetwork, needsContext, needsFrame
    case optionUnused, optionIdle, needsFormat
    case read, timed

    public var texts: Texts {
        switch self {
        case .abstract:
            Texts(
                fr: "Traite un document JSON-LD : les opérations de JSON-LD 1.1, encadrement (framing) compris.",
                en: "Process a JSON-LD document: the operations of JSON-LD 1.1 and of its framing.")
        case .discussion:
            Texts(
                fr: """
                    Le résultat est écrit sur la sortie standard : du JSON, ou des N-Quads pour to-rdf.

                      lys jsonld expand fiche.jsonld
                      lys jsonld compact fiche.jsonld --context contexte.jsonld
                      lys jsonld frame fiche.jsonld --frame cadre.jsonld --option ordered=true
                      lys jsonld to-rdf page.html --option extractAllScripts=false
                      lys jsonld from-rdf donnees.ttl --option useNativeTypes=true

                    Les options de --option sont celles de la norme (base, compactArrays, compactToRelative, \
                    expandContext, extractAllScripts, ordered, processingMode, rdfDirection, useNativeTypes, \
                    useRdfType, embed, explicit, frameDefault, omitDefault, omitGraph, requireAll) et nos limites \
                    (maximumDepth, maximumContextNesting, maximumTermDefinitions, maximumFramedNodes).
                    """,
                en: """
                    The result goes to standard output: JSON, or N-Quads for to-rdf.

                      lys jsonld expand record.jsonld
                      lys jsonld compact record.jsonld --context context.jsonld
                      lys jsonld frame record.jsonld --frame frame.jsonld --option ordered=true
                      lys jsonld to-rdf page.html --option extractAllScripts=false
                      lys jsonld from-rdf data.ttl --option useNativeTypes=true

                    The options of --option are those of the standard (base, compactArrays, compactToRelative, \
                    expandContext, extractAllScripts, ordered, processingMode, rdfDirection, useNativeTypes, \
                    useRdfType, embed, explicit, frameDefault, omitDefault, omitGraph, requireAll) and our limits \
                    (maximumDepth, maximumContextNesting, maximumTermDefinitions, maximumFramedNodes).
                    """)
        case .operation:
            Texts(
                fr: "L’opération : expand, compact, flatten, frame, to-rdf ou from-rdf.",
                en: "The operation: expand, compact, flatten, frame, to-rdf or from-rdf.")
        case .input:
            Texts(
                fr: "Un fichier JSON ou HTML (RDF pour from-rdf), l’IRI d’un document distant, ou « - ».",
                en: "A file of JSON or HTML (RDF for from-rdf), the IRI of a remote document, or “-”.")
        case .context:
            Texts(
                fr:
                    "Le contexte : un fichier ou un IRI ; pour expand, to-rdf et frame, il s’applique avant celui du document.",
                en: "The context: a file or an IRI; for expand, to-rdf and frame, the one before the document.")
        case .frame: Texts(fr: "Le cadre : un fichier ou un IRI.", en: "The frame: a file or an IRI.")
        case .base:
            Texts(
                fr: "L’IRI à partir duquel les IRI relatifs sont résolus (par défaut, celui du document).",
                en: "The IRI that relative IRIs are read against (by default that of the document).")
        case .option:
            Texts(
                fr: "Une option de JSON-LD, par exemple ordered=true.",
                en: "An option of JSON-LD, such as ordered=true.")
        case .from:
            Texts(
                fr: "Le format de l’entrée de from-rdf (par défaut, d’après le nom du fichier).",
                en: "The format of the input of from-rdf (by default told by the file’s name).")
        case .layout:
            Texts(
                fr: "Présentation du JSON : pretty, un membre par ligne, ou compact, sans espace.",
                en: "How JSON is laid out: pretty, a member on each line, or compact, without white space.")
        case .time:
            Texts(
                fr: "Indique le temps que prend chaque étape, lecture et écriture comprises : text ou json.",
                en: "Says where the time went, reading and writing included: text or json.")
        case .repetitions:
            Texts(
                fr:
                    "Répète l’opération N fois, de la lecture à l’écriture, pour la mesurer ; n’écrit le résultat qu’une fois.",
                en: "Runs the operation N times, from bytes to bytes, to measure; the result is written once.")
        case .documentMap:
            Texts(
                fr:
                    "Lit dans un dossier les documents dont l’IRI commence par ce préfixe, en http comme en https ; un fichier vaut pour un IRI.",
                en:
                    "Reads documents whose IRI begins with this prefix, by http or https, from a folder; a file stands for one IRI."
            )
        case .allowNetwork:
            Texts(
                fr: "Permet de charger des documents par HTTP et HTTPS, dans des limites de taille et de temps.",
                en: "Allows documents to be loaded by HTTP and HTTPS, within limits of size and time.")
        case .allowAddress:
            Texts(
                fr: "Permet aussi une adresse de cette machine ou de son réseau, par exemple 127.0.0.1.",
                en: "Allows an address of this machine or its network as well, such as 127.0.0.1.")
        case .unknownOption:
            Texts(
                fr: "--option {0} : option inconnue ; les options sont {1}",
                en: "--option {0}: unknown option; there are {1}")
        case .badOption:
            Texts(fr: "--option {0} : il faut {0}={1}", en: "--option {0}: expected {0}={1}")
        case .badDocumentMap:
            Texts(
                fr: "--document-map {0} : attendu PRÉFIXE=DOSSIER, par exemple https://schema.org/=contexte.jsonld",
                en: "--document-map {0}: expected PREFIX=FOLDER, for example https://schema.org/=context.jsonld")
        case .badAddress:
            Texts(
                fr: "--allow-address {0} : il faut une adresse telle que 127.0.0.1 ou ::1",
                en: "--allow-address {0}: expected an address such as 127.0.0.1 or ::1")
        case .addressWithoutNetwork:
            Texts(
                fr: "--allow-address ne vaut qu’avec --allow-network",
                en: "--allow-address says something only with --allow-network")
        case .needsContext:
            Texts(
                fr: "compact a besoin d’un contexte : --context FICHIER", en: "compact needs a context: --context FILE")
        case .needsFrame:
            Texts(fr: "frame a besoin d’un cadre : --frame FICHIER", en: "frame needs a frame: --frame FILE")
        case .optionUnused: Texts(fr: "{0} est sans effet avec {1}", en: "{0} has no effect with {1}")
        case .optionIdle:
            Texts(
                fr: "--option {0} est sans effet avec {1} ; elle en a avec {2}",
                en: "--option {0} has no effect in {1}, but in {2}")
        case .needsFormat:
            Texts(
                fr: "le format de l’entrée est inconnu ; précisez-le avec --from : {0}",
                en: "the format of the input is not known: say it with --from, one of {0}")
        case .read:
            Texts(fr: "{0} octets lus en {1} ms", en: "read {0} bytes in {1} ms")
        case .timed:
            Texts(
                fr: "{0} : analyse {1} ms, traitement {2} ms, écriture {3} ms, total {4} ms",
                en: "{0}: parsing {1} ms, processing {2} ms, writing {3} ms, total {4} ms")
        }
    }
}
