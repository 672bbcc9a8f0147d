/// A text with places for arguments, as ``Message`` describes it.
package struct Template: Sendable {
    /// A piece of a template.
    package enum Piece: Hashable, Sendable {
        case text(String)
        case argument(Int)
        case counted(Int, singular: String, plural: String)
    }

    /// The pieces in their order.
    package let pieces: [Piece]

    /// Cuts a text at its places; a brace that opens no place is text.
    package init(_ source: String) {
        var pieces: [Piece] = []
        var text = ""
        var rest = source[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"), let place = Self.place(rest[rest.index(after: open)..<close])
            else {
                text += "{"
                rest = rest.dropFirst()
                continue
            }
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
            pieces.append(place)
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        if !text.isEmpty { pieces.append(.text(text)) }
        self.pieces = pieces
    }

    private static func place(_ inside: Substring) -> Piece? {
        let parts = inside.split(separator: ":", maxSplits: 1)
        guard let first = parts.first, let number = Int(first) else { return nil }
        guard parts.count == 2 else { return .argument(number) }
        let forms = parts[1].split(separator: "|", omittingEmptySubsequences: false)
        guard forms.count == 2 else { return nil }
        return .counted(number, singular: String(forms[0]), plural: String(forms[1]))
    }

    /// The numbers of the arguments that the text uses.
    package var argumentNumbers: Set<Int> {
        Set(
            pieces.compactMap { piece in
                switch piece {
                case .text: nil
                case .argument(let number), .counted(let number, _, _): number
                }
            })
    }

    /// The text with its places filled; a place without an argument stays as it is written.
    package func filled(with arguments: [String], in language: Language) -> String {
        let counted = Set(
            pieces.compactMap { piece in if case .counted(let number, _, _) = piece { number } else { nil } })
        return pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .argument(let number):
                guard arguments.indices.contains(number) else { return "{\(number)}" }
                return counted.contains(number) ? language.grouped(arguments[number]) : arguments[number]
            case .counted(let number, let singular, let plural):
                let count = arguments.indices.contains(number) ? Int(arguments[number]) : nil
                return language.usesSingular(for: count ?? 2) ? singular : plural
            }
        }.joined()
    }
}

extension Language {
    /// A count with its digits in groups of three, as French has them from five digits on.
    fileprivate func grouped(_ count: String) -> String {
        guard self == .french, count.utf8.count > 4, count.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return count }
        var result = ""
        for (index, digit) in count.enumerated() {
            if index > 0, (count.utf8.count - index).isMultiple(of: 3) { result.append("\u{202F}") }
            result.append(digit)
        }
        return result
    }

    /// Whether a count takes the singular: one in English, none or one in French.
    fileprivate func usesSingular(for count: Int) -> Bool {
        switch self {
        case .french: count == 0 || count == 1
        case .english: count == 1
        }
    }
}
