internal import EmbeddedResources
internal import JSONText
internal import Localization
internal import OrganizationDirectory
internal import RDFModel
internal import RDFSyntax
internal import TabularText

extension Export {
    /// Every file, the catalog last: it has the checksums of the others.
    func files() throws -> [BundleFile] {
        let chosen = PublishedFile.allCases.filter { options.files.contains($0) }
        var files = try chosen.filter { $0.isDump || $0 == .table }.map(file)
        files.append(try schemaOrg(listing: files))
        let catalog = try ExportedDataset(
            options.placingVocabulary(
                of: CatalogDescription(
                    publication: directory.publication, iris: iris, territoryNames: territoryNames,
                    statistics: GraphStatistics(ownGraph),
                    files: files
                ).triples().map { Quad($0) }))
        files.append(try turtle(.catalogTurtle, of: catalog))
        let trees = JSONLDFile(context: try context(), frame: ["type": ["dcat:Catalog"], "@embed": "@once"])
        files.append(
            BundleFile(.catalogJSONLD, JSONLDFile.bytes(of: try trees.document(of: catalog.quads)), holding: catalog))
        return files
    }

    private func file(_ kind: PublishedFile) throws -> BundleFile {
        switch kind {
        case .turtle: return try turtle(kind, of: graph)
        case .rdfxml:
            let bytes = try RDFXMLSerialization.write(graph.triples, prefixes: options.prefixes)
            return BundleFile(kind, bytes, writer: .raptor, holding: graph)
        // The canonical form of a graph is N-Triples, so the hash of this file is that of the graph.
        case .ntriples: return BundleFile(kind, graph.canonicalBytes, holding: graph)
        case .nquads: return BundleFile(kind, dataset.canonicalBytes, holding: dataset)
        case .trig:
            return BundleFile(kind, try TurtleWriter.trig(dataset.quads, prefixes: options.prefixes), holding: dataset)
        case .jsonld:
            let trees = JSONLDFile(
                context: try context(), frame: try json("vocab/frame.jsonld"),
                sharedFrame: try json("vocab/concept-frame.jsonld"))
            return BundleFile(kind, JSONLDFile.bytes(of: try trees.document(of: graph.quads)), holding: graph)
        case .table: return BundleFile(kind, TableWriter.csvForSheets(mapping.flatRows()))
        case .schemaOrg, .catalogTurtle, .catalogJSONLD:
            preconditionFailure("what describes the other files is written after them")
        }
    }

    private func turtle(_ kind: PublishedFile, of dataset: ExportedDataset) throws -> BundleFile {
        let document = try TurtleSerialization.write(dataset.triples, prefixes: options.prefixes)
        return BundleFile(
            kind, document.bytes, writer: document.writer, obstacle: document.obstacle, holding: dataset)
    }

    private func schemaOrg(listing files: [BundleFile]) throws -> BundleFile {
        let description = SchemaOrgDescription(mapping: mapping, graph: ownGraph, files: files)
        let view = try ExportedDataset(options.placingVocabulary(of: description.triples().map { Quad($0) }))
        let trees = JSONLDFile(
            context: SchemaOrgContext.document, frame: SchemaOrgContext.frame,
            sharedFrame: SchemaOrgContext.sharedFrame)
        var document = try trees.document(of: view.quads)
        document["@context"] = .string(SchemaOrgContext.iri)
        return BundleFile(.schemaOrg, JSONLDFile.bytes(of: document), holding: view)
    }

    /// The names of the territory that the publication says the dataset covers.
    private var territoryNames: [Term] {
        guard let territory = directory.publication.spatial else { return [] }
        return ownGraph.filter { $0.subject == .iri(territory) && $0.predicate == SKOS.prefLabel }.map(\.object)
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
