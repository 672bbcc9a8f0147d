internal import ByteText
internal import CExpat
internal import Localization

/// XML in chunks, by expat: the one file that sees C.
///
/// Expat checks that a document is well-formed, knows its encoding, puts namespaces for prefixes and counts lines; what
/// it finds is written to an ``XMLPiece``, which its owner takes after each call. Callbacks do nothing else: they throw
/// no error and call no code of others, and a piece that has grown large suspends the parser until it is taken.
///
/// Nothing outside of the document is ever read: an external entity, an external DTD and a parameter entity are errors.
/// Internal entities are allowed, within expat's own bound on their growth and one of ours on all that a document
/// becomes, for namespaces grow too.
///
/// - Safety: expat keeps an unretained pointer to this object, which it uses within ``parse(_:isFinal:)`` and
///   ``resume()`` only. The claim of being Sendable rests on the owner, a value that uses the parser only while it alone
///   refers to it (``RDFXMLReader``).
@safe
final class ExpatParser: @unchecked Sendable {
    /// What came of a call.
    enum Outcome {
        /// All bytes are taken.
        case done
        /// The piece is full: take it and resume.
        case suspended
        /// Take the piece, then report this.
        case failed(XMLFault)
    }

    /// How many bytes or events make a piece full.
    private static var fullPiece: Int { 1 << 18 }
    /// What any document may become, and how much more for each of its bytes.
    private static var expansion: (floor: Int, factor: Int) { (64 << 20, 64) }

    private let parser: XML_Parser?
    private let limits: RDFReaderOptions.Limits
    private var piece = XMLPiece()
    /// The bytes that were given, and those that pieces held.
    private var given = 0
    private var delivered = 0
    /// Whether the document is UTF-16, as its first byte tells.
    private var isWide = false
    private var isSuspending = false
    private var isInDocumentType = false
    private var refusal: XMLFault?
    private var lastTextIsWhite = false
    /// The lines on which the open elements begin.
    private var openLines: [Int] = []

    init(limits: RDFReaderOptions.Limits) {
        self.limits = limits
        unsafe parser = XML_ParserCreateNS(nil, XML_Char(XMLPiece.separator))
        guard let parser = unsafe parser else { return }
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetReturnNSTriplet(parser, 1)
        unsafe XML_SetUnknownEncodingHandler(parser, lys_expat_encoding, nil)
        _ = unsafe XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, Float(Self.expansion.factor))
        unsafe setContentHandlers(parser)
        unsafe setDeclarationHandlers(parser)
    }

    deinit { unsafe XML_ParserFree(parser) }

    // MARK: Feeding

    /// Takes more bytes of the document.
    func parse(_ bytes: Span<UInt8>, isFinal: Bool) -> Outcome {
        guard let parser = unsafe parser else { return .failed(fault(.xmlNoMemory)) }
        if given == 0, !bytes.isEmpty { isWide = bytes[0] == 0 || bytes[0] >= 0xFE }
        given += bytes.count
        let status = unsafe bytes.withUnsafeBytes { buffer in
            unsafe XML_Parse(
                parser, buffer.baseAddress?.assumingMemoryBound(to: XML_Char.self), Int32(buffer.count),
                isFinal ? 1 : 0)
        }
        return outcome(status)
    }

    /// Goes on after the piece was taken.
    func resume() -> Outcome {
        isSuspending = false
        return outcome(unsafe XML_ResumeParser(parser))
    }

    /// Exchanges the piece for an empty one, whose memory is used again.
    func takePiece(leaving empty: inout XMLPiece) {
        empty.removeAll()
        swap(&empty, &piece)
    }

    private func outcome(_ status: XML_Status) -> Outcome {
        if let refusal { return .failed(refusal) }
        switch status {
        case XML_STATUS_SUSPENDED: return .suspended
        case XML_STATUS_OK:
            let pending = unsafe given - Int(XML_GetCurrentByteIndex(parser))
            if pending > limits.statementBytes {
                return .failed(fault(.statementTooLong, String(limits.statementBytes)))
            }
            return .done
        default: return .failed(malformed())
        }
    }

    // MARK: Places and faults

    /// Where the parser stands.
    private var place: TextPosition {
        guard let parser = unsafe parser else { return TextPosition() }
        return unsafe TextPosition(
            line: Int(XML_GetCurrentLineNumber(parser)) - 1, column: Int(XML_GetCurrentColumnNumber(parser)),
            offset: max(0, Int(XML_GetCurrentByteIndex(parser))))
    }

    /// What stands where the parser stands: as much as a line can show.
    private var context: [UInt8] {
        guard let parser = unsafe parser else { return [] }
        var offset: Int32 = 0
        var count: Int32 = 0
        guard let start = unsafe XML_GetInputContext(parser, &offset, &count), offset >= 0, offset < count else {
            return []
        }
        let rest = unsafe UnsafeRawBufferPointer(start: start + Int(offset), count: min(Int(count - offset), 240))
        return unsafe Array(rest)
    }

    private func fault(_ problem: SyntaxMessage, _ arguments: String..., text: String? = nil) -> XMLFault {
        // UTF-16 of ASCII is readable once its zeros are gone; elsewhere there are none.
        let context = context.prefix { $0 != ASCII.lineFeed }.filter { $0 != 0 }
        return XMLFault(
            problem: problem, arguments: arguments, place: place,
            text: text ?? TextPosition.shown(context.span, 0..<context.count))
    }

    /// What expat found wrong.
    private func malformed() -> XMLFault {
        let code = unsafe XML_GetErrorCode(parser)
        switch code {
        case XML_ERROR_NO_MEMORY: return fault(.xmlNoMemory)
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
            XML_ERROR_UNCLOSED_CDATA_SECTION:
            if let line = openLines.last { return fault(.xmlUnclosedElement, String(line + 1)) }
            return fault(code == XML_ERROR_NO_ELEMENTS ? .xmlNoElement : .xmlUnclosedTag)
        case XML_ERROR_INVALID_TOKEN:
            guard let byte = context.first, !isWide else { return fault(.xmlMalformed) }
            if byte >= 0x80 { return fault(.badUTF8) }
            if byte < ASCII.space, !byte.isXMLSpace {
                return fault(.xmlForbiddenCharacter, TermScanner.name(of: Unicode.Scalar(byte)))
            }
            return fault(.xmlMalformed)
        case XML_ERROR_TAG_MISMATCH: return fault(.xmlTagMismatch, String((openLines.last ?? 0) + 1))
        case XML_ERROR_DUPLICATE_ATTRIBUTE: return fault(.xmlDuplicateAttribute)
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: return fault(.xmlAfterRoot)
        case XML_ERROR_PARAM_ENTITY_REF, XML_ERROR_INCOMPLETE_PE, XML_ERROR_ENTITY_DECLARED_IN_PE:
            return fault(.parameterEntity)
        case XML_ERROR_UNDEFINED_ENTITY: return fault(.xmlUndefinedEntity)
        case XML_ERROR_RECURSIVE_ENTITY_REF, XML_ERROR_ASYNC_ENTITY: return fault(.xmlRecursiveEntity)
        case XML_ERROR_BAD_CHAR_REF: return fault(.xmlBadReference)
        case XML_ERROR_BINARY_ENTITY_REF, XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF, XML_ERROR_EXTERNAL_ENTITY_HANDLING:
            return fault(.externalEntity)
        case XML_ERROR_MISPLACED_XML_PI, XML_ERROR_XML_DECL, XML_ERROR_TEXT_DECL: return fault(.xmlDeclaration)
        case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: return fault(.xmlEncoding)
        case XML_ERROR_UNBOUND_PREFIX: return fault(.xmlUndeclaredPrefix)
        case XML_ERROR_UNDECLARING_PREFIX, XML_ERROR_RESERVED_PREFIX_XML, XML_ERROR_RESERVED_PREFIX_XMLNS,
            XML_ERROR_RESERVED_NAMESPACE_URI:
            return fault(.xmlReservedPrefix)
        case XML_ERROR_AMPLIFICATION_LIMIT_BREACH: return fault(.xmlExpansion)
        default: return fault(.xmlMalformed)
        }
    }

    /// Ends the parse with an error of ours.
    private func refuse(_ problem: SyntaxMessage, _ arguments: String..., text: String? = nil) {
        guard refusal == nil else { return }
        var found = fault(problem, text: text)
        found.arguments = arguments
        refusal = found
        unsafe XML_StopParser(parser, 0)
    }

    // MARK: Writing the piece

    /// Copies a text that ends in a NUL.
    private func append(_ text: UnsafePointer<XML_Char>) -> XMLRange {
        unsafe append(text, count: strlen(text))
    }

    private func append(_ text: UnsafePointer<XML_Char>, count: Int) -> XMLRange {
        let start = piece.bytes.count
        unsafe piece.bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: count))
        delivered += count
        return XMLRange(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start + count))
    }

    /// Adds an event; its bytes and attributes are there already.
    private func add(_ kind: XMLEvent.Kind, _ text: XMLRange, attributesFrom firstAttribute: Int? = nil) {
        let end = piece.attributes.count
        piece.events.append(
            XMLEvent(kind: kind, place: place, text: text, attributes: (firstAttribute ?? end)..<end))
        checkSize()
    }

    private func checkSize() {
        guard delivered <= Self.expansion.floor + Self.expansion.factor * given else { return refuse(.xmlExpansion) }
        guard piece.bytes.count > Self.fullPiece || piece.events.count > Self.fullPiece, !isSuspending else { return }
        isSuspending = true
        unsafe XML_StopParser(parser, 1)
    }

    private func startElement(
        _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        let first = piece.attributes.count
        let text = unsafe append(name)
        if text.range.count > limits.nameBytes { return refuse(.xmlNameTooLong, String(limits.nameBytes)) }
        var next = unsafe attributes
        // Expat ends the list of names and values with a null pointer.
        while let pointer = unsafe next, let name = unsafe pointer[0], let value = unsafe pointer[1] {
            let attribute = unsafe XMLAttribute(name: append(name), value: append(value))
            if attribute.name.range.count > limits.nameBytes {
                return refuse(.xmlNameTooLong, String(limits.nameBytes))
            }
            if attribute.value.range.count > limits.termBytes {
                return refuse(.termTooLong, String(limits.termBytes))
            }
            piece.attributes.append(attribute)
            if piece.attributes.count - first > limits.attributes {
                return refuse(.tooManyAttributes, String(limits.attributes))
            }
            unsafe next = pointer + 2
        }
        add(.start, text, attributesFrom: first)
        openLines.append(piece.events[piece.events.count - 1].place.line)
        if openLines.count > limits.elementDepth { refuse(.tooDeep, String(limits.elementDepth)) }
    }

    private func endElement() {
        _ = openLines.popLast()
        add(.end, XMLRange())
    }

    private func characters(_ text: UnsafePointer<XML_Char>, _ count: Int) {
        let range = unsafe append(text, count: count)
        let isWhite = piece.bytes.span.extracting(range.range).firstNonSpace == count
        let last = piece.events.count - 1
        // White text joins white text, and any text what has a word already: the place of the first word stays exact.
        if last >= 0, piece.events[last].kind == .text, isWhite || !lastTextIsWhite {
            piece.events[last].text.end = range.end
            return checkSize()
        }
        lastTextIsWhite = isWhite
        add(.text, range)
    }

    private func comment(_ text: UnsafePointer<XML_Char>) { add(.comment, unsafe append(text)) }

    private func instruction(_ target: UnsafePointer<XML_Char>, _ data: UnsafePointer<XML_Char>) {
        var range = unsafe append(target)
        if unsafe data.pointee != 0 {
            piece.bytes.append(ASCII.space)
            range.end = unsafe append(data).end
        }
        add(.instruction, range)
    }

    private func prefix(_ prefix: UnsafePointer<XML_Char>?, _ namespace: UnsafePointer<XML_Char>?) {
        let first = piece.attributes.count
        let name = unsafe prefix.map { unsafe append($0) } ?? XMLRange()
        let value = unsafe namespace.map { unsafe append($0) } ?? XMLRange()
        if value.range.count > limits.nameBytes || name.range.count > limits.nameBytes {
            return refuse(.xmlNameTooLong, String(limits.nameBytes))
        }
        piece.attributes.append(XMLAttribute(name: name, value: value))
        add(.prefix, XMLRange(), attributesFrom: first)
    }

    private func entity(_ name: UnsafePointer<XML_Char>?, isParameter: Bool, isExternal: Bool) {
        let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
        if isParameter {
            refuse(.parameterEntity, text: "%" + name)
        } else if isExternal {
            refuse(.externalEntity, text: "&" + name + ";")
        }
    }

    // MARK: Callbacks

    /// The parser that a callback is for; it lives, for it is being called.
    private static func of(_ context: UnsafeMutableRawPointer?) -> ExpatParser? {
        unsafe context.map { unsafe Unmanaged<ExpatParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func setContentHandlers(_ parser: XML_Parser) {
        unsafe XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name = unsafe name else { return }
                unsafe ExpatParser.of(context)?.startElement(name, attributes)
            },
            { context, _ in unsafe ExpatParser.of(context)?.endElement() })
        unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text = unsafe text, count > 0 else { return }
            unsafe ExpatParser.of(context)?.characters(text, Int(count))
        }
        unsafe XML_SetCommentHandler(parser) { context, text in
            guard let text = unsafe text else { return }
            unsafe ExpatParser.of(context)?.comment(text)
        }
        unsafe XML_SetProcessingInstructionHandler(parser) { context, target, data in
            guard let target = unsafe target, let data = unsafe data else { return }
            unsafe ExpatParser.of(context)?.instruction(target, data)
        }
        unsafe XML_SetStartNamespaceDeclHandler(parser) { context, prefix, namespace in
            unsafe ExpatParser.of(context)?.prefix(prefix, namespace)
        }
    }

    private func setDeclarationHandlers(_ parser: XML_Parser) {
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, systemID, publicID, _ in
            unsafe ExpatParser.of(context)?.isInDocumentType = true
            guard unsafe systemID != nil || publicID != nil else { return }
            let address = unsafe (systemID ?? publicID).map { unsafe String(cString: $0) }
            unsafe ExpatParser.of(context)?.refuse(.externalDTD, text: address)
        }
        // Asked where a document type is external, and where one uses a parameter entity that was not declared.
        unsafe XML_SetNotStandaloneHandler(parser) { context in
            if let self = unsafe ExpatParser.of(context), self.isInDocumentType { self.refuse(.parameterEntity) }
            return 1
        }
        unsafe XML_SetEntityDeclHandler(parser) { context, name, isParameter, _, _, _, systemID, publicID, _ in
            let isExternal = unsafe systemID != nil || publicID != nil
            unsafe ExpatParser.of(context)?.entity(name, isParameter: isParameter != 0, isExternal: isExternal)
        }
        unsafe XML_SetSkippedEntityHandler(parser) { context, name, isParameter in
            let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
            let problem: SyntaxMessage = isParameter != 0 ? .parameterEntity : .xmlUndefinedEntity
            unsafe ExpatParser.of(context)?.refuse(problem, text: (isParameter != 0 ? "%" : "&") + name + ";")
        }
    }
}
