public import Localization

/// The field in which an organization works, as the column `scope` of the sheet calls it.
public enum Field: String, SchemeConcept {
    public static let scheme = "field"

    case rare
    case cancer
    case neurological
    case infectious
    case mentalHealth = "mental health"
    case pain
    case sensory
    case digestive
    case neurodevelopmental
    case endocrine
    case autoimmune
    case renal
    case cardiac
    case dermatological
    case allergy
    case respiratory
    case allConditions = "patients (all conditions)"
    case vascular
    case musculoskeletal
    case environmentalHealth = "environmental health"
    case reproductiveHealth = "reproductive health"
    case sleep
    case metabolic
    case perinatal
    case caregivers
    case genetic

    /// The last part of the field's IRI.
    public var slug: String {
        switch self {
        case .rare: "rare-diseases"
        case .allConditions: "all-conditions"
        default: String(rawValue.map { $0 == " " ? "-" : $0 })
        }
    }

    /// The name of the field.
    public var label: Texts {
        switch self {
        case .rare: Texts(fr: "maladies rares", en: "rare diseases")
        case .cancer: Texts(fr: "cancer", en: "cancer")
        case .neurological: Texts(fr: "maladies neurologiques", en: "neurological diseases")
        case .infectious: Texts(fr: "maladies infectieuses", en: "infectious diseases")
        case .mentalHealth: Texts(fr: "santé mentale", en: "mental health")
        case .pain: Texts(fr: "douleur", en: "pain")
        case .sensory: Texts(fr: "déficiences sensorielles", en: "sensory impairments")
        case .digestive: Texts(fr: "maladies digestives", en: "digestive diseases")
        case .neurodevelopmental: Texts(fr: "troubles neurodéveloppementaux", en: "neurodevelopmental disorders")
        case .endocrine: Texts(fr: "maladies endocriniennes", en: "endocrine diseases")
        case .autoimmune: Texts(fr: "maladies auto-immunes", en: "autoimmune diseases")
        case .renal: Texts(fr: "maladies rénales", en: "kidney diseases")
        case .cardiac: Texts(fr: "maladies du cœur", en: "heart diseases")
        case .dermatological: Texts(fr: "maladies de la peau", en: "skin diseases")
        case .allergy: Texts(fr: "allergies", en: "allergies")
        case .respiratory: Texts(fr: "maladies respiratoires", en: "respiratory diseases")
        case .allConditions: Texts(fr: "patients, toutes affections", en: "patients, all conditions")
        case .vascular: Texts(fr: "maladies vasculaires", en: "vascular diseases")
        case .musculoskeletal: Texts(fr: "maladies musculosquelettiques", en: "musculoskeletal diseases")
        case .environmentalHealth: Texts(fr: "santé environnementale", en: "environmental health")
        case .reproductiveHealth: Texts(fr: "santé reproductive", en: "reproductive health")
        case .sleep: Texts(fr: "sommeil", en: "sleep")
        case .metabolic: Texts(fr: "maladies métaboliques", en: "metabolic diseases")
        case .perinatal: Texts(fr: "périnatalité", en: "perinatal health")
        case .caregivers: Texts(fr: "proches aidants", en: "caregivers")
        case .genetic: Texts(fr: "maladies génétiques", en: "genetic diseases")
        }
    }
}
