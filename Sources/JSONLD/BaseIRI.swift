internal import ByteText
internal import RDFModel

/// An IRI that references are resolved against, and that others can be written relative to.
struct BaseIRI {
    private let resolver: IRIResolver
    private let components: IRIReferenceComponents

    /// The base that an absolute IRI is; `nil` if it is none.
    init?(_ iri: String) {
        guard IRIForm.schemeLength(iri) != nil else { return nil }
        resolver = IRIResolver(base: IRI(unchecked: iri))
        components = IRIReferenceComponents(iri.utf8.span)
    }

    /// The IRI.
    var string: String { resolver.base.string }

    /// The IRI that a reference stands for.
    func resolve(_ reference: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(string.utf8.count + reference.utf8.count)
        resolver.resolve(reference.utf8.span, into: &output)
        return String(utf8: output.span)
    }

    /// A reference that resolves to an IRI, made short by steps up and down the path; the IRI itself where it shares
    /// no scheme and authority with the base.
    func relativeReference(to iri: String) -> String {
        // Nearly all IRIs part from the base here.
        let shared = (components.authority ?? components.scheme)?.upperBound ?? 0
        guard iri.utf8.span.starts(with: string.utf8.span.extracting(0..<shared)) else { return iri }
        let (base, target) = (Array(string.utf8), Array(iri.utf8))
        let parts = IRIReferenceComponents(target.span)
        guard parts.scheme == components.scheme, parts.authority == components.authority else { return iri }
        let slash = UInt8(ascii: "/")
        var up = base[components.path].split(separator: slash, omittingEmptySubsequences: false)[...]
        var down = target[parts.path].split(separator: slash, omittingEmptySubsequences: false)[...]
        // The last segment of the target stays, unless a query or fragment can stand alone after it.
        let kept = parts.fragment == nil && parts.query == nil ? 1 : 0
        while let one = up.first, down.count > kept, let other = down.first, one == other {
            up.removeFirst()
            down.removeFirst()
        }
        var result: [UInt8] = []
        if !down.isEmpty || !up.isEmpty {
            for _ in up.dropLast() { result += "../".utf8 }
            result += down.joined(separator: [slash])
        }
        if let query = parts.query { result += [UInt8(ascii: "?")] + target[query] }
        if let fragment = parts.fragment { result += [UInt8(ascii: "#")] + target[fragment] }
        if result.isEmpty { return "./" }
        // A first segment with a colon would read as a scheme.
        let reference = String(utf8: result.span)
        let candidate = IRIForm.schemeLength(reference) == nil ? reference : "./" + reference
        // The proof of it: whatever the shape of base and target, no other IRI is ever named.
        return resolve(candidate).hasSameBytes(as: iri) ? candidate : iri
    }
}
