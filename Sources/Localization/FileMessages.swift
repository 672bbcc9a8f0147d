/// What goes wrong with files and folders.
public enum FileMessage: String, CaseIterable, Message {
    case notFound
    case cannotRead
    case cannotWrite
    case cannotExchange
    case folderIsBusy
    case isNoFile
    case isNoFolder
    case isNoBundle
    case isWorkingFolder

    public var texts: Texts {
        switch self {
        case .notFound: Texts(fr: "{0} : introuvable", en: "{0}: not found")
        case .cannotRead: Texts(fr: "{0} : lecture impossible ({1})", en: "{0}: cannot be read ({1})")
        case .cannotWrite:
            Texts(
                fr: "{0} : écriture impossible ({1}) ; rien n’a été publié",
                en: "{0}: cannot be written ({1}); nothing was published")
        case .cannotExchange:
            Texts(
                fr: "{0} : impossible d’y mettre la nouvelle publication ({1}) ; l’ancienne est intacte",
                en: "{0}: the new bundle cannot take its place ({1}); the old one is untouched")
        case .folderIsBusy:
            Texts(
                fr: "{0} : une autre publication y est en cours ; réessayez quand elle sera finie",
                en: "{0}: another export is writing there; try again when it is done")
        case .isNoFile:
            Texts(
                fr: "{0} : ce n’est pas un fichier ordinaire ; remplacez-le par le tableau lui-même",
                en: "{0}: that is no plain file; put the table itself there")
        case .isNoFolder:
            Texts(
                fr: "{0} : il y a là un fichier ; nommez un dossier avec -o",
                en: "{0}: there is a file of that name; name a folder with -o")
        case .isNoBundle:
            Texts(
                fr: "{0} : ce dossier contient autre chose qu’une publication (« {1} ») ; nommez-en un autre avec -o",
                en: "{0}: that folder holds other things than a bundle (“{1}”); name another one with -o")
        case .isWorkingFolder:
            Texts(
                fr:
                    "{0} : c’est le dossier de travail ; lancez la commande d’ailleurs, ou nommez un autre dossier avec -o",
                en: "{0}: that is the working folder; run the command elsewhere, or name another folder with -o")
        }
    }
}
