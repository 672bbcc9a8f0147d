package import ByteText
package import Localization

/// What a reader throws inside: a problem and byte offsets. Lines and columns are counted only when it is reported.
package struct ReadingFault: Error {
    package let problem: SyntaxMessage
    package var arguments: [String] = []
    package let range: Range<Int>

    /// A problem from one offset to another; an empty range is where something was expected.
    package init(_ problem: SyntaxMessage, _ arguments: [String] = [], from start: Int, to end: Int) {
        self.problem = problem
        self.arguments = arguments
        range = start..<max(start, end)
    }
}

extension TextPosition {
    /// The longest text that an error shows, in bytes.
    private static let shownBytes = 60

    /// What a person is told about a fault in bytes that begin at this position.
    package func error(for fault: ReadingFault, in bytes: Span<UInt8>, sourceName: String) -> RDFSyntaxError {
        let start = advanced(over: bytes, to: min(fault.range.lowerBound, bytes.count))
        let end = advanced(over: bytes, to: min(fault.range.upperBound, bytes.count))
        return RDFSyntaxError(
            fault.problem, arguments: fault.arguments, at: start..<end, sourceName: sourceName,
            offendingText: Self.shown(bytes, fault.range))
    }

    /// The text of a range, or what stands at an empty one, on one line and not too long.
    package static func shown(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        let start = min(range.lowerBound, bytes.count)
        var end = min(range.upperBound, bytes.count)
        if start == end {
            // Nothing was read: show the word that stands there.
            while end < bytes.count, end - start < 20, bytes[end] > ASCII.space { end += 1 }
            if start == end, end < bytes.count { end += 1 }
        }
        let isCut = end - start > shownBytes
        if isCut { end = start + shownBytes }
        // A character is not cut in two.
        while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end += 1 }
        var text = ""
        for scalar in String(utf8: bytes.extracting(start..<end)).unicodeScalars {
            if scalar.properties.generalCategory == .control {
                text += "U+" + String(scalar.value, radix: 16, uppercase: true)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return isCut ? text + "…" : text
    }
}
