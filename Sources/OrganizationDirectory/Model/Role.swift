public import Localization
public import RDFModel

/// What a patient organization does, as the sheet calls it.
///
/// Labels and definitions for readers of the data stand in `vocab/roles.ttl`, which a test compares with these.
public enum Role: String, SchemeConcept {
    public static let scheme = "role"

    /// Information and direct support.
    case informationSupport = "information-support"
    /// Defence of rights and interests.
    case rightsAdvocacy = "rights-advocacy"
    /// Public awareness.
    case awareness
    /// Liaison with the stakeholders of health care.
    case careAccessLiaison = "care-access-liaison"
    /// Information about clinical trials.
    case clinicalTrialInformation = "clinical-trial-information"
    /// Programmes that pay for research, or speed up access to innovation.
    case researchFunding = "research-funding"
    /// Taking part in research.
    case researchParticipation = "research-participation"
    /// Comments and consultations on policy, and in public evaluations of drugs, blood products and devices.
    case policyConsultation = "policy-consultation"

    /// The part of the mission that the role belongs to.
    public var group: MissionGroup {
        switch self {
        case .informationSupport, .rightsAdvocacy, .awareness: .communityRepresentation
        case .careAccessLiaison, .clinicalTrialInformation: .careAccess
        case .researchFunding, .researchParticipation, .policyConsultation: .researchSupport
        }
    }

    public var broaderIRI: IRI? { group.iri }

    /// The name of the role.
    public var label: Texts {
        switch self {
        case .informationSupport: Texts(fr: "information et soutien direct", en: "information and direct support")
        case .rightsAdvocacy: Texts(fr: "défense des droits et des intérêts", en: "defence of rights and interests")
        case .awareness: Texts(fr: "sensibilisation du public", en: "public awareness")
        case .careAccessLiaison:
            Texts(fr: "liaison avec les acteurs de la santé", en: "liaison with health stakeholders")
        case .clinicalTrialInformation:
            Texts(fr: "information sur les essais cliniques", en: "information about clinical trials")
        case .researchFunding: Texts(fr: "financement de la recherche", en: "research funding")
        case .researchParticipation: Texts(fr: "participation à la recherche", en: "participation in research")
        case .policyConsultation:
            Texts(fr: "commentaires et consultations publiques", en: "comments and public consultations")
        }
    }
}

/// The three parts of a patient organization's mission.
public enum MissionGroup: String, SchemeConcept {
    public static let scheme = "role"

    /// It represents its community: the people who live with a condition, and those around them.
    case communityRepresentation = "community-representation"
    /// It makes better care easier to reach.
    case careAccess = "care-access"
    /// It supports research.
    case researchSupport = "research-support"

    /// The name of the group.
    public var label: Texts {
        switch self {
        case .communityRepresentation:
            Texts(fr: "représentation de sa communauté", en: "representation of its community")
        case .careAccess: Texts(fr: "accès à de meilleurs soins", en: "access to better care")
        case .researchSupport: Texts(fr: "soutien à la recherche", en: "support of research")
        }
    }
}

/// Whom a patient organization deals with in a role.
public enum Stakeholder: String, SchemeConcept {
    public static let scheme = "stakeholder"

    /// People who live with the condition, their families and carers.
    case community
    /// Doctors, nurses and other professionals of health.
    case healthProfessionals = "health-professionals"
    /// Hospitals, clinics and networks of care.
    case healthInstitutions = "health-institutions"
    /// Ministries and other public authorities.
    case government
    /// Bodies that evaluate drugs, blood products and medical devices.
    case evaluationBodies = "evaluation-bodies"
    /// Researchers and their institutions.
    case researchers
    /// Makers of drugs, blood products and medical devices.
    case industry
    /// Everyone.
    case generalPublic = "general-public"

    /// The name of the group.
    public var label: Texts {
        switch self {
        case .community: Texts(fr: "communauté représentée", en: "community represented")
        case .healthProfessionals: Texts(fr: "professionnels de la santé", en: "health professionals")
        case .healthInstitutions: Texts(fr: "établissements de santé", en: "health institutions")
        case .government: Texts(fr: "pouvoirs publics", en: "government")
        case .evaluationBodies: Texts(fr: "organismes d'évaluation", en: "evaluation bodies")
        case .researchers: Texts(fr: "milieu de la recherche", en: "researchers")
        case .industry: Texts(fr: "industrie", en: "industry")
        case .generalPublic: Texts(fr: "grand public", en: "general public")
        }
    }
}
