internal import ByteText
internal import CExpat
internal import Localization

/// What the callbacks of expat write to: the piece, and the first thing that we refuse.
///
/// A struct, so that a callback opens it once and not each of its fields.
@safe
struct ExpatRecorder {
    /// How many bytes or events make a piece full.
    static var fullPiece: Int { 1 << 18 }
    /// What any document may become, and how much more for each of its bytes.
    static var expansion: (floor: Int, factor: Int) { (64 << 20, 64) }

    private let parser: XML_Parser?
    private let limits: RDFReaderOptions.Limits
    private var piece = XMLPiece()
    /// The bytes that were given, and those that pieces held.
    private var given = 0
    private var delivered = 0
    /// Whether the document is UTF-16, as its first byte tells.
    private var isWide = false
    var isInDocumentType = false
    private(set) var refusal: XMLFault?
    /// Who takes the pieces, while there is something to parse, and what went wrong there.
    var consume: ((XMLPiece) throws -> Void)?
    private(set) var failure: (any Error)?
    private var entities = XMLEntityTable()
    private var lastTextIsWhite = false
    /// The lines on which the open elements begin.
    private var openLines: [Int] = []

    init(parser: XML_Parser?, limits: RDFReaderOptions.Limits) {
        unsafe self.parser = parser
        self.limits = limits
    }

    /// Notes bytes that the parser is about to get.
    mutating func expect(_ bytes: Span<UInt8>) {
        if given == 0, !bytes.isEmpty { isWide = bytes[0] == 0 || bytes[0] >= 0xFE }
        given += bytes.count
    }

    /// How many bytes were given and not understood, for they end within a tag.
    var pendingBytes: Int {
        guard let parser = unsafe parser else { return 0 }
        return unsafe given - max(0, Int(XML_GetCurrentByteIndex(parser)))
    }

    /// What is wrong where the parser keeps too much of an unfinished tag.
    func pendingFault() -> XMLFault? {
        guard pendingBytes > limits.statementBytes else { return nil }
        return fault(.statementTooLong, String(limits.statementBytes), text: "…")
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
    func malformed() -> XMLFault {
        guard let parser = unsafe parser else { return fault(.xmlNoMemory) }
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
    mutating func refuse(_ problem: SyntaxMessage, _ arguments: String..., text: String? = nil) {
        guard !isStopped else { return }
        var found = fault(problem, text: text)
        found.arguments = arguments
        refusal = found
        unsafe XML_StopParser(parser, 0)
    }

    /// Whether the parse has been ended; expat may still call for what belongs together.
    private var isStopped: Bool { refusal != nil || failure != nil }

    // MARK: Writing the piece

    /// Hands the piece over and empties it; its memory is used again.
    mutating func handOver() {
        guard failure == nil, let consume else { return }
        do { try consume(piece) } catch {
            failure = error
            unsafe XML_StopParser(parser, 0)
        }
        piece.removeAll()
    }

    /// Copies a text that ends in a NUL.
    private mutating func append(_ text: UnsafePointer<XML_Char>) -> XMLRange {
        unsafe append(text, count: strlen(text))
    }

    private mutating func append(_ text: UnsafePointer<XML_Char>, count: Int) -> XMLRange {
        let start = piece.bytes.count
        unsafe piece.bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: count))
        delivered += count
        return XMLRange(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start + count))
    }

    /// Adds an event; its bytes and attributes are there already.
    private mutating func add(_ kind: XMLEvent.Kind, _ text: XMLRange, attributesFrom firstAttribute: Int? = nil) {
        let end = piece.attributes.count
        piece.events.append(
            XMLEvent(kind: kind, place: place, text: text, attributes: (firstAttribute ?? end)..<end))
        checkSize()
    }

    private mutating func checkSize() {
        guard delivered <= Self.expansion.floor + Self.expansion.factor * given else { return refuse(.xmlExpansion) }
        if piece.bytes.count > Self.fullPiece || piece.events.count > Self.fullPiece { handOver() }
    }

    mutating func startElement(
        _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard !isStopped else { return }
        openLines.append(place.line)
        if openLines.count > limits.elementDepth { return refuse(.tooDeep, String(limits.elementDepth)) }
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
            if piece.bytes.count > limits.statementBytes + Self.fullPiece {
                return refuse(.statementTooLong, String(limits.statementBytes))
            }
            unsafe next = pointer + 2
        }
        add(.start, text, attributesFrom: first)
    }

    mutating func endElement() {
        guard !isStopped else { return }
        _ = openLines.popLast()
        add(.end, XMLRange())
    }

    mutating func characters(_ text: UnsafePointer<XML_Char>, _ count: Int) {
        guard !isStopped else { return }
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

    mutating func comment(_ text: UnsafePointer<XML_Char>) {
        guard !isStopped else { return }
        add(.comment, unsafe append(text))
    }

    mutating func instruction(_ target: UnsafePointer<XML_Char>, _ data: UnsafePointer<XML_Char>) {
        guard !isStopped else { return }
        var range = unsafe append(target)
        if unsafe data.pointee != 0 {
            piece.bytes.append(ASCII.space)
            range.end = unsafe append(data).end
        }
        add(.instruction, range)
    }

    mutating func prefix(_ prefix: UnsafePointer<XML_Char>?, _ namespace: UnsafePointer<XML_Char>?) {
        guard !isStopped else { return }
        let first = piece.attributes.count
        let name = unsafe prefix.map { unsafe append($0) } ?? XMLRange()
        let value = unsafe namespace.map { unsafe append($0) } ?? XMLRange()
        if value.range.count > limits.nameBytes || name.range.count > limits.nameBytes {
            return refuse(.xmlNameTooLong, String(limits.nameBytes))
        }
        piece.attributes.append(XMLAttribute(name: name, value: value))
        add(.prefix, XMLRange(), attributesFrom: first)
    }

    /// Takes the declaration of an entity; one without a value is external, and an error only where it is used.
    mutating func entity(
        _ name: UnsafePointer<XML_Char>, isParameter: Bool, _ value: UnsafePointer<XML_Char>?, _ count: Int
    ) {
        guard !isStopped else { return }
        let shown = unsafe String(cString: name)
        if isParameter { return refuse(.parameterEntity, text: "%" + shown) }
        guard let value = unsafe value else { return }
        let text = unsafe Array(UnsafeRawBufferPointer(start: value, count: count))
        guard let problem = entities.declare(shown.utf8.span, as: text.span, within: limits) else { return }
        refuse(problem.message, problem.limit, text: "&" + shown + ";")
    }
}
