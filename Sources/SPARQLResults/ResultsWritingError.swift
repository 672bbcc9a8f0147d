public import Localization

/// A row holds a character that the format has no way to write: nothing replaces it without a word.
public struct ResultsWritingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The format.
    public let format: ResultsFormat
    /// The character.
    public let character: Unicode.Scalar
    /// The number of the row, from 1.
    public let row: Int

    /// What cannot be written, and which formats can, in a language.
    public func description(in language: Language) -> String {
        let digits = String(character.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return WritingMessage.resultCharacter.text(in: language, String(row), name)
    }

    /// The same in English.
    public var description: String { description(in: .english) }
}
