public import RDFModel

/// Who reads what LOAD names: the program around the engine, which alone may use files or the network.
public protocol DocumentSource: Sendable {
    /// The statements of a document; its blank nodes are none of any other document.
    /// - Throws: Any error; the update fails with it, unless LOAD says SILENT.
    func statements(of document: IRI) throws -> [Quad]
}
