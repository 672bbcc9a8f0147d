internal import RDFModel
internal import TripleStore

/// REGEX and REPLACE.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#func-regex>, <https://www.w3.org/TR/sparql11-query/#func-replace>
enum RegexFunctions {
    @Sendable static func regex(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        guard let regex = regex(context, arguments[1], flags: arguments.count > 2 ? arguments[2] : nil) else {
            return .error
        }
        let outcome: RegexOutcome
        switch arguments[0] {
        case .term(let id) where context.terms.isText(id):
            // The bytes as the store has them: no text is made.
            outcome = context.terms.withText(id) { text in
                context.limits.hasWorked(Self.rowsPerSearch + text.count / LimitGuard.bytesPerRow)
                return regex.match(text, goesOn: context.limits.goesOn)
            }
        default:
            guard let argument = StringFunctions.string(context, arguments[0]) else { return .error }
            context.limits.hasWorked(Self.rowsPerSearch)
            outcome = regex.match(argument.text.utf8.span, goesOn: context.limits.goesOn)
        }
        switch outcome {
        case .match: return .true
        case .noMatch: return .false
        case .limitReached:
            context.limits.fail(.regexLimit(regex.source))
            return .error
        }
    }

    @Sendable static func replace(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        let flags = arguments.count > 3 ? arguments[3] : nil
        guard let argument = StringFunctions.string(context, arguments[0]),
            let regex = regex(context, arguments[1], flags: flags),
            case .string(let replacement)? = context.terms.value(arguments[2])
        else { return .error }
        let isLiteral = flags.flatMap { StringFunctions.string(context, $0) }?.text.utf8.contains(UInt8(ascii: "q"))
        let text: String?
        do {
            text = try regex.replacingMatches(
                in: argument.text, by: replacement, isLiteral: isLiteral ?? false, limits: context.limits)
        } catch {
            context.limits.fail(error)
            return .error
        }
        return text.map { .value(argument.with($0)) } ?? .error
    }

    /// Rows that take as long as a search that is slow, but not so slow that it asks by itself whether it may go on.
    private static let rowsPerSearch = 8

    /// The compiled pattern, kept by the query; `nil` for what is no pattern.
    private static func regex(
        _ context: QueryContext, _ pattern: ExpressionResult, flags: ExpressionResult?
    ) -> CompiledRegex? {
        // A pattern is a constant as a rule, and the same for all rows.
        var key: (TermID, TermID)?
        if case .term(let id) = pattern {
            switch flags {
            case nil: key = (id, .undefined)
            case .term(let flags)?: key = (id, flags)
            default: break
            }
        }
        if let key, let last = context.regexes.last, last.pattern == key.0, last.flags == key.1 { return last.regex }
        guard case .string(let pattern)? = context.terms.value(pattern) else { return nil }
        var text = ""
        if let flags {
            guard case .string(let given)? = context.terms.value(flags) else { return nil }
            text = given
        }
        // To compile a pattern takes some microseconds, and as many nanoseconds for each byte as hundreds are read in.
        guard context.limits.goesOn(after: 4096 + 64 * pattern.utf8.count) else { return nil }
        let regex = context.regexes.regex(pattern, flags: text)
        if let key { context.regexes.last = (key.0, key.1, regex) }
        return regex
    }
}
