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
    case isSpecial
    case tooLarge
    case isKeepers
    case isReadOnly
    case cannotCarry
    case noWorkFolder

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
        case .isSpecial:
            Texts(
                fr: "{0} : c’est un tube ou un périphérique ; il faut là un fichier ordinaire",
                en: "{0}: that is a pipe or a device; a plain file is needed there")
        case .tooLarge:
            Texts(
                fr: "{0} : le fichier dépasse {1} Mio, plus qu’il n’en est lu là",
                en: "{0}: the file is larger than the {1} MiB that are read there")
        case .isKeepers:
            Texts(
                fr:
                    "{0}/{1} : aucune publication n’a écrit ce fichier, et la prochaine l’écraserait ; déplacez-le, ou nommez un autre dossier avec -o",
                en:
                    "{0}/{1}: no export has written this file, and the next one would replace it; move it elsewhere, or name another folder with -o"
            )
        case .cannotCarry:
            Texts(
                fr:
                    "{0} : impossible de le reprendre dans la nouvelle publication ({1}) ; rien n’a été publié ; déplacez-le, ou permettez de le lire",
                en:
                    "{0}: cannot be carried over to the new bundle ({1}); nothing was published; move it elsewhere, or allow reading it"
            )
        case .isReadOnly:
            Texts(
                fr:
                    "{0} : ce dossier est protégé ({1}) ; autorisez-y l’écriture (chmod u+w), ou nommez-en un autre avec -o",
                en: "{0}: this folder is read-only ({1}); allow writing there (chmod u+w), or name another one with -o")
        case .noWorkFolder:
            Texts(
                fr: "{0} : d’autres dossiers de ce nom et des suivants sont déjà là ; déplacez-les",
                en: "{0}: other folders of this name and the next ones stand there already; move them elsewhere")
        case .isWorkingFolder:
            Texts(
                fr:
                    "{0} : c’est le dossier de travail ; lancez la commande d’ailleurs, ou nommez un autre dossier avec -o",
                en: "{0}: that is the working folder; run the command elsewhere, or name another folder with -o")
        }
    }
}
