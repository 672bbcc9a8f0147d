internal import RDFModel

/// Random expressions; most have no error, some do.
extension RandomQueryMaker {
    /// A variable of a kind, or now and then of any; a constant where there is none.
    private mutating func variable(_ kind: RandomKind) -> String {
        let fitting = variables.filter { $0.kind == kind }
        if !fitting.isEmpty, source.chance(92) { return source.pick(fitting).name }
        if !variables.isEmpty, source.chance(15) { return source.pick(variables).name }
        switch kind {
        case .number: return source.pick(RandomData.numbers).description
        case .text: return source.pick(RandomData.texts).description
        case .moment: return source.pick(RandomData.moments).description
        case .boolean: return source.pick(["true", "false"])
        case .node, .graph: return source.pick([":a", ":b", ":g1"])
        case .tripleTerm: return "<<( :a :p :b )>>"
        case .any: return source.pick(RandomData.others).description
        }
    }

    mutating func expression(depth: Int) -> String {
        switch source.number(below: 4) {
        case 0: number(depth: depth)
        case 1: text(depth: depth)
        case 2: condition(depth: depth)
        default: term(depth: depth)
        }
    }

    mutating func number(depth: Int) -> String {
        guard depth > 0 else { return variable(.number) }
        switch source.number(below: 19) {
        case 0: return "(\(number(depth: depth - 1)) + \(number(depth: depth - 1)))"
        case 1: return "(\(number(depth: depth - 1)) - \(number(depth: depth - 1)))"
        case 2: return "(\(number(depth: depth - 1)) * \(number(depth: depth - 1)))"
        // Quotients that end: how many digits others have is anyone's choice.
        case 3:
            return "(\(number(depth: depth - 1)) / \(source.pick(["2", "4", "5", "-8", "0.5", "1.0e1", "0", "0e0"])))"
        case 4: return "(- \(number(depth: depth - 1)))"
        case 5: return "(+ \(number(depth: depth - 1)))"
        case 6: return "ABS(\(number(depth: depth - 1)))"
        case 7: return "ROUND(\(number(depth: depth - 1)))"
        case 8: return "CEIL(\(number(depth: depth - 1)))"
        case 9: return "FLOOR(\(number(depth: depth - 1)))"
        case 10: return "STRLEN(\(text(depth: depth - 1)))"
        case 11, 15, 16:
            let part = source.pick(["YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS"])
            return "\(part)(\(variable(.moment)))"
        case 12, 17:
            let datatype = source.pick(["integer", "decimal", "double", "float"])
            let argument =
                source.chance(60) ? number(depth: depth - 1) : source.pick([variable(.boolean), "\"12\"", "\"x\""])
            return "xsd:\(datatype)(\(argument))"
        case 13: return "IF(\(condition(depth: depth - 1)), \(number(depth: depth - 1)), \(number(depth: depth - 1)))"
        case 14: return "COALESCE(\(number(depth: depth - 1)), \(number(depth: depth - 1)))"
        default: return variable(.number)
        }
    }

    mutating func text(depth: Int) -> String {
        guard depth > 0 else { return variable(.text) }
        switch source.number(below: 22) {
        case 0: return "STR(\(variable(source.pick([.node, .text, .number, .graph]))))"
        case 1: return "UCASE(\(text(depth: depth - 1)))"
        case 2: return "LCASE(\(text(depth: depth - 1)))"
        case 3: return "SUBSTR(\(text(depth: depth - 1)), \(source.pick(["1", "2", "0", "-1", "1.5"])))"
        case 4:
            let (start, length) = (source.pick(["1", "2", "0"]), source.pick(["1", "2", "0", "1.6", "10"]))
            return "SUBSTR(\(text(depth: depth - 1)), \(start), \(length))"
        case 5: return "STRBEFORE(\(text(depth: depth - 1)), \(part()))"
        case 6: return "STRAFTER(\(text(depth: depth - 1)), \(part()))"
        case 7: return "ENCODE_FOR_URI(\(text(depth: depth - 1)))"
        case 8, 9: return "CONCAT(\(text(depth: depth - 1)), \(text(depth: depth - 1)))"
        case 10:
            return
                "REPLACE(\(text(depth: depth - 1)), \(regex()), \(source.pick(["\"x\"", "\"$0$0\"", "\"<$1>\"", "\"\""])))"
        case 11: return "REPLACE(\(text(depth: depth - 1)), \(regex()), \"-\", \"i\")"
        case 12: return "LANG(\(variable(.text)))"
        case 13: return "STRLANG(\(source.pick(["\"abc\"", "STR(\(variable(.text)))", variable(.text)])), \"en\")"
        case 14, 20, 21:
            let function = source.pick(["MD5", "SHA1", "SHA256", "SHA384", "SHA512"])
            return "\(function)(\(source.chance(70) ? "STR(\(variable(.text)))" : variable(.text)))"
        case 15: return "TZ(\(variable(.moment)))"
        case 16: return "STR(TIMEZONE(\(variable(.moment))))"
        case 17: return "xsd:string(\(variable(source.pick([.text, .node, .boolean]))))"
        case 18 where usesRDF12: return "LANGDIR(\(variable(.text)))"
        case 19 where usesRDF12:
            return "STRLANGDIR(STR(\(variable(.text))), \"ar\", \(source.pick(["\"rtl\"", "\"ltr\"", "\"x\""])))"
        default: return variable(.text)
        }
    }

    private mutating func part() -> String {
        source.pick(["\"b\"", "\"a\"", "\"\"", "\"ab\"", "\"b\"@en", "\"c\"@fr", "\"z\""])
    }

    private mutating func regex() -> String {
        source.pick([
            "\"b\"", "\"^a\"", "\"b$\"", "\"a.c\"", "\"[a-b]+\"", "\"(a|b)c?\"", "\"(ab)+\"", "\"[^a]\"", "\"B\"",
            "\"a*\"",
            "\"^$\"", "\"(b)(c)\"", "\"(\"",
        ])
    }

    mutating func condition(depth: Int) -> String {
        guard depth > 0 else { return variable(.boolean) }
        let sign = source.pick(["=", "!=", "<", ">", "<=", ">="])
        switch source.number(below: 27) {
        case 0, 1: return "(\(number(depth: depth - 1)) \(sign) \(number(depth: depth - 1)))"
        case 2: return "(\(text(depth: depth - 1)) \(sign) \(text(depth: depth - 1)))"
        case 3: return "(\(variable(.moment)) \(sign) \(variable(.moment)))"
        case 4: return "(\(term(depth: depth - 1)) \(source.pick(["=", "!="])) \(term(depth: depth - 1)))"
        case 5: return "(\(condition(depth: depth - 1)) || \(condition(depth: depth - 1)))"
        case 6: return "(\(condition(depth: depth - 1)) && \(condition(depth: depth - 1)))"
        case 7, 8: return "!(\(condition(depth: depth - 1)))"
        case 9: return "BOUND(\(variables.isEmpty ? "?none" : source.pick(variables).name))"
        case 10:
            return
                "(\(number(depth: depth - 1)) \(source.pick(["IN", "NOT IN"])) (1, 2.5, \(number(depth: depth - 1))))"
        case 11: return "(\(term(depth: depth - 1)) \(source.pick(["IN", "NOT IN"])) (:a, :b, \(term(depth: 0))))"
        case 12: return "REGEX(\(text(depth: depth - 1)), \(regex()))"
        case 13: return "REGEX(\(text(depth: depth - 1)), \(regex()), \"i\")"
        case 14: return "\(source.pick(["STRSTARTS", "STRENDS"]))(\(text(depth: depth - 1)), \(part()))"
        case 15: return "CONTAINS(\(text(depth: depth - 1)), \(part()))"
        case 16:
            return "LANGMATCHES(LANG(\(variable(.text))), \(source.pick(["\"en\"", "\"*\"", "\"EN-GB\"", "\"fr\""])))"
        case 17: return "sameTerm(\(term(depth: depth - 1)), \(term(depth: depth - 1)))"
        case 18, 19:
            let test = source.pick(["isIRI", "isBLANK", "isLITERAL", "isNUMERIC"])
            return "\(test)(\(expression(depth: depth - 1)))"
        case 20:
            return
                "(DATATYPE(\(variable(source.pick([.text, .number, .any])))) = \(source.pick(["xsd:integer", "xsd:string", "xsd:decimal"])))"
        case 21:
            return "xsd:boolean(\(source.pick([number(depth: depth - 1), "\"true\"", "\"x\"", variable(.boolean)])))"
        case 22, 25:
            // What differs at each call, by what does not.
            return source.pick([
                "isNUMERIC(RAND())", "(DATATYPE(NOW()) = xsd:dateTime)", "isIRI(UUID())", "(STRLEN(STRUUID()) = 36)",
                "isBLANK(BNODE())", "(RAND() < 1)", "(YEAR(NOW()) > 2000)", "isBLANK(BNODE(\"x\"))",
            ])
        case 23 where usesRDF12: return "\(source.pick(["hasLANG", "hasLANGDIR"]))(\(variable(.text)))"
        case 24 where usesRDF12: return "isTRIPLE(\(source.chance(50) ? variable(.tripleTerm) : term(depth: 1)))"
        default: return variable(.boolean)
        }
    }

    mutating func term(depth: Int) -> String {
        guard depth > 0 else { return variable(source.pick([.node, .node, .text, .number, .any])) }
        switch source.number(below: 14) {
        case 0: return "IRI(CONCAT(\"http://example.org/\", \(source.pick(["\"a\"", "STR(\(variable(.text)))"]))))"
        case 1: return "DATATYPE(\(variable(source.pick([.text, .number, .any, .moment]))))"
        case 2:
            return
                "STRDT(\(source.pick(["\"x\"", "STR(\(variable(.text)))", "\"3\""])), \(source.pick([":type", "xsd:string", "xsd:integer"])))"
        case 3: return "IF(\(condition(depth: depth - 1)), \(term(depth: depth - 1)), \(term(depth: depth - 1)))"
        case 4: return "COALESCE(\(variable(.node)), \(term(depth: depth - 1)), 1)"
        case 5: return "xsd:dateTime(\(variable(.moment)))"
        case 6 where usesRDF12: return "TRIPLE(\(variable(.node)), :p, \(term(depth: 0)))"
        case 7 where usesRDF12: return "SUBJECT(\(variable(.tripleTerm)))"
        case 8 where usesRDF12: return "PREDICATE(\(variable(.tripleTerm)))"
        case 9 where usesRDF12: return "OBJECT(\(variable(.tripleTerm)))"
        case 10: return source.pick(["BNODE()", "UUID()"])
        default: return variable(source.pick([.node, .node, .text, .number, .any]))
        }
    }
}
