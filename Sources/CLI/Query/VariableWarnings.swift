internal import ByteText
internal import Localization
internal import RDFModel
internal import SPARQLAlgebra

/// Says which variables of a query have no value where it uses them.
struct VariableWarnings {
    private let fragments: FragmentText

    init(prefixes: PrefixMap) { fragments = FragmentText(prefixes: prefixes) }

    /// The warnings, one a line.
    func lines(_ findings: [UnboundVariable]) -> [String] {
        findings.map { VariableMessage.warning.text(in: .current, text($0)) }
    }

    private func text(_ finding: UnboundVariable) -> String {
        let name =
            finding.nearest.map { near in
                LookAlike.revealed(finding.variable.description, beside: near.description)
            } ?? finding.variable.description
        let text =
            switch finding.use {
            case .select: say(.select, name)
            case .filter(let condition): say(.filter, name, fragments.text(condition))
            case .bind(let variable, _):
                say(.bind, name, variable.isVisible ? variable.description : "ORDER BY, GROUP BY")
            case .aggregate: say(.aggregate, name)
            case .groupBy: say(.groupBy, name)
            case .orderBy: say(.orderBy, name)
            case .construct: say(.construct, name)
            case .describe: say(.describe, name)
            }
        if finding.isGraphOfBraces { return say(.graph, text, name) }
        if finding.isBoundElsewhere { return say(.elsewhere, text) }
        return finding.nearest.map { say(.nearest, text, $0.description) } ?? text
    }

    private func say(_ message: VariableMessage, _ arguments: String...) -> String {
        message.text(in: .current, arguments: arguments)
    }
}
