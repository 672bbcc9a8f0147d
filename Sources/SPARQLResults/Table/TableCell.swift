internal import ByteText

/// What stands in a cell: a text, and a note after it.
struct TableCell {
    var text = ""
    var note = ""
    var isNumber = false
    var isUnbound = true
    /// Whether the end of the text tells more than its middle, as that of an address does.
    var isAddress = false
    /// In columns of the terminal.
    var width = 0

    /// A cell of an unbound variable.
    init() {}

    init(_ parts: (text: String, note: String), isNumber: Bool, isAddress: Bool = false) {
        text = parts.text
        note = parts.note
        self.isNumber = isNumber
        self.isAddress = isAddress
        isUnbound = false
        width = DisplayWidth.of(text) + gap + DisplayWidth.of(note)
    }

    /// The spaces between text and note: one before a language, none before a datatype.
    var gap: Int { note.utf8.first == UInt8(ascii: "@") && !text.isEmpty ? 1 : 0 }

    /// The cell in at most so many columns; the note is kept as long as half of them are left for the text.
    func truncated(to maximum: Int) -> TableCell {
        guard width > maximum else { return self }
        var cell = self
        let noteWidth = DisplayWidth.of(note) + gap
        if noteWidth > maximum / 2 { cell.note = "" }
        let room = cell.note.isEmpty ? maximum : maximum - noteWidth
        cell.text =
            isAddress ? TerminalText.truncatedInside(text, to: room) : TerminalText.truncated(text, to: room)
        cell.width = DisplayWidth.of(cell.text) + cell.gap + DisplayWidth.of(cell.note)
        return cell
    }

    /// The fewest columns in which the cell still tells one thing from another.
    var leastWidth: Int { min(width, isNumber ? width : isAddress ? 20 : 24) }

    /// The whole cell as one text.
    var whole: String { text + (gap > 0 ? " " : "") + note }
}
