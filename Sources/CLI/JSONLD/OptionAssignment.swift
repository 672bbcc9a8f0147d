internal import JSONLD
internal import JSONText
internal import Localization
internal import RDFModel

/// `name=value` of `--option`: an option of JSON-LD by the name that the specification gives it.
struct OptionAssignment {
    let name: String
    let value: String

    /// Reads an assignment; a name alone means true.
    init(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        name = String(parts[0])
        value = parts.count > 1 ? String(parts[1]) : "true"
    }

    private static var flags: [String: WritableKeyPath<JSONLDOptions, Bool>] {
        [
            "compactArrays": \.compactArrays, "compactToRelative": \.compactToRelative, "ordered": \.ordered,
            "useNativeTypes": \.useNativeTypes, "useRdfType": \.useRDFType, "explicit": \.explicit,
            "omitDefault": \.omitDefault, "requireAll": \.requireAll, "frameDefault": \.frameDefault,
        ]
    }
    private static var openFlags: [String: WritableKeyPath<JSONLDOptions, Bool?>] {
        [
            "omitGraph": \.omitGraph, "extractAllScripts": \.extractAllScripts,
        ]
    }
    private static var limits: [String: WritableKeyPath<JSONLDOptions, Int>] {
        [
            "maximumDepth": \.maximumDepth, "maximumContextNesting": \.maximumContextNesting,
            "maximumTermDefinitions": \.maximumTermDefinitions,
        ]
    }
    private static var openLimits: [String: WritableKeyPath<JSONLDOptions, Int?>] {
        ["maximumFramedNodes": \.maximumFramedNodes]
    }
    private static let others = ["base", "embed", "expandContext", "processingMode", "rdfDirection"]

    /// The names of all options, sorted.
    static var names: [String] {
        (Array(flags.keys) + Array(openFlags.keys) + Array(limits.keys) + Array(openLimits.keys) + others).sorted()
    }

    /// The operations in which an option has an effect; all where it is none of these.
    private static let uses: [String: Set<JSONLDOperation>] = {
        let framing: Set<JSONLDOperation> = [.frame]
        let compacting: Set<JSONLDOperation> = [.compact, .flatten, .frame, .fromRDF]
        let reading = Set(JSONLDOperation.allCases).subtracting([.fromRDF])
        return [
            "compactArrays": compacting, "compactToRelative": compacting,
            "ordered": Set(JSONLDOperation.allCases).subtracting([.toRDF]),
            "useNativeTypes": [.fromRDF], "useRdfType": [.fromRDF], "rdfDirection": [.toRDF, .fromRDF],
            "explicit": framing, "omitDefault": framing, "requireAll": framing, "frameDefault": framing,
            "omitGraph": framing, "embed": framing, "maximumFramedNodes": framing,
            "extractAllScripts": reading, "expandContext": reading,
        ]
    }()
    /// Those that have an effect in compaction alone, which two operations do with a context only.
    private static let needContext: Set<String> = ["compactArrays", "compactToRelative"]

    /// Refuses an option that changes nothing in an operation.
    /// - Throws: ``Exit`` that names the operations in which it does.
    func check(in operation: JSONLDOperation, hasContext: Bool) throws {
        let uses = Self.uses[name] ?? Set(JSONLDOperation.allCases)
        guard uses.contains(operation) else {
            let names = JSONLDOperation.allCases.filter(uses.contains).map(\.rawValue).joined(separator: ", ")
            throw Exit(.usage, JSONLDCommandMessage.optionIdle, name, operation.rawValue, names)
        }
        let isIdle = Self.needContext.contains(name) && [.flatten, .fromRDF].contains(operation) && !hasContext
        if isIdle { throw Exit(.usage, InputMessage.optionNeeds, "--option " + name, "--context") }
    }

    /// Sets the option.
    /// - Parameter document: reads the document that a value names.
    /// - Throws: ``Exit`` where there is no such option, or it has no such value.
    func apply(to options: inout JSONLDOptions, document: (String) throws -> JSONValue) throws {
        if let path = Self.flags[name] {
            options[keyPath: path] = try truth()
        } else if let path = Self.openFlags[name] {
            options[keyPath: path] = try truth()
        } else if let path = Self.limits[name] {
            options[keyPath: path] = try limit()
        } else if let path = Self.openLimits[name] {
            options[keyPath: path] = try limit()
        } else {
            switch name {
            case "base": options.base = try OptionIRI.check(value, "--option base").string
            case "expandContext": options.expandContext = try document(value)
            case "embed": options.embed = try choice(["@always", "@once", "@last", "@never"], prefix: "@")
            case "processingMode": options.processingMode = try choice(["json-ld-1.0", "json-ld-1.1"])
            case "rdfDirection":
                options.rdfDirection = try choice(["i18n-datatype", "compound-literal", "dir-lang-string"])
            default:
                throw Exit(.usage, JSONLDCommandMessage.unknownOption, name, Self.names.joined(separator: ", "))
            }
        }
    }

    private static let bad = JSONLDCommandMessage.badOption

    private func limit() throws -> Int {
        guard let number = Int(value), number > 0 else { throw Exit(.usage, Self.bad, name, "1000") }
        return number
    }

    private func truth() throws -> Bool {
        switch value {
        case "true": return true
        case "false": return false
        default: throw Exit(.usage, Self.bad, name, "true|false")
        }
    }

    private func choice<Choice: RawRepresentable<String>>(_ names: [String], prefix: String = "") throws -> Choice {
        guard let choice = Choice(rawValue: value) ?? Choice(rawValue: prefix + value) else {
            throw Exit(.usage, Self.bad, name, names.joined(separator: "|"))
        }
        return choice
    }
}
