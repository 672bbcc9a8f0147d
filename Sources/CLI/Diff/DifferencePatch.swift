internal import RDFCanon
internal import RDFModel

/// A difference as an RDF Patch: what is deleted, then what is added, in one transaction.
///
/// The patch has the same bytes for the same difference: its id is made of its rows.
/// - Spec: <https://afs.github.io/rdf-delta/rdf-patch.html>
struct DifferencePatch {
    private let difference: DatasetDifference

    init(_ difference: DatasetDifference) { self.difference = difference }

    /// The patch, UTF-8.
    var bytes: [UInt8] {
        var rows: [UInt8] = []
        for quad in difference.removed { Self.append("D ", quad, to: &rows) }
        for quad in difference.added { Self.append("A ", quad, to: &rows) }
        return Array("H id <urn:uuid:\(Self.uuid(of: rows))> .\nTX .\n".utf8) + rows + Array("TC .\n".utf8)
    }

    /// Labels stand as the old document has them: the patch is about its nodes.
    private static func append(_ code: String, _ quad: Quad, to rows: inout [UInt8]) {
        rows += Array(code.utf8)
        CanonicalNQuads.append(quad, to: &rows)
    }

    /// A UUID of version 8, which leaves its bits to us: those of the hash of the rows.
    private static func uuid(of rows: [UInt8]) -> String {
        let digits = Array(HashAlgorithm.sha256.hexadecimalDigest(of: rows))
        let parts = [digits[0..<8], digits[8..<12], ["8"] + digits[12..<15], ["8"] + digits[15..<18], digits[18..<30]]
        return parts.map { String($0) }.joined(separator: "-")
    }
}
