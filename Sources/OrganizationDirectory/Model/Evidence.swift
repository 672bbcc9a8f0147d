public import RDFModel

/// Where a row of the sheets comes from. Every row is a record, and this is what the record says about itself.
public struct Evidence: Sendable {
    /// What a row rests on.
    public enum Basis: Sendable {
        /// A published page.
        case page(IRI)
        /// Published tables, by the ids of the attributions in `publication.yaml`, and the words of the sheet.
        case tables([String], text: String)
        /// What people in the field know; no page was read.
        case generalKnowledge
        /// The sheet does not say.
        case unstated
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
}

/// The place of a row in the sheets.
public struct RowPlace: Sendable, Hashable {
    /// The file.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
}
