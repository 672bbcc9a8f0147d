internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

/// RDF to Object Conversion, for literals: the value object that a literal becomes.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#rdf-to-object-conversion>, with its numbered steps.
struct LiteralObject {
    let options: JSONLDOptions

    /// A text in a language.
    func value(_ text: String, language: String, direction: BaseDirection?) -> JSONValue {  // 2.5.4
        var result = JSONObject(minimumCapacity: 3)
        result.append(newName: Keyword.language.rawValue, .string(language))
        if let direction { result.append(newName: Keyword.direction.rawValue, .string(direction.rawValue)) }
        result.append(newName: Keyword.value.rawValue, .string(text))
        return .object(result)
    }

    /// A literal of a datatype, `xsd:string` where none is given.
    func value(_ text: String, datatype: String?) throws(JSONLDError) -> JSONValue {
        guard let datatype, !datatype.hasSameBytes(as: XSD.string.string) else {
            return .object(.value, .string(text))
        }
        if options.processingMode == .version11, datatype.hasSameBytes(as: RDF.json.string) {  // 2.5.2
            if options.keepsStatements { return Self.exactJSON(text) ?? Self.typed(.string(text), datatype) }
            do {
                return Self.typed(try JSONValue(json: text), Keyword.json.rawValue)
            } catch {
                throw JSONLDError(.invalidJSONLiteral, .invalidJSONLiteral, text, cause: .json(error))
            }
        }
        if options.useNativeTypes, let native = native(text, datatype) { return .object(.value, native) }  // 2.4
        if options.rdfDirection == .i18nDatatype, datatype.hasBytePrefix(i18nNamespace) {  // 2.5.3
            return directed(text, datatype)
        }
        return Self.typed(.string(text), datatype)  // 2.5.5
    }

    /// The JSON of a literal whose text is canonical; `nil` where it would come back as another text.
    private static func exactJSON(_ text: String) -> JSONValue? {
        guard let value = try? JSONValue(json: text), let bytes = try? value.canonicalBytes(),
            bytes.elementsEqual(text.utf8)
        else { return nil }
        return typed(value, Keyword.json.rawValue)
    }

    private static func typed(_ value: JSONValue, _ type: String) -> JSONValue {
        var result = JSONObject(minimumCapacity: 2)
        result.append(newName: Keyword.value.rawValue, value)
        result.append(newName: Keyword.type.rawValue, .string(type))
        return .object(result)
    }

    private func native(_ text: String, _ datatype: String) -> JSONValue? {
        if datatype.hasSameBytes(as: XSD.boolean.string) {
            switch text {
            case "true", "1": return true
            case "false", "0": return false
            default: return nil
            }
        }
        return NumberText.number(text, datatype: IRI(unchecked: datatype)).map(JSONValue.number)
    }

    private func directed(_ text: String, _ datatype: String) -> JSONValue {
        var result = JSONObject(minimumCapacity: 3)
        let parts = datatype.droppingBytes(i18nNamespace.utf8.count)
            .split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
        if let language = parts.first, !language.isEmpty {
            result.append(newName: Keyword.language.rawValue, .string(String(language)))
        }
        if parts.count == 2 { result.append(newName: Keyword.direction.rawValue, .string(String(parts[1]))) }
        result.append(newName: Keyword.value.rawValue, .string(text))
        return .object(result)
    }
}
