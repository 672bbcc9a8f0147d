#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Why the system refuses something, by its number; the system itself speaks English only.
public enum SystemMessage: String, CaseIterable, Message {
    case notFound, noPermission, noFolder, isFolder, exists, noSpace, quota, readOnly, failed, tooManyFiles, tooLarge
    case nameTooLong, tooManyLinks, busy, notPermitted, otherDevice, notEmpty, noMemory, invalid, noDevice, brokenPipe
    case closed
    case unknown

    /// The reason that a number stands for.
    public init(number: Int32) {
        switch number {
        case ENOENT: self = .notFound
        case EACCES: self = .noPermission
        case ENOTDIR: self = .noFolder
        case EISDIR: self = .isFolder
        case EEXIST: self = .exists
        case ENOSPC: self = .noSpace
        case EDQUOT: self = .quota
        case EROFS: self = .readOnly
        case EIO: self = .failed
        case EMFILE, ENFILE: self = .tooManyFiles
        case EFBIG: self = .tooLarge
        case ENAMETOOLONG: self = .nameTooLong
        case ELOOP: self = .tooManyLinks
        case EBUSY, ETXTBSY: self = .busy
        case EPERM: self = .notPermitted
        case EXDEV: self = .otherDevice
        case ENOTEMPTY: self = .notEmpty
        case ENOMEM: self = .noMemory
        case EINVAL: self = .invalid
        case ENXIO, ENODEV: self = .noDevice
        case EPIPE: self = .brokenPipe
        case EBADF: self = .closed
        default: self = .unknown
        }
    }

    /// Why, in a language, for a number of the system.
    public static func text(of number: Int32, in language: Language) -> String {
        SystemMessage(number: number).text(in: language, String(number))
    }

    public var texts: Texts {
        switch self {
        case .notFound: Texts(fr: "fichier ou dossier introuvable", en: "no such file or folder")
        case .noPermission: Texts(fr: "accès refusé", en: "permission denied")
        case .noFolder: Texts(fr: "une partie du chemin n’est pas un dossier", en: "a part of the path is no folder")
        case .isFolder: Texts(fr: "c’est un dossier", en: "it is a folder")
        case .exists: Texts(fr: "il existe déjà", en: "it exists already")
        case .noSpace: Texts(fr: "il n’y a plus de place sur le disque", en: "no space left on the disk")
        case .quota: Texts(fr: "le quota de disque est dépassé", en: "the disk quota is exceeded")
        case .readOnly: Texts(fr: "le disque est en lecture seule", en: "the disk is read-only")
        case .failed: Texts(fr: "erreur d’entrée ou de sortie", en: "input or output error")
        case .tooManyFiles: Texts(fr: "trop de fichiers sont ouverts", en: "too many files are open")
        case .tooLarge: Texts(fr: "le fichier est trop gros", en: "the file is too large")
        case .nameTooLong: Texts(fr: "le nom est trop long", en: "the name is too long")
        case .tooManyLinks: Texts(fr: "trop de liens symboliques se suivent", en: "too many symbolic links in a row")
        case .busy: Texts(fr: "il est occupé par un autre programme", en: "another program is using it")
        case .notPermitted: Texts(fr: "opération non permise", en: "operation not permitted")
        case .otherDevice: Texts(fr: "c’est sur un autre disque", en: "it is on another disk")
        case .notEmpty: Texts(fr: "le dossier n’est pas vide", en: "the folder is not empty")
        case .noMemory: Texts(fr: "mémoire insuffisante", en: "out of memory")
        case .invalid: Texts(fr: "opération impossible à cet endroit", en: "this cannot be done there")
        case .noDevice: Texts(fr: "aucun périphérique de ce nom", en: "no such device")
        case .brokenPipe: Texts(fr: "plus personne ne lit la sortie", en: "nobody reads any longer")
        case .closed: Texts(fr: "l’entrée ou la sortie est fermée", en: "the input or output is closed")
        case .unknown: Texts(fr: "erreur {0} du système", en: "error {0} of the system")
        }
    }
}
