public import Localization
public import RDFModel

/// What `publication.yaml` says about the directory as a whole.
public struct Publication: Sendable, Hashable, Codable {
    /// Who answers for the directory.
    public struct Publisher: Sendable, Hashable, Codable {
        /// The IRI that names it.
        public let iri: IRI
        /// Its name; both languages.
        public let names: LocalizedText
        /// Its home page.
        public let homepage: IRI?

        /// A publisher, with its name in both languages.
        public init(iri: IRI, names: LocalizedText, homepage: IRI? = nil) {
            self.iri = iri
            self.names = names
            self.homepage = homepage
        }
    }

    /// Where to write about the directory: an organization or a desk of it, never a person.
    public struct Contact: Sendable, Hashable, Codable {
        /// The IRI that names it, where the keeper has one.
        public let iri: IRI?
        /// Its name, where it is not that of the publisher.
        public let names: LocalizedText?
        /// Its e-mail address, as a `mailto:` IRI.
        public let email: IRI?
        /// Its page.
        public let page: IRI?

        /// A contact by some of these.
        public init(iri: IRI? = nil, names: LocalizedText? = nil, email: IRI? = nil, page: IRI? = nil) {
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
    public struct Attribution: Sendable, Hashable, Codable {
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

        /// A cited work, with its name in both languages.
        public init(id: String, names: LocalizedText, homepage: IRI, licence: IRI, sourceNames: [String] = []) {
            self.id = id
            self.names = names
            self.homepage = homepage
            self.licence = licence
            self.sourceNames = sourceNames
        }
    }

    /// A key word in a language.
    public struct Keyword: Sendable, Hashable, Codable {
        /// The language of the word.
        public let language: Language
        /// The word.
        public let text: String

        /// A key word.
        public init(_ text: String, in language: Language) {
            self.text = text
            self.language = language
        }
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
    public let keywords: [Keyword]
    /// Concepts for what the dataset is about.
    public let themes: [IRI]
    /// How often it changes, as a concept.
    public let frequency: IRI?
    /// The territory that it covers, as an IRI.
    public let spatial: IRI?

    /// A publication by what is said of it.
    /// - Parameter base: the IRI before all of ours; ends with `/`.
    public init(
        base: IRI, titles: LocalizedText, descriptions: LocalizedText, publisher: Publisher, contact: Contact? = nil,
        licence: IRI, attributions: [Attribution] = [], issued: CalendarDate, compiled: CalendarDate,
        version: String, languages: [LanguageTag], noteLanguage: LanguageTag, privateColumns: [String] = [],
        keywords: [Keyword] = [], themes: [IRI] = [], frequency: IRI? = nil, spatial: IRI? = nil
    ) {
        self.base = base
        self.titles = titles
        self.descriptions = descriptions
        self.publisher = publisher
        self.contact = contact
        self.licence = licence
        self.attributions = attributions
        self.issued = issued
        self.compiled = compiled
        self.version = version
        self.languages = languages
        self.noteLanguage = noteLanguage
        self.privateColumns = privateColumns
        self.keywords = keywords
        self.themes = themes
        self.frequency = frequency
        self.spatial = spatial
    }
}
