internal import ByteText
internal import JSONText
internal import Localization

/// The JSON-LD that an HTML document holds in its script elements, and the base that it gives it.
/// - Spec: <https://www.w3.org/TR/json-ld11-api/#html-content-algorithms>
struct HTMLScripts {
    /// The `href` of the first base element that has one.
    private(set) var base: String?
    private var scripts: [Script] = []

    private struct Script {
        /// The `id`; `nil` where the element has none, or another has it before.
        let id: String?
        let mediaType: MediaType
        let content: Content
    }

    private enum Content {
        /// Bytes of the document as they are.
        case range(Range<Int>)
        /// What XML makes of them.
        case text([UInt8])
    }

    /// Elements in which browsers look for no tags.
    private static let rawTextElements: Set<String> = [
        "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
    ]

    /// Finds the scripts of a document.
    /// - Complexity: O(*n*) in the bytes.
    init(_ bytes: Span<UInt8>, isXML: Bool) {
        var tokenizer = HTMLTokenizer(isXML: isXML)
        var ids: Set<ByteKey> = []
        // What is inside a template is not part of the document.
        var templates = 0
        while let piece = tokenizer.next(bytes) {
            switch piece {
            case .end(let name):
                if name == "template", templates > 0 { templates -= 1 }
            case .start(let tag):
                let isEmpty = isXML && tag.closesItself
                if tag.name == "template", !isEmpty { templates += 1 }
                guard templates == 0 else {
                    if tag.name == "script", !isEmpty { _ = tokenizer.rawText(of: tag.name, bytes) }
                    continue
                }
                var id = tag.attribute("id")
                if let given = id, !ids.insert(ByteKey(given)).inserted { id = nil }
                if tag.name == "base", base == nil { base = tag.attribute("href") }
                if tag.name == "script" {
                    let content: Content
                    if isXML {
                        content = .text(isEmpty ? [] : tokenizer.xmlText(of: tag.name, bytes))
                    } else {
                        content = .range(tokenizer.rawText(of: tag.name, bytes))
                    }
                    scripts.append(
                        Script(id: id, mediaType: MediaType(tag.attribute("type") ?? ""), content: content))
                } else if !isXML, Self.rawTextElements.contains(tag.name) {
                    _ = tokenizer.rawText(of: tag.name, bytes)
                }
            }
        }
    }

    /// The document that the scripts make.
    ///
    /// - Parameters:
    ///   - fragment: the identifier of one script element, which is then the document.
    ///   - extractsAll: whether all scripts together are the document, as an array; otherwise the first is.
    ///   - profile: the profile of a script that goes before the first.
    func document(
        _ bytes: Span<UInt8>, source: String, fragment: String?, extractsAll: Bool, profile: String? = nil
    ) throws(JSONLDError) -> JSONValue {
        if let fragment {
            guard let script = scripts.first(where: { $0.id == fragment && $0.mediaType.isJSONLD }) else {
                throw JSONLDError(.loadingDocumentFailed, .noScriptOfID, fragment, source: source)
            }
            return try parse(script, bytes, source)
        }
        let known = scripts.filter { $0.mediaType.isJSONLD }
        if let profile, let script = known.first(where: { $0.mediaType.profiles.contains(profile) }) {
            return try parse(script, bytes, source)
        }
        if !extractsAll {
            guard let script = known.first else {
                throw JSONLDError(.loadingDocumentFailed, .noScript, source: source)
            }
            return try parse(script, bytes, source)
        }
        var all: [JSONValue] = []
        for script in known {
            switch try parse(script, bytes, source) {
            case .array(let items): all += items
            case let value: all.append(value)
            }
        }
        return .array(all)
    }

    /// Extract Script Content: the JSON of one script.
    private func parse(_ script: Script, _ bytes: Span<UInt8>, _ source: String) throws(JSONLDError) -> JSONValue {
        do {
            switch script.content {
            case .text(let text): return try JSONValue(json: text.span)
            case .range(let range): return try JSONValue(json: bytes.extracting(range))
            }
        } catch {
            var located = error
            if case .range(let range) = script.content {
                // The place in the document is worth more than that in the script.
                let start = TextPosition(of: range.lowerBound, in: bytes)
                var position = error.position
                if position.line == 0 { position.column += start.column }
                position.line += start.line
                position.offset += start.offset
                located = JSONError(error.reason, at: position)
            }
            throw JSONLDError(.invalidScriptElement, .scriptIsNoJSON, source: source, cause: .json(located))
        }
    }
}
