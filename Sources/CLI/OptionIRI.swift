internal import Localization
internal import OrganizationDirectory
internal import RDFModel
internal import RDFSyntax

/// IRIs that options give: each is checked before anything is read, and what is wrong with it is said.
enum OptionIRI {
    /// Checks an absolute IRI.
    /// - Parameter option: what stands before it on the command line, such as `--base`.
    /// - Throws: ``Exit`` that names the option, the text and its fault.
    static func check(_ text: String, _ option: String) throws -> IRI {
        do { return try IRI(text) } catch {
            guard error.reason != .noScheme else { throw Exit(.usage, InputMessage.noAbsoluteIRI, option, text) }
            throw Exit(.usage, InputMessage.badIRI, option, text, error.reason.text(in: .current))
        }
    }

    /// Checks an IRI before which others stand: that of a directory, or of a vocabulary.
    static func check(base text: String, _ option: String) throws -> IRI {
        let iri = try check(text, option)
        guard !iri.hasDotSegment else { throw Exit(.usage, InputMessage.dotsInIRI, option, text) }
        guard Publication.isBase(iri) else { throw Exit(.usage, ExportMessage.badBase, option, text) }
        return iri
    }
}
