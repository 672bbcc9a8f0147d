/// A place in a text: line and column for people, an offset for programs.
///
/// - Units: `line` and `column` count from 0 in code and are printed from 1; a column is counted in
///   Unicode scalars, so that it agrees with what an editor shows for most texts; `offset` is in bytes.
public struct TextPosition: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The line, counted from 0.
    public var line: Int
    /// The column in Unicode scalars, counted from 0.
    public var column: Int
    /// The offset in bytes from the beginning of the text.
    public var offset: Int

    /// A position; the beginning of a text where nothing is said.
    public init(line: Int = 0, column: Int = 0, offset: Int = 0) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// Earlier in the text.
    public static func < (left: TextPosition, right: TextPosition) -> Bool { left.offset < right.offset }

    /// `line:column`, both from 1, as editors and compilers print it.
    public var description: String { "\(line + 1):\(column + 1)" }
}
