public import Localization
public import RDFModel

/// Where a row of the sheets comes from. Every row is a record, and this is what the record says about itself.
public struct Evidence: Sendable, Hashable, Codable {
    /// What a row rests on.
    public enum Basis: Sendable, Hashable, Codable {
        /// A published page.
        case page(IRI)
        /// Published tables, by the ids of the attributions in `publication.yaml`, and the words of the sheet.
        case tables([String], text: String)
        /// What people in the field know; no page was read.
        case generalKnowledge
        /// The sheet does not say.
        case unstated

        /// The kind of source; `nil` where the sheet names none.
        public var kind: Kind? {
            switch self {
            case .page: .publishedPage
            case .tables: .publishedTable
            case .generalKnowledge: .generalKnowledge
            case .unstated: nil
            }
        }
    }

    /// What kind of source a row rests on.
    public enum Kind: String, SchemeConcept {
        public static let scheme = "basis"

        case publishedPage = "published-page"
        case publishedTable = "published-table"
        case generalKnowledge = "general-knowledge"

        /// The name of the kind.
        public var label: Texts {
            switch self {
            case .publishedPage: Texts(fr: "page publiée", en: "published page")
            case .publishedTable: Texts(fr: "table publiée", en: "published table")
            case .generalKnowledge: Texts(fr: "connaissance générale", en: "general knowledge")
            }
        }
    }

    /// What the row rests on.
    public let basis: Basis
    /// What the source says, or what should be known about the row.
    public let note: String?
    /// When a person last looked at the row.
    public let reviewedOn: CalendarDate?
    /// The age of the source, where it is known.
    public let sourceDate: CalendarDate?
    /// Where the row stands.
    public let row: RowPlace

    /// The evidence for a record; by default nothing is said of it.
    public init(
        basis: Basis = .unstated, note: String? = nil, reviewedOn: CalendarDate? = nil,
        sourceDate: CalendarDate? = nil, row: RowPlace = RowPlace()
    ) {
        self.basis = basis
        self.note = note
        self.reviewedOn = reviewedOn
        self.sourceDate = sourceDate
        self.row = row
    }
}

/// The place of a row in the sheets.
public struct RowPlace: Sendable, Hashable, Codable {
    /// The file.
    public let file: String
    /// The line, counted from 1.
    public let line: Int

    /// The place of a row; by default none, as of what was made by a program.
    public init(file: String = "", line: Int = 0) {
        self.file = file
        self.line = line
    }
}
