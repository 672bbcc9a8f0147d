internal import Localization
internal import RDFModel

// Cutting long statements, so that one of a million objects is no more to hold than many of one.

/// A statement of which a part has been read, up to a comma or a semicolon outside of brackets. It is thrown from there,
/// for the lists that are being read end with it.
struct OpenStatement: Error {
    var subject: TermHandle
    /// The predicate, where an object comes next; `nil` where a predicate does.
    var predicate: TermHandle?
    /// The bytes that have been read.
    var length = 0
}

extension TurtleReader {
    /// Cuts the statement after a comma or semicolon if there is enough to hand on.
    ///
    /// Brackets are not cut, for each of them would have to be taken up again; nor is any statement of a lenient
    /// reader, which says all of it or nothing. What is read in one piece is bounded instead.
    /// - Throws: The open statement.
    @inline(__always)
    mutating func cut(_ statement: OpenStatement, sinkIsFull: Bool) throws {
        guard depth == 0, !isLenient else { return }
        uncutTriples = 0
        if holdsPlenty || sinkIsFull, !scanner.touchedEnd { throw statement }
    }

    /// Counts a triple that cannot yet be handed on for good.
    @inline(__always)
    mutating func countUncutTriple() throws {
        uncutTriples &+= 1
        guard uncutTriples <= scanner.limits.uncutTriples else {
            throw scanner.expected(.tooManyTriples, String(scanner.limits.uncutTriples))
        }
    }
}
