internal import Foundation
internal import TabularText

/// The text of a cell as it is published: composed, without what nobody sees.
///
/// RDF asks for texts in Normalization Form C; sheets that were typed on a Macintosh mostly are not.
/// - Spec: <https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal>, Unicode Standard Annex #15.
struct CellText {
    /// The text.
    let text: String
    /// Whether blanks stood at its beginning or end.
    let wasTrimmed: Bool
    /// The first character that was taken out of the middle because nobody sees it.
    let removed: Unicode.Scalar?

    /// Cleans the text of a cell.
    /// - Complexity: O(*n*).
    init(_ cell: String) {
        // Nearly every cell is in ASCII.
        if cell.utf8.allSatisfy({ $0 < 0x80 }) {
            text = cell.trimmingBlanks
            wasTrimmed = text.utf8.count != cell.utf8.count
            removed = nil
            return
        }
        let composed = cell.composed
        let trimmed = composed.trimmingBlanks
        wasTrimmed = trimmed.utf8.count != composed.utf8.count
        guard trimmed.utf8.contains(where: { $0 >= 0x80 }),
            trimmed.unicodeScalars.contains(where: { $0.isRemovable || $0.isJoiner })
        else {
            (text, removed) = (trimmed, nil)
            return
        }
        var kept = String.UnicodeScalarView()
        var first: Unicode.Scalar?
        let scalars = Array(trimmed.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            // At neither end, since those are trimmed.
            let isAmongLetters = scalar.isJoiner && scalars[index - 1].isLatin && scalars[index + 1].isLatin
            if scalar.isRemovable || isAmongLetters { first = first ?? scalar } else { kept.append(scalar) }
        }
        text = String(kept).composed
        removed = first
    }
}

extension Unicode.Scalar {
    /// Whether it joins or parts the letters on either side of it, as some scripts and compound signs need.
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }
    fileprivate var isLatin: Bool { value < 0x250 }
}

extension String {
    /// The text in Normalization Form C.
    ///
    /// Below U+0300 everything is, so that nearly no text is looked at twice.
    var composed: String {
        guard unicodeScalars.contains(where: { $0.value >= 0x300 && !($0.value >= 0x2010 && $0.value <= 0x2027) })
        else { return self }
        return precomposedStringWithCanonicalMapping
    }
}
