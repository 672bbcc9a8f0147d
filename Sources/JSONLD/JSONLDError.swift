internal import ByteText
public import JSONText
public import Localization

/// Why a JSON-LD document cannot be processed.
public struct JSONLDError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of error, by the exact name that the specification gives it.
    /// - Spec: <https://www.w3.org/TR/json-ld11-api/#jsonlderrorcode>
    public enum Code: String, Hashable, Sendable {
        case collidingKeywords = "colliding keywords"
        case conflictingIndexes = "conflicting indexes"
        case contextOverflow = "context overflow"
        case cyclicIRIMapping = "cyclic IRI mapping"
        case invalidBaseDirection = "invalid base direction"
        case invalidBaseIRI = "invalid base IRI"
        case invalidContainerMapping = "invalid container mapping"
        case invalidContextEntry = "invalid context entry"
        case invalidContextNullification = "invalid context nullification"
        case invalidDefaultLanguage = "invalid default language"
        case invalidEmbedValue = "invalid @embed value"
        case invalidFrame = "invalid frame"
        case invalidIDValue = "invalid @id value"
        case invalidImportValue = "invalid @import value"
        case invalidIncludedValue = "invalid @included value"
        case invalidIndexValue = "invalid @index value"
        case invalidIRIMapping = "invalid IRI mapping"
        case invalidJSONLiteral = "invalid JSON literal"
        case invalidKeywordAlias = "invalid keyword alias"
        case invalidLanguageMapValue = "invalid language map value"
        case invalidLanguageMapping = "invalid language mapping"
        case invalidLanguageTaggedString = "invalid language-tagged string"
        case invalidLanguageTaggedValue = "invalid language-tagged value"
        case invalidLocalContext = "invalid local context"
        case invalidNestValue = "invalid @nest value"
        case invalidPrefixValue = "invalid @prefix value"
        case invalidPropagateValue = "invalid @propagate value"
        case invalidProtectedValue = "invalid @protected value"
        case invalidRemoteContext = "invalid remote context"
        case invalidReverseProperty = "invalid reverse property"
        case invalidReversePropertyMap = "invalid reverse property map"
        case invalidReversePropertyValue = "invalid reverse property value"
        case invalidReverseValue = "invalid @reverse value"
        case invalidScopedContext = "invalid scoped context"
        case invalidScriptElement = "invalid script element"
        case invalidSetOrListObject = "invalid set or list object"
        case invalidTermDefinition = "invalid term definition"
        case invalidTypeMapping = "invalid type mapping"
        case invalidTypeValue = "invalid type value"
        case invalidTypedValue = "invalid typed value"
        case invalidValueObject = "invalid value object"
        case invalidValueObjectValue = "invalid value object value"
        case invalidVersionValue = "invalid @version value"
        case invalidVocabMapping = "invalid vocab mapping"
        case iriConfusedWithPrefix = "IRI confused with prefix"
        case keywordRedefinition = "keyword redefinition"
        case loadingDocumentFailed = "loading document failed"
        case loadingRemoteContextFailed = "loading remote context failed"
        case multipleContextLinkHeaders = "multiple context link headers"
        case processingModeConflict = "processing mode conflict"
        case protectedTermRedefinition = "protected term redefinition"
        /// Ours: a document goes beyond a limit of ``JSONLDOptions``.
        case limitExceeded = "limit exceeded"
        /// Ours: a term that JSON-LD 1.1 has no way to write, such as a triple term.
        case unsupportedTerm = "unsupported term"
    }

    /// What an error comes from.
    public indirect enum Cause: Hashable, Sendable {
        /// A text that is not JSON.
        case json(JSONError)
        /// Another error, in a document that this one needs.
        case jsonld(JSONLDError)
        /// Something that could not be fetched, and what fills the places of the message.
        case fetching(FetchMessage, [String])
    }

    /// The kind of error.
    public let code: Code
    /// What is wrong, as a message of the catalogue.
    public let problem: JSONLDMessage
    /// What fills the places of the message.
    public let arguments: [String]
    /// What the error comes from, if it is not the first.
    public let cause: Cause?
    /// Where in the document, as a JSON Pointer (RFC 6901); empty for the whole document.
    public private(set) var pointer: String
    /// What the document is called: the IRI of a remote one, or the name that ``located(in:)`` has given; empty where
    /// it has none.
    public private(set) var source: String

    /// An error.
    public init(
        _ code: Code, _ problem: JSONLDMessage, _ arguments: String..., pointer: String = "", source: String = "",
        cause: Cause? = nil
    ) {
        self.code = code
        self.problem = problem
        self.arguments = arguments
        self.pointer = pointer
        self.source = source
        self.cause = cause
    }

    /// A limit of the whole run that was reached.
    init(_ limit: WorkLimitError) {
        switch limit {
        case .time: self.init(.limitExceeded, .timeLimit)
        case .memory(let bytes): self.init(.limitExceeded, .memoryLimit, String(bytes >> 20))
        }
    }

    /// The same error, in a document of a name, unless it is known to be in another one.
    public func located(in source: String) -> JSONLDError {
        guard self.source.isEmpty else { return self }
        var error = self
        error.source = source
        return error
    }

    /// The same error, seen from the object that has the value at fault as its member. A pointer into another document
    /// stays as it is.
    func inside(_ name: String) -> JSONLDError {
        guard source.isEmpty else { return self }
        var error = self
        error.pointer = "/" + Self.escaped(name) + pointer
        return error
    }

    /// The same error, seen from the array that has the value at fault as its element.
    func inside(_ index: Int) -> JSONLDError { inside(String(index)) }

    /// `~` and `/` in a name, as RFC 6901 writes them.
    private static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "~"): bytes += [byte, UInt8(ascii: "0")]
            case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What is wrong, in a language, without the place and the code.
    public func message(in language: Language) -> String {
        let message = problem.text(in: language, arguments: arguments)
        let colon = language == .french ? "\u{A0}: " : ": "
        switch cause {
        case nil: return message
        case .json(let error)?: return message + colon + error.description(in: language)
        case .fetching(let problem, let arguments)?:
            return message + colon + problem.text(in: language, arguments: arguments)
        case .jsonld(let error)?: return message + colon + error.code.rawValue + ": " + error.message(in: language)
        }
    }

    /// What is wrong, in English.
    public var message: String { message(in: .english) }

    /// `name:pointer: code: message` in a language; the code is the specification's in both.
    public func description(in language: Language) -> String {
        let place = source.isEmpty || pointer.isEmpty ? source + pointer : source + ":" + pointer
        return (place.isEmpty ? "" : place + ": ") + "\(code.rawValue): \(message(in: language))"
    }

    /// `name:pointer: code: message` in English.
    public var description: String { description(in: .english) }
}
