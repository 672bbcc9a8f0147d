internal import ByteText

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
        case processingModeConflict = "processing mode conflict"
        case protectedTermRedefinition = "protected term redefinition"
        /// Ours: a document goes beyond a limit of ``JSONLDOptions``.
        case limitExceeded = "limit exceeded"
        /// Ours: a term that JSON-LD 1.1 has no way to write, such as a triple term.
        case unsupportedTerm = "unsupported term"
    }

    /// The kind of error.
    public let code: Code
    /// What is wrong, and with what.
    public let message: String
    /// Where in the document, as a JSON Pointer (RFC 6901); empty for the whole document.
    public private(set) var pointer: String

    /// An error.
    public init(_ code: Code, _ message: String, pointer: String = "") {
        self.code = code
        self.message = message
        self.pointer = pointer
    }

    /// The same error, seen from the object that has the value at fault as its member.
    func inside(_ name: String) -> JSONLDError {
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

    /// The place, the code and the message.
    public var description: String {
        (pointer.isEmpty ? "" : "\(pointer): ") + "\(code.rawValue): \(message)"
    }
}
