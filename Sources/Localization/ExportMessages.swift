/// What an export says of its work.
public enum ExportMessage: String, CaseIterable, Message {
    case bytesDiffer
    case graphDiffers
    case published
    case nothingPublished
    case warnings
    case strictWarnings
    case unknownFormat
    case badBase
    case notByRaptor
    case shrunk
    case shrinkRefused
    case changedByHand
    case idleFile
    case cannotHold

    public var texts: Texts {
        switch self {
        case .bytesDiffer:
            Texts(
                fr: "{0} : à la relecture, le fichier n’a pas les octets qui ont été écrits ; rien n’a été publié",
                en: "{0}: read back, the file has not the bytes that were written; nothing was published")
        case .graphDiffers:
            Texts(
                fr:
                    "{0} : à la relecture, le fichier ne contient pas le graphe dont il est fait : {1} {1:énoncé perdu|énoncés perdus}, {2} {2:énoncé ajouté|énoncés ajoutés}, par exemple {3} ; rien n’a été publié",
                en:
                    "{0}: read back, the file does not hold the graph it was made from: {1} {1:statement|statements} lost, {2} added, for example {3}; nothing was published"
            )
        case .published:
            Texts(
                fr:
                    "{0} : {1} {1:organisme|organismes}, {2} {2:affection|affections}, {3} {3:triplet|triplets}, {4} {4:fichier|fichiers}, chacun relu et comparé",
                en:
                    "{0}: {1} {1:organization|organizations}, {2} {2:condition|conditions}, {3} {3:triple|triples}, {4} {4:file|files}, each read back and compared"
            )
        case .nothingPublished:
            Texts(
                fr: "Rien n’a été publié : {0} {0:erreur|erreurs}.", en: "Nothing was published: {0} {0:error|errors}.")
        case .warnings:
            Texts(
                fr: "{0} {0:avertissement|avertissements} (--warnings les énumère)",
                en: "{0} {0:warning|warnings} (--warnings lists them)")
        case .strictWarnings:
            Texts(
                fr: "Rien n’a été publié : {0} {0:avertissement|avertissements}, et --strict n’en admet aucun.",
                en: "Nothing was published: {0} {0:warning|warnings}, and --strict allows none.")
        case .unknownFormat:
            Texts(
                fr: "--formats : format inconnu « {0} » ; les formats sont {1}",
                en: "--formats: unknown format “{0}”; there are {1}")
        case .badBase:
            Texts(
                fr:
                    "{0} {1} : cet IRI doit commencer par exemple par https:// et finir par « / », sans « ? » ni « # »",
                en: "{0} {1}: this IRI must begin with https://, say, and end with “/”, without “?” or “#”")
        case .notByRaptor:
            Texts(
                fr: "{0} : écrit par Lys et non par Raptor ({1})",
                en: "{0}: written by Lys and not by Raptor ({1})")
        case .changedByHand:
            Texts(
                fr:
                    "{0}/{1} : ce fichier avait été modifié à la main depuis sa publication ; cette version reste là sous le nom {2}, mais ce qui est publié vient des tableaux",
                en:
                    "{0}/{1}: this file was changed by hand since it was published; that version stays there as {2}, but what is published comes from the sheets"
            )
        case .cannotHold:
            Texts(
                fr: "directory.rdf : RDF/XML ne peut contenir ce graphe : {0} ; enlevez rdf de --formats",
                en: "directory.rdf: RDF/XML cannot hold this graph: {0}; leave rdf out of --formats")
        case .idleFile:
            Texts(
                fr: "{0}/{1} : export ne lit pas ce fichier ; de --vocab, il lit {2}",
                en: "{0}/{1}: export does not read this file; of --vocab it reads {2}")
        case .shrunk: Texts(fr: "{0} : {1} au lieu de {2}", en: "{0}: {1} instead of {2}")
        case .shrinkRefused:
            Texts(
                fr: "Rien n’a été publié : il manquerait plus d’un dixième de ce que contient le dossier de sortie. "
                    + "Vérifiez les tables ; si c’est bien ce que vous voulez, ajoutez --accept-shrink.",
                en: "Nothing was published: more than a tenth of what the output folder holds would be missing. "
                    + "Check the tables; if that is what you want, add --accept-shrink.")
        }
    }
}
