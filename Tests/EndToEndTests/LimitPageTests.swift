import Gzip
import JSONLD
import JSONText
import RDFSyntax
import SPARQLAlgebra
import TabularText
import TestSupport
import Testing
import WebFetching

/// The limits of `docs/security.md` are those of the code.
@Suite struct LimitPageTests {
    private static let limits: [String: Int] = {
        let rdf = RDFReaderOptions.Limits()
        let (json, jsonld, tables) = (JSONReadingOptions(), JSONLDOptions(), TabularLimits())
        let (remote, web, gzip) = (RemoteBounds(), WebLimits(), Inflater.Limits())
        return [
            "RDFReaderOptions.Limits.depth": rdf.depth,
            "RDFReaderOptions.Limits.elementDepth": rdf.elementDepth,
            "RDFReaderOptions.Limits.attributes": rdf.attributes,
            "RDFReaderOptions.Limits.entities": rdf.entities,
            "RDFReaderOptions.Limits.entityDepth": rdf.entityDepth,
            "RDFReaderOptions.Limits.nameBytes": rdf.nameBytes,
            "RDFReaderOptions.Limits.termBytes": rdf.termBytes,
            "RDFReaderOptions.Limits.statementBytes": rdf.statementBytes,
            "RDFReaderOptions.Limits.uncutTriples": rdf.uncutTriples,
            "RDFReaderOptions.Limits.prefixes": rdf.prefixes,
            "JSONReadingOptions.maximumDepth": json.maximumDepth,
            "JSONReadingOptions.maximumByteCount": json.maximumByteCount,
            "JSONLDOptions.maximumDepth": jsonld.maximumDepth,
            "JSONLDOptions.maximumContextNesting": jsonld.maximumContextNesting,
            "JSONLDOptions.maximumTermDefinitions": jsonld.maximumTermDefinitions,
            "RemoteBounds.contexts": remote.contexts,
            "RemoteBounds.bytes": remote.bytes,
            "QueryParser.Options.maximumNesting": QueryParser.Options.maximumNesting,
            "QueryParser.Options.maximumBytes": QueryParser.Options.maximumBytes,
            "QueryParser.Options.maximumTokens": QueryParser.Options.maximumTokens,
            "TabularLimits.fileBytes": tables.fileBytes,
            "TabularLimits.cellBytes": tables.cellBytes,
            "TabularLimits.cells": tables.cells,
            "TabularLimits.rows": tables.rows,
            "Inflater.Limits.freeBytes": gzip.freeBytes,
            "Inflater.Limits.ratio": gzip.ratio,
            "WebLimits.byteCount": web.byteCount,
            "WebLimits.seconds": web.seconds,
            "WebLimits.redirections": web.redirections,
        ]
    }()

    @Test func theLimitsAreThoseOfTheCode() throws {
        let rows = try Page("docs/security.md").tables(below: "Limits").joined()
        let shown = rows.map { ($0[3].filter { $0 != "`" }, Int($0[2]) ?? -1) }
        #expect(Dictionary(shown) { first, _ in first } == Self.limits)
    }
}
