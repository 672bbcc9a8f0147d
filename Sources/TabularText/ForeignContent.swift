/// What a file by the name of a table holds instead of one, told by its first bytes.
public enum ForeignContent: String, Sendable, Hashable {
    /// A workbook of Excel, LibreOffice or Numbers, given the name of a text.
    case workbook
    /// A page, or a table that a web page or a database saved as one.
    case html
    /// A workbook or other document in XML.
    case xml
    /// JSON.
    case json
    /// A document to print.
    case pdf
    /// A document of a word processor.
    case richText
    /// Something compressed.
    case compressed

    /// Looks at the first bytes; `nil` where they may begin a table.
    init?(_ bytes: [UInt8]) {
        let signatures: [([UInt8], ForeignContent)] = [
            ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0xD0, 0xCF, 0x11, 0xE0], .workbook),
            (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .richText), ([0x1F, 0x8B], .compressed),
        ]
        if let kind = signatures.first(where: { bytes.starts(with: $0.0) })?.1 {
            self = kind
            return
        }
        let text = bytes.prefix(1_000).drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let start = String(decoding: text.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        if ["<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<div"].contains(where: start.hasPrefix) {
            self = .html
        } else if start.hasPrefix("<?xml") || start.hasPrefix("<workbook") {
            self = .xml
        } else if start.hasPrefix("{\"") || start.hasPrefix("[{") || start.hasPrefix("{\n") || start.hasPrefix("[\n") {
            self = .json
        } else {
            return nil
        }
    }
}
