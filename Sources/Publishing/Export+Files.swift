internal import ByteText
internal import EmbeddedResources
internal import JSONText
internal import Localization
internal import OrganizationDirectory
internal import RDFModel
internal import RDFSyntax
internal import RaptorSyntax
internal import TabularText

extension Export {
    /// After how many statements a piece of a document ends.
    static let pieceSize = 1 << 12

    /// The files of the bundle, in the order in which they can be written.
    var kinds: [PublishedFile] {
        PublishedFile.allCases.filter { ($0.isDump || $0 == .table) && options.files.contains($0) }
            + [.schemaOrg, .catalogTurtle, .catalogJSONLD]
    }

    /// Writes every file into a folder and proves it.
    ///
    /// What describes the other files has their checksums. It is written while they are proved: only the proof of the
    /// Turtle file comes before, since another may be written in its place.
    func write(to folder: String) throws -> [BundleFile] {
        let kinds = kinds.filter { $0.isDump || $0 == .table }.sorted { $0.effort > $1.effort }
        let written = try Lanes.run(kinds) { kind in try write(kind, to: folder, pieceSize: Self.pieceSize) }
        let files = self.kinds.compactMap { kind in written.first { $0.kind == kind } }
        let steps: [BundleFile?] = [nil] + written.filter { $0.kind != .turtle }
        let descriptions = try Lanes.run(steps) { file in
            try options.limits?.check()
            guard let file else { return try describe(files, in: folder) }
            try Proof.check(file, in: folder)
            return []
        }
        return files + descriptions.flatMap { $0 }
    }

    /// The files that describe the others, the catalog last: it describes the schema.org file as well.
    private func describe(_ files: [BundleFile], in folder: String) throws -> [BundleFile] {
        let files = files + [try schemaOrg(listing: files, in: folder)]
        let catalog = ExportedDataset(
            options.placingVocabulary(
                of: CatalogDescription(
                    publication: directory.publication, iris: iris, territoryNames: territoryNames,
                    statistics: GraphStatistics(ownGraph), files: files
                ).triples().map { Quad($0) }))
        let turtle = try turtle(.catalogTurtle, of: catalog, in: folder)
        let trees = JSONLDFile(context: try context(), frame: ["type": ["dcat:Catalog"], "@embed": "@once"])
        let catalogJSONLD = try provedFile(.catalogJSONLD, holding: catalog, in: folder) {
            try trees.write(catalog.statements, to: $0)
        }
        return files.suffix(1) + [turtle, catalogJSONLD]
    }

    private func write(_ kind: PublishedFile, to folder: String, pieceSize: Int) throws -> BundleFile {
        switch kind {
        case .turtle: return try turtle(kind, of: graph, in: folder)
        case .rdfxml: return try raptor(.rdfxml, kind, of: graph, in: folder)
        // The canonical form of a graph is N-Triples, so the hash of this file is that of the graph.
        case .ntriples: return try canonical(kind, of: graph, in: folder)
        case .nquads: return try canonical(kind, of: dataset, in: folder)
        case .trig: return try native(kind, of: dataset, in: folder)
        case .jsonld:
            let trees = JSONLDFile(
                context: try context(), frame: try json("vocab/frame.jsonld"),
                sharedFrame: try json("vocab/concept-frame.jsonld"))
            return try file(kind, holding: graph, in: folder) { try trees.write(graph.statements, to: $0) }
        case .table:
            let bytes = TableWriter.csvForSheets(mapping.flatRows())
            return try file(kind, holding: nil, in: folder) { try $0(bytes) }
        case .schemaOrg, .catalogTurtle, .catalogJSONLD:
            preconditionFailure("what describes the other files is written after them")
        }
    }

    private func canonical(_ kind: PublishedFile, of dataset: ExportedDataset, in folder: String) throws -> BundleFile {
        let file = try file(kind, holding: dataset, in: folder) { try dataset.statements.writeCanonical(to: $0) }
        dataset.note(canonicalHash: file.sha256)
        return file
    }

    /// Writes a file and proves it.
    private func provedFile(
        _ kind: PublishedFile, by writer: RDFWriter = .native, holding dataset: ExportedDataset?, in folder: String,
        _ write: (_ output: @escaping ([UInt8]) throws -> Void) throws -> Void
    ) throws -> BundleFile {
        let file = try file(kind, by: writer, holding: dataset, in: folder, write)
        try Proof.check(file, in: folder)
        return file
    }

    /// Writes a file that is proved when all have been written.
    private func file(
        _ kind: PublishedFile, by writer: RDFWriter = .native, holding dataset: ExportedDataset?, in folder: String,
        _ write: (_ output: @escaping ([UInt8]) throws -> Void) throws -> Void
    ) throws -> BundleFile {
        let output = try FileOutput(folder + "/" + kind.fileName)
        try write { bytes in
            try options.limits?.check()
            try output.write(bytes)
        }
        try options.limits?.check()
        let (byteCount, sha256) = try output.finish()
        return BundleFile(kind: kind, byteCount: byteCount, sha256: sha256, writer: writer, dataset: dataset)
    }

    /// Turtle by Raptor where Raptor can be trusted with the graph, and by our own writer where not, or where what
    /// Raptor wrote is read back as another.
    private func turtle(_ kind: PublishedFile, of dataset: ExportedDataset, in folder: String) throws -> BundleFile {
        var obstacle: RaptorObstacle
        do {
            let file = try raptor(.turtle, kind, of: dataset, in: folder)
            try Proof.check(file, in: folder)
            return file
        } catch let error as RaptorObstacle {
            obstacle = error
        } catch is ProofError {
            obstacle = RaptorObstacle(.differs)
        }
        try Files.remove(folder + "/" + kind.fileName)
        var file = try native(kind, of: dataset, in: folder)
        try Proof.check(file, in: folder)
        file.obstacle = obstacle
        return file
    }

    private func native(_ kind: PublishedFile, of dataset: ExportedDataset, in folder: String) throws -> BundleFile {
        try file(kind, holding: dataset, in: folder) { output in
            var pieces = TurtleWriter.Pieces(prefixes: dataset.statements.prefixes(options.prefixes, for: .turtle))
            try dataset.statements.forEachPiece(of: Self.pieceSize) { try output(pieces.write($0)) }
        }
    }

    private func raptor(
        _ syntax: RaptorPieces.Syntax, _ kind: PublishedFile, of dataset: ExportedDataset, in folder: String
    ) throws -> BundleFile {
        try file(kind, by: .raptor, holding: dataset, in: folder) { output in
            let reader: StatementTable.PrefixReader = syntax == .turtle ? .raptorTurtle : .raptorXML
            var pieces = RaptorPieces(
                syntax, prefixes: dataset.statements.prefixes(options.prefixes, for: reader),
                types: dataset.statements.classes())
            try dataset.statements.forEachPart(of: Self.pieceSize) {
                try output(pieces.write(dataset.statements.numbered($0)))
            }
            try output(pieces.finish())
        }
    }

    private func schemaOrg(listing files: [BundleFile], in folder: String) throws -> BundleFile {
        let description = SchemaOrgDescription(mapping: mapping, graph: ownGraph, files: files)
        let view = ExportedDataset(description.table(placing: options.placingVocabulary))
        let trees = JSONLDFile(
            context: SchemaOrgContext.document, frame: SchemaOrgContext.frame,
            sharedFrame: SchemaOrgContext.sharedFrame, contextName: .string(SchemaOrgContext.iri))
        return try provedFile(.schemaOrg, holding: view, in: folder) { try trees.write(view.statements, to: $0) }
    }

    /// The names of the territory that the publication says the dataset covers.
    private var territoryNames: [Term] {
        guard let territory = directory.publication.spatial.flatMap(ownGraph.terms.place(of:)),
            let label = ownGraph.terms.place(of: SKOS.prefLabel)
        else { return [] }
        return ownGraph.statements[ownGraph.range(of: territory)].filter { $0.predicate == label }
            .map { ownGraph.terms.term($0.object) }
    }

    private func context() throws -> JSONValue { try json("vocab/context.jsonld") }

    /// A document of the vocabulary.
    private func json(_ path: String) throws -> JSONValue {
        guard let bytes = options.resources.bytes(of: path) else { throw FileError(.notFound, path: path) }
        guard let base = options.vocabularyBase else { return try JSONValue(json: bytes.span) }
        let text = String(decoding: bytes, as: UTF8.self).replacing(LYS.schemes, with: base.string)
        return try JSONValue(json: text.utf8.span)
    }
}
