/// Why something on the web, or in a folder that stands for it, cannot be fetched.
public enum FetchMessage: String, Message, CaseIterable, Hashable {
    case refused, noFile, notWeb, addressRefused, tooLarge, tookTooLong, tooManyRedirects, status, hostNotFound
    case noConnection, noTrust, transferFailed, leadsOut, isSpecial

    public var texts: Texts {
        switch self {
        case .refused:
            Texts(
                fr:
                    "le réseau n’est utilisé qu’avec --allow-network ; --document-map PRÉFIXE=DOSSIER lit le document dans un dossier",
                en:
                    "the network is not used unless --allow-network is given; --document-map PREFIX=FOLDER reads it from a folder"
            )
        case .noFile: Texts(fr: "il n’y a pas de fichier « {0} »", en: "there is no file “{0}”")
        case .leadsOut:
            Texts(
                fr: "« {0} » est un lien qui mène hors du dossier de --document-map ; copiez-y le fichier",
                en: "“{0}” is a link that leads out of the folder of --document-map; copy the file into it")
        case .isSpecial:
            Texts(
                fr: "« {0} » est un tube ou un périphérique, et non un fichier",
                en: "“{0}” is a pipe or a device, and no file")
        case .notWeb:
            Texts(fr: "seules les adresses http et https sont lues", en: "only IRIs of http and https are fetched")
        case .addressRefused:
            Texts(
                fr: "l’adresse {0} est celle de cette machine ou de son réseau local ; --allow-address {0} la permet",
                en: "the address {0} is in this machine or its own network; --allow-address {0} allows it")
        case .tooLarge: Texts(fr: "il a plus de {0} {0:octet|octets}", en: "it is larger than {0} bytes")
        case .tookTooLong:
            Texts(fr: "il n’a pas été reçu en {0} {0:seconde|secondes}", en: "it did not come within {0} seconds")
        case .tooManyRedirects: Texts(fr: "il redirige plus de {0} fois", en: "it redirects more than {0} times")
        case .status: Texts(fr: "le serveur répond avec l’état {0}", en: "the server answers with status {0}")
        case .hostNotFound: Texts(fr: "son serveur n’existe pas, ou son nom est mal écrit", en: "its host is not known")
        case .noConnection: Texts(fr: "son serveur est injoignable", en: "its server cannot be reached")
        case .noTrust:
            Texts(
                fr: "son serveur n’est pas digne de confiance : le certificat ne prouve pas son identité",
                en: "its server cannot be trusted: the certificate does not prove who it is")
        case .transferFailed:
            Texts(fr: "le transfert a échoué (libcurl : {0})", en: "the transfer failed; libcurl calls it {0}")
        }
    }
}
