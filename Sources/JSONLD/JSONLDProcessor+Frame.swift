internal import ByteText
public import JSONText

extension JSONLDProcessor {
    /// The document as trees that a frame describes, in the words of the frame's context.
    ///
    /// Each node that matches the frame becomes a tree; with ``JSONLDOptions/ordered``, and only then, trees and members
    /// stand in code point order.
    /// - Throws: ``JSONLDError``
    /// - Spec: <https://www.w3.org/TR/json-ld11-framing/#dom-jsonldprocessor-frame>
    public func frame(_ input: JSONValue, frame: JSONValue) throws(JSONLDError) -> JSONValue {
        let session = Session(options: options, loader: loader)
        let document = try remoteDocument(input, session)  // 2, 3
        let remoteFrame = try remoteDocument(frame, session)  // 5, 6
        return try self.frame(document, frame: remoteFrame, session)
    }

    /// A fetched document as trees that a fetched frame describes.
    public func frame(_ document: RemoteDocument, frame: RemoteDocument) throws(JSONLDError) -> JSONValue {
        try self.frame(opened(document), frame: opened(frame), Session(options: options, loader: loader))
    }

    /// A frame in expanded form, by which a program can see what it will reach.
    package func expandedFrame(_ frame: JSONValue) throws(JSONLDError) -> [JSONValue] {
        let session = Session(options: options, loader: loader)
        return try expanded(remoteDocument(frame, session), isFrame: true, session)
    }

    private func frame(
        _ document: RemoteDocument, frame: RemoteDocument, _ session: Session
    ) throws(JSONLDError) -> JSONValue {
        let expanded = try expanded(document, isFrame: false, session)  // 4
        return try self.frame(expanded: expanded, frame: frame, documentURL: document.documentURL, session)
    }

    /// A document that is known to be in expanded form, such as one made by ``fromRDF(_:)``, as trees.
    public func frame(expanded: JSONValue, frame: JSONValue) throws(JSONLDError) -> JSONValue {
        let session = Session(options: options, loader: loader)
        return try self.frame(
            expanded: expanded.asArray, frame: remoteDocument(frame, session), documentURL: nil, session)
    }

    private func frame(
        expanded: [JSONValue], frame remoteFrame: RemoteDocument, documentURL: String?, _ session: Session
    ) throws(JSONLDError) -> JSONValue {
        try prepared(remoteFrame, documentURL: documentURL, session).trees(of: expanded)
    }

    /// A frame that is made ready once, to lay out many documents one after another.
    package func prepared(_ frame: JSONValue) throws(JSONLDError) -> PreparedFrame {
        let session = Session(options: options, loader: loader)
        return try prepared(remoteDocument(frame, session), documentURL: nil, session)
    }

    /// Steps 7 to 13.
    private func prepared(
        _ remoteFrame: RemoteDocument, documentURL: String?, _ session: Session
    ) throws(JSONLDError) -> PreparedFrame {
        var expandedFrame = try self.expanded(remoteFrame, isFrame: true, session)  // 7
        if expandedFrame.isEmpty { expandedFrame = [[:]] }
        let context = remoteFrame.document[Keyword.context.rawValue] ?? [:]  // 8
        let active = try compactionContext(  // 9 to 12
            context, documentURL: remoteFrame.documentURL ?? documentURL, session)
        let namesGraph = remoteFrame.document.object?.members.contains {  // 13
            active.expandedKey($0.name).keyword == .graph
        }
        return PreparedFrame(
            self, session, expandedFrame, context: context, active,
            usesDefaultGraph: options.frameDefault || namesGraph == true)
    }
}
