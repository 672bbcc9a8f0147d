public import Localization
public import RDFModel

/// What `publication.yaml` says about the directory as a whole.
public struct Publication: Sendable {
    /// Who answers for the directory.
    public struct Publisher: Sendable {
        /// The IRI that names it.
        public let iri: IRI
        /// Its name; both languages.
        public let names: LocalizedText
        /// Its home page.
        public let homepage: IRI?
    }

    /// Where to write about the directory: an organization or a desk of it, never a person.
    public struct Contact: Sendable {
        /// The IRI that names it, where the keeper has one.
        public let iri: IRI?
        /// Its name, where it is not that of the publisher.
        public let names: LocalizedText?
        /// Its e-mail address, as a `mailto:` IRI.
        public let email: IRI?
        /// Its page.
        public let page: IRI?

        /// A contact by some of these.
        init(iri: IRI? = nil, names: LocalizedText? = nil, email: IRI? = nil, page: IRI? = nil) {
            self.iri = iri
            self.names = names
            self.email = email
            self.page = page
        }

        /// The e-mail address alone, as people write it.
        public var emailAddress: String? {
            email.map { String($0.string.dropFirst(EmailAddress.scheme.count).prefix { $0 != "?" }) }
        }
    }

    /// A published work on which rows rest, and which asks to be named.
    public struct Attribution: Sendable {
        /// A slug, the last part of its IRI.
        public let id: String
        /// Its name; both languages.
        public let names: LocalizedText
        /// Its home page.
        public let homepage: IRI
        /// Its licence.
        public let licence: IRI
        /// How the column `source` of the sheets begins where it means this work.
        public let sourceNames: [String]
    }

    /// The IRI under which everything of ours stands; ends with `/`.
    public let base: IRI
    /// The name of the dataset; both languages.
    public let titles: LocalizedText
    /// What the dataset is; both languages.
    public let descriptions: LocalizedText
    /// Who answers for it.
    public let publisher: Publisher
    /// Where to write; `nil` for nowhere.
    public let contact: Contact?
    /// The licence of the data.
    public let licence: IRI
    /// The works on which it rests.
    public let attributions: [Attribution]
    /// When this version is published.
    public let issued: CalendarDate
    /// When the sources were read.
    public let compiled: CalendarDate
    /// The version, `major.minor.patch`.
    public let version: String
    /// The languages of the data.
    public let languages: [LanguageTag]
    /// The language in which the notes of the sheets are written.
    public let noteLanguage: LanguageTag
    /// The columns that are never published, by their headings.
    public let privateColumns: [String]
    /// Key words, French and English.
    public let keywords: [(language: Language, text: String)]
    /// Concepts for what the dataset is about.
    public let themes: [IRI]
    /// How often it changes, as a concept.
    public let frequency: IRI?
    /// The territory that it covers, as an IRI.
    public let spatial: IRI?
}
