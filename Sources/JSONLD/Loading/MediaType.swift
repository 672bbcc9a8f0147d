internal import ByteText
internal import RDFModel

/// A media type such as `application/ld+json; profile="…"`, as headers and attributes write it.
/// - Spec: RFC 9110 §8.3.1
struct MediaType: Hashable {
    /// The type and subtype in lower case, without parameters.
    let essence: String
    /// The parameters, their names in lower case.
    let parameters: [String: String]

    /// Reads a media type; one that is malformed has an essence that equals no known one.
    init(_ text: String) {
        var parts = HeaderText.split(text, at: UInt8(ascii: ";"))
        essence = parts.isEmpty ? "" : HeaderText.trimmed(parts.removeFirst()).asciiLowercased
        var parameters: [String: String] = [:]
        for part in parts {
            guard let (name, value) = HeaderText.parameter(part) else { continue }
            if parameters[name] == nil { parameters[name] = value }
        }
        self.parameters = parameters
    }

    /// `application/ld+json`
    var isJSONLD: Bool { essence == "application/ld+json" }

    /// `application/json`, `application/ld+json` or any other type that ends in `+json`.
    var isJSON: Bool { essence == "application/json" || essence.utf8.reversed().starts(with: "nosj+".utf8) }

    /// `text/html` or `application/xhtml+xml`
    var isHTML: Bool { essence == "text/html" || isXHTML }

    /// `application/xhtml+xml`
    var isXHTML: Bool { essence == "application/xhtml+xml" }

    /// The IRIs of the parameter `profile`.
    var profiles: [String] { (parameters["profile"] ?? "").split(separator: " ").map(String.init) }
}

/// The grammar that headers share: parts between separators, quoted strings, parameters.
enum HeaderText {
    /// The parts of a text between separators that stand neither in quotation marks nor in angle brackets.
    static func split(_ text: String, at separator: UInt8) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        var closer: UInt8?
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped {
                isEscaped = false
            } else if let open = closer {
                if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { isEscaped = true }
                if byte == open { closer = nil }
            } else if byte == separator {
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
                continue
            } else if byte == UInt8(ascii: "\"") {
                closer = byte
            } else if byte == UInt8(ascii: "<") {
                closer = UInt8(ascii: ">")
            }
            part.append(byte)
        }
        parts.append(String(decoding: part, as: UTF8.self))
        return parts
    }

    /// `name = value` or `name = "value"`; the name in lower case.
    static func parameter(_ text: String) -> (name: String, value: String)? {
        let bytes = Array(text.utf8)
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = trimmed(String(decoding: bytes[..<equals], as: UTF8.self)).asciiLowercased
        let value = trimmed(String(decoding: bytes[(equals + 1)...], as: UTF8.self))
        guard value.utf8.first == UInt8(ascii: "\""), value.utf8.count >= 2 else { return (name, value) }
        var unquoted: [UInt8] = []
        var isEscaped = false
        for byte in value.utf8.dropFirst().dropLast() {
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
            } else {
                unquoted.append(byte)
                isEscaped = false
            }
        }
        return (name, String(decoding: unquoted, as: UTF8.self))
    }

    /// A text without the white space around it.
    static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
