/// A tree in parentheses: what stands on one line with its name, and what stands below it, indented.
struct SExpression {
    var name: String
    /// On the line of the name.
    var line: [SExpression] = []
    /// Each on a line of its own.
    var below: [SExpression] = []
    var isAtom = false

    static func atom(_ text: String) -> SExpression { SExpression(name: text, isAtom: true) }

    func write(to output: inout String, indent: Int = 0) {
        guard !isAtom else {
            output += name
            return
        }
        output += "(" + name
        var isFirst = name.isEmpty
        for part in line {
            if !isFirst { output += " " }
            isFirst = false
            part.write(to: &output, indent: indent + 1)
        }
        for part in below {
            output += "\n" + String(repeating: "  ", count: indent + 1)
            part.write(to: &output, indent: indent + 1)
        }
        output += ")"
    }
}
