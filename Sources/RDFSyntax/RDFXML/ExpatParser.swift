internal import ByteText
internal import CExpat
internal import Localization

/// XML in chunks, by expat: the one file that sees C.
///
/// Expat checks that a document is well-formed, knows its encoding, puts namespaces for prefixes and counts lines; what
/// it finds is written to an ``XMLPiece``, which is handed over when it has grown large, from within a callback, and at
/// the end of each call. The parser is never suspended: patch levels of expat before 2.7 lose the rest of an entity in
/// whose expansion they are.
///
/// Nothing outside of the document is ever read: a parameter entity is an error, and so is an external entity that is
/// used; an external subset is passed over before the bytes come here (``XMLPrologFilter``).
/// Internal entities are allowed, as many and as deep inside each other as ``XMLEntityTable`` says, within expat's own
/// bound on their growth and one of ours on all that a document becomes, for namespaces grow too.
///
/// - Safety: expat keeps an unretained pointer to this object, which it uses within ``parse(_:isFinal:into:)`` only. The
///   claim of being Sendable rests on the owner, a value that uses the parser only while it alone refers to it
///   (``RDFXMLReader``).
@safe
final class ExpatParser: @unchecked Sendable {
    private let parser: XML_Parser?
    private var recorder: ExpatRecorder
    /// Bytes that the parser has not been given, for they do not double what it keeps already.
    private var held: [UInt8] = []

    init(limits: RDFReaderOptions.Limits) {
        unsafe parser = XML_ParserCreateNS(nil, XML_Char(XMLPiece.separator))
        recorder = unsafe ExpatRecorder(parser: parser, limits: limits)
        guard let parser = unsafe parser else { return }
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetReturnNSTriplet(parser, 1)
        unsafe XML_SetUnknownEncodingHandler(parser, lys_expat_encoding, nil)
        _ = unsafe XML_SetBillionLaughsAttackProtectionMaximumAmplification(
            parser, Float(ExpatRecorder.expansion.factor))
        unsafe setContentHandlers(parser)
        unsafe setDeclarationHandlers(parser)
    }

    deinit { unsafe XML_ParserFree(parser) }

    // MARK: Feeding

    /// Takes more bytes of the document, and hands over what they make.
    ///
    /// A long tag or comment that is not at its end is scanned from its beginning each time that there is more of it:
    /// bytes are then held until they are as many as those. That is what expat does by itself since 2.6.
    /// - Throws: the first error of `consume`, or an ``XMLFault``.
    /// - Complexity: O(*n*), whatever the length of tags.
    func parse(_ bytes: Span<UInt8>, isFinal: Bool, into consume: (XMLPiece) throws -> Void) throws {
        recorder.expect(bytes)
        let kept = recorder.pendingBytes - held.count - bytes.count
        if !isFinal, kept > Self.longTag, held.count + bytes.count < kept {
            held.append(copying: bytes)
            if let fault = recorder.pendingFault() { throw fault }
            return
        }
        try withoutActuallyEscaping(consume) { consume in
            recorder.consume = consume
            defer { recorder.consume = nil }
            var status = XML_STATUS_OK
            if held.isEmpty {
                status = feed(bytes, isFinal: isFinal)
            } else {
                held.append(copying: bytes)
                status = feed(held.span, isFinal: isFinal)
                held.removeAll()
            }
            recorder.handOver()
            if let failure = recorder.failure { throw failure }
            if let refusal = recorder.refusal ?? recorder.pendingFault() { throw refusal }
            if status != XML_STATUS_OK { throw recorder.malformed() }
        }
    }

    /// What expat makes of bytes; it takes two gigabytes at a time at most.
    private func feed(_ bytes: Span<UInt8>, isFinal: Bool) -> XML_Status {
        guard let parser = unsafe parser else { return XML_STATUS_ERROR }
        var offset = 0
        var status = XML_STATUS_OK
        repeat {
            let end = min(offset + 1 << 30, bytes.count)
            status = unsafe bytes.extracting(offset..<end).withUnsafeBytes { buffer in
                unsafe XML_Parse(
                    parser, buffer.baseAddress?.assumingMemoryBound(to: XML_Char.self), Int32(buffer.count),
                    isFinal && end == bytes.count ? 1 : 0)
            }
            offset = end
        } while offset < bytes.count && status == XML_STATUS_OK
        return status
    }

    /// How long a tag is whose bytes are held.
    private static var longTag: Int { 1 << 18 }

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
                unsafe ExpatParser.of(context)?.recorder.startElement(name, attributes)
            },
            { context, _ in unsafe ExpatParser.of(context)?.recorder.endElement() })
        unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text = unsafe text, count > 0 else { return }
            unsafe ExpatParser.of(context)?.recorder.characters(text, Int(count))
        }
        unsafe XML_SetCommentHandler(parser) { context, text in
            guard let text = unsafe text else { return }
            unsafe ExpatParser.of(context)?.recorder.comment(text)
        }
        unsafe XML_SetProcessingInstructionHandler(parser) { context, target, data in
            guard let target = unsafe target, let data = unsafe data else { return }
            unsafe ExpatParser.of(context)?.recorder.instruction(target, data)
        }
        unsafe XML_SetStartNamespaceDeclHandler(parser) { context, prefix, namespace in
            unsafe ExpatParser.of(context)?.recorder.prefix(prefix, namespace)
        }
    }

    private func setDeclarationHandlers(_ parser: XML_Parser) {
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, systemID, publicID, _ in
            unsafe ExpatParser.of(context)?.recorder.isInDocumentType = true
            guard unsafe systemID != nil || publicID != nil else { return }
            let address = unsafe (systemID ?? publicID).map { unsafe String(cString: $0) }
            unsafe ExpatParser.of(context)?.recorder.refuse(.externalDTD, text: address)
        }
        // Asked where a document type is external, and where one uses a parameter entity that was not declared.
        unsafe XML_SetNotStandaloneHandler(parser) { context in
            if let self = unsafe ExpatParser.of(context), self.recorder.isInDocumentType {
                self.recorder.refuse(.parameterEntity)
            }
            return 1
        }
        unsafe XML_SetEntityDeclHandler(parser) { context, name, isParameter, value, count, _, _, _, _ in
            guard let name = unsafe name else { return }
            unsafe ExpatParser.of(context)?.recorder.entity(name, isParameter: isParameter != 0, value, Int(count))
        }
        // Asked where an external entity is used in a text; in an attribute it is an error by itself.
        unsafe XML_SetExternalEntityRefHandlerArg(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetExternalEntityRefHandler(parser) { context, _, _, systemID, publicID in
            let address = unsafe (systemID ?? publicID).map { unsafe String(cString: $0) }
            let object = unsafe context.map { unsafe UnsafeMutableRawPointer($0) }
            unsafe ExpatParser.of(object)?.recorder.refuse(.externalEntity, text: address)
            return 0
        }
        unsafe XML_SetSkippedEntityHandler(parser) { context, name, isParameter in
            let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
            let problem: SyntaxMessage = isParameter != 0 ? .parameterEntity : .xmlUndefinedEntity
            unsafe ExpatParser.of(context)?.recorder.refuse(problem, text: (isParameter != 0 ? "%" : "&") + name + ";")
        }
    }
}
