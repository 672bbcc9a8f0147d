internal import ByteText

/// Writes JSON values as UTF-8.
///
/// The same value always gives the same bytes. Only what must be escaped is: quotation marks, backslashes and control
/// characters.
public struct JSONWriter: Sendable {
    /// How the text is laid out.
    public enum Layout: Sendable, Hashable {
        /// No white space.
        case compact
        /// A member or element on each line, indented by two spaces; empty arrays and objects on one line.
        case pretty
    }

    /// How the text is laid out.
    public var layout: Layout

    /// The order in which the members of an object are written, by their positions; as they stand where it is `nil`.
    package var memberOrder: (@Sendable (JSONObject) -> [Int])?

    /// A writer; compact where nothing is said.
    public init(layout: Layout = .compact) { self.layout = layout }

    /// The value as text.
    public func string(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }

    /// The value as UTF-8.
    public func bytes(_ value: JSONValue) -> [UInt8] {
        var output: [UInt8] = []
        write(value, to: &output)
        return output
    }

    /// Appends the value as UTF-8.
    ///
    /// The nesting of a value that was read is limited by the reader; that of one made by a program is up to it.
    public func write(_ value: JSONValue, to output: inout [UInt8]) { write(value, depth: 0, to: &output) }

    /// Appends a value that stands inside so many others, as UTF-8: for a text that is written part by part.
    ///
    /// The line ends and indentation are those of the depth; none stands before the value or after it.
    public func write(_ value: JSONValue, depth: Int, to output: inout [UInt8]) {
        switch value {
        case .null: output.append(ascii: "null")
        case .bool(let bool): output.append(ascii: bool ? "true" : "false")
        case .number(let number): output.append(copying: number.text.utf8.span)
        case .string(let string): Self.write(string: string, to: &output)
        case .array(let array):
            output.append(UInt8(ascii: "["))
            var isFirst = true
            for element in array {
                separate(isFirst: &isFirst, depth: depth + 1, in: &output)
                write(element, depth: depth + 1, to: &output)
            }
            if !isFirst { newLine(depth: depth, in: &output) }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            var isFirst = true
            if let order = memberOrder?(object) {
                for position in order {
                    write(object.members[position], isFirst: &isFirst, depth: depth + 1, to: &output)
                }
            } else {
                for member in object.members {
                    write(member, isFirst: &isFirst, depth: depth + 1, to: &output)
                }
            }
            if !isFirst { newLine(depth: depth, in: &output) }
            output.append(UInt8(ascii: "}"))
        }
    }

    private func write(_ member: JSONObject.Member, isFirst: inout Bool, depth: Int, to output: inout [UInt8]) {
        separate(isFirst: &isFirst, depth: depth, in: &output)
        Self.write(string: member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        if layout == .pretty { output.append(0x20) }
        write(member.value, depth: depth, to: &output)
    }

    private func separate(isFirst: inout Bool, depth: Int, in output: inout [UInt8]) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        newLine(depth: depth, in: &output)
    }

    /// Indentation is copied from here, since a byte at a time takes longer than all else. No array: threads that write
    /// at the same time would wait for each other to count its owners.
    private static let blanks = InlineArray<64, UInt8>(repeating: 0x20)

    /// Appends a line end and the indentation of a depth, where the layout has them.
    public func newLine(depth: Int, in output: inout [UInt8]) {
        guard layout == .pretty else { return }
        output.append(0x0A)
        var left = depth * 2
        while left > 0 {
            let count = min(left, 64)
            output.append(copying: Self.blanks.span.extracting(first: count))
            left -= count
        }
    }

    /// Appends a string in quotation marks, escaped as RFC 8785 does it, which is also the shortest way.
    public static func write(string: String, to output: inout [UInt8]) { write(string: string.utf8.span, to: &output) }

    /// Appends a string, given as UTF-8, in quotation marks.
    public static func write(string bytes: Span<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var start = 0
        while true {
            let end = bytes.offsetToEscape(from: start)
            output.append(copying: bytes.extracting(start..<end))
            guard end < bytes.count else { break }
            writeEscape(of: bytes[end], to: &output)
            start = end &+ 1
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(of byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0..<0x20:
            output.append(ascii: "u00")
            output.append(UInt8(ascii: "0") + byte >> 4)
            output.append(byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") + byte & 15 - 10)
        default: output.append(byte)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(ascii text: StaticString) {
        for offset in 0..<text.utf8CodeUnitCount { unsafe append(text.utf8Start[offset]) }
    }
}
